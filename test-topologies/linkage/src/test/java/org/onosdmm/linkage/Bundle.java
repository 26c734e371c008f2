/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.linkage;

import org.apache.felix.utils.manifest.Clause;
import org.apache.felix.utils.manifest.Parser;
import org.objectweb.asm.ClassReader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A jar: its manifest's headers, and its classes by internal name. */
record Bundle(String file, Map<String, String> headers, Map<String, byte[]> classes, Optional<String> webXml) {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String WEB_XML = "WEB-INF/web.xml";
    private static final String CLASS = ".class";

    static Bundle read(Path jar) throws IOException {
        Map<String, String> headers = new HashMap<>();
        Map<String, byte[]> classes = new HashMap<>();
        String webXml = null;
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (name.equals(MANIFEST)) {
                    new Manifest(zip).getMainAttributes()
                            .forEach((key, value) -> headers.put(key.toString(), value.toString()));
                } else if (name.equals(WEB_XML)) {
                    webXml = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                } else if (isClass(name)) {
                    byte[] bytes = zip.readAllBytes();
                    classes.put(new ClassReader(bytes).getClassName(), bytes);
                }
            }
        }
        return new Bundle(jar.getFileName().toString(), headers, classes, Optional.ofNullable(webXml));
    }

    private static boolean isClass(String name) {
        return name.endsWith(CLASS) && !name.startsWith("META-INF/") && !name.endsWith("module-info.class");
    }

    /** The clauses of a header such as Import-Package. */
    List<Clause> clauses(String header) {
        String value = headers.get(header);
        return value == null ? List.of() : List.of(Parser.parseHeader(value));
    }

    @Override
    public String toString() {
        return file;
    }
}
