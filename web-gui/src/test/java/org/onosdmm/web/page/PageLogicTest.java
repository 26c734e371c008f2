/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.page;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;

/**
 * The parts of the page that need no browser: each function that a file in {@code src/test/js} exports is a test. They
 * run in GraalJS, so that the build needs no other program.
 */
class PageLogicTest {

    private static final Path TESTS = Path.of("src/test/js");
    private static final Path LIBRARIES = Path.of("target/page-web/page/lib");
    private static final List<String> LAYOUT = List.of("d3-dispatch", "d3-quadtree", "d3-timer", "d3-force");
    private static Context context;

    @BeforeAll
    static void open() throws IOException {
        context = Context.newBuilder("js").allowIO(true).option("js.esm-eval-returns-exports", "true")
                .allowExperimentalOptions(true).option("engine.WarnInterpreterOnly", "false").build();
        context.eval("js", "globalThis.setTimeout = globalThis.setInterval = () => 0;"
                + "globalThis.clearTimeout = globalThis.clearInterval = () => undefined;");
        for (String library : LAYOUT) {
            context.eval(script(LIBRARIES.resolve(library + "/" + library + ".min.js"), "application/javascript"));
        }
    }

    @AfterAll
    static void close() {
        context.close();
    }

    @TestFactory
    Stream<DynamicNode> everyExportedFunctionHolds() throws IOException {
        try (Stream<Path> files = Files.list(TESTS)) {
            List<Path> tests = files.filter(file -> file.toString().endsWith(".test.js")).sorted()
                    .collect(Collectors.toList());
            return tests.stream().map(PageLogicTest::container);
        }
    }

    private static DynamicNode container(Path file) {
        try {
            Value exports = context.eval(script(file, "application/javascript+module"));
            return dynamicContainer(file.getFileName().toString(), exports.getMemberKeys().stream()
                    .map(name -> DynamicTest.dynamicTest(name, () -> exports.invokeMember(name))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Source script(Path file, String type) throws IOException {
        return Source.newBuilder("js", file.toFile()).mimeType(type).build();
    }
}
