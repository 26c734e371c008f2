/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.linkage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Each way in which a library's next version breaks a user that was compiled against the one before. */
class LinkerTest {
    private static final String USER = "sample.User: ";

    @TempDir
    private Path temp;

    private Samples samples;

    @BeforeEach
    void setUp() {
        samples = new Samples(temp);
    }

    @Test
    void sameVersionLinks() throws IOException {
        String library = "public class Library { public int x; public int size() { return x; } }";
        assertLinks("class User { int use(Library l) { l.x = 2; return l.size(); } }", library, library);
    }

    @Test
    void methodIsGone() throws IOException {
        assertBreaks("there is no sample.Library.size()I",
                "class User { int use(Library l) { return l.size(); } }",
                "public class Library { public int size() { return 1; } }",
                "public class Library { }");
    }

    @Test
    void methodReturnsAnotherType() throws IOException {
        assertBreaks("there is no sample.Library.size()I",
                "class User { int use(Library l) { return l.size(); } }",
                "public class Library { public int size() { return 1; } }",
                "public class Library { public long size() { return 1; } }");
    }

    @Test
    void methodHasMovedToAParent() throws IOException {
        assertLinks("class User { int use(Library l) { return l.size(); } }",
                "public class Library { public int size() { return 1; } }",
                "public class Library extends Parent { } class Parent { public int size() { return 1; } }");
    }

    @Test
    void inheritedMethodIsGone() throws IOException {
        assertBreaks("there is no sample.User.size()I",
                "class User extends Library { int use() { return size(); } }",
                "public class Library extends Parent { } class Parent { public int size() { return 1; } }",
                "public class Library extends Parent { } class Parent { }");
    }

    @Test
    void methodReferenceIsGone() throws IOException {
        assertBreaks("there is no sample.Library.size()I",
                "class User { java.util.function.ToIntFunction<Library> use() { return Library::size; } }",
                "public class Library { public int size() { return 1; } }",
                "public class Library { }");
    }

    @Test
    void fieldIsGone() throws IOException {
        assertBreaks("there is no sample.Library.x I",
                "class User { int use(Library l) { return l.x; } }",
                "public class Library { public int x; }",
                "public class Library { public long x; }");
    }

    @Test
    void constructorIsGone() throws IOException {
        assertBreaks("there is no sample.Library.<init>()V",
                "class User { Library use() { return new Library(); } }",
                "public class Library extends Parent { } class Parent { }",
                "public class Library extends Parent { public Library(int i) { } } class Parent { }");
    }

    @Test
    void typeIsGone() throws IOException {
        assertBreaks("there is no sample.Extra",
                "class User { Extra field; }",
                "public class Library { } class Extra { }",
                "public class Library { }");
    }

    @Test
    void methodHasBecomeStatic() throws IOException {
        assertBreaks("sample.Library.size()I has become static",
                "class User { int use(Library l) { return l.size(); } }",
                "public class Library { public int size() { return 1; } }",
                "public class Library { public static int size() { return 1; } }");
    }

    @Test
    void methodIsPrivateNow() throws IOException {
        assertBreaks("sample.Library.size()I is not accessible",
                "class User { int use(Library l) { return l.size(); } }",
                "public class Library { public int size() { return 1; } }",
                "public class Library { private int size() { return 1; } }");
    }

    @Test
    void classHasBecomeAnInterface() throws IOException {
        assertBreaks("sample.Library has become an interface",
                "class User { int use(Library l) { return l.size(); } }",
                "public abstract class Library { public abstract int size(); }",
                "public interface Library { int size(); }");
    }

    @Test
    void classHasBecomeFinal() throws IOException {
        assertBreaks("sample.Library has become final, but is extended",
                "class User extends Library { }",
                "public class Library { }",
                "public final class Library { }");
    }

    @Test
    void methodHasBecomeFinal() throws IOException {
        assertBreaks("overrides sample.Library.size()I, which has become final",
                "class User extends Library { public int size() { return 2; } }",
                "public class Library { public int size() { return 1; } }",
                "public class Library { public final int size() { return 1; } }");
    }

    @Test
    void interfaceAsksForMore() throws IOException {
        assertBreaks("does not implement sample.Library.more()V",
                "class User implements Library { public int size() { return 2; } }",
                "public interface Library { int size(); }",
                "public interface Library { int size(); void more(); }");
    }

    @Test
    void interfaceOffersMore() throws IOException {
        assertLinks("class User implements Library { public int size() { return 2; } }",
                "public interface Library { int size(); }",
                "public interface Library { int size(); default void more() { } }");
    }

    @Test
    void lambdaDoesNotDoEverything() throws IOException {
        assertBreaks("a lambda does not implement sample.Library.more()V",
                "class User { Library use() { return () -> 1; } }",
                "public interface Library { int size(); }",
                "public interface Library { int size(); void more(); }");
    }

    private void assertLinks(String user, String before, String after) throws IOException {
        assertEquals(List.of(), problems(user, before, after));
    }

    private void assertBreaks(String problem, String user, String before, String after) throws IOException {
        assertEquals(List.of(), problems(user, before, before));
        assertEquals(List.of(USER + problem), problems(user, before, after));
    }

    /** What is wrong with a user that was compiled against the library as it was before, and meets the other. */
    private List<String> problems(String user, String before, String after) throws IOException {
        Path compiled = samples.compile(List.of(samples.compile(List.of(), before)), user);
        Bundle bundle = Samples.bundle(compiled, Map.of());
        Bundle library = Samples.bundle(samples.compile(List.of(), after), Map.of());
        return Linker.problems(bundle, new Universe(List.of(bundle, library)));
    }
}
