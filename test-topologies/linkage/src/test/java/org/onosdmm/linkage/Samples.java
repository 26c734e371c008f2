/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.linkage;

import org.objectweb.asm.ClassReader;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** Compiles samples from source, so that each test shows what it is about. */
final class Samples {
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|enum) (\\w+)");

    private final Path work;
    private int count;

    Samples(Path work) {
        this.work = work;
    }

    /** Compiles some types, each from a source of its own, all in the package {@code sample}. */
    Path compile(List<Path> classPath, String... sources) throws IOException {
        Path home = Files.createDirectories(work.resolve("sample-" + count++));
        List<String> arguments = new ArrayList<>(List.of("--release", "11", "-proc:none", "-nowarn",
                "-d", home.resolve("classes").toString(), "-cp", join(classPath)));
        for (String source : sources) {
            Matcher type = TYPE.matcher(source);
            if (!type.find()) {
                throw new IllegalArgumentException(source);
            }
            Path file = home.resolve(type.group(1) + ".java");
            Files.writeString(file, "package sample;\n" + source);
            arguments.add(file.toString());
        }
        StringWriter messages = new StringWriter();
        PrintWriter out = new PrintWriter(messages);
        if (ToolProvider.findFirst("javac").orElseThrow().run(out, out, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalArgumentException(messages.toString());
        }
        return home.resolve("classes");
    }

    /** A directory of classes as a bundle. */
    static Bundle bundle(Path classes, Map<String, String> headers) throws IOException {
        Map<String, byte[]> found = new HashMap<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                found.put(new ClassReader(bytes).getClassName(), bytes);
            }
        }
        return new Bundle("sample", headers, found, Optional.empty());
    }

    private static String join(List<Path> paths) {
        return String.join(":", paths.stream().map(Path::toString).toList());
    }
}
