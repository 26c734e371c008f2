/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.oar;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onosproject.app.ApplicationDescription;
import org.onosproject.common.app.ApplicationArchive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The finished archive: it holds what this build made, and ONOS itself can read it. */
class OarTest {
    private static final Path FILE = Path.of(System.getProperty("oar.file"));
    private static final Path ROOT = Path.of(System.getProperty("oar.root"));
    private static final String VERSION = System.getProperty("oar.version");
    private static final String CORE_JAR = Inspection.jarOf("onos-dmm-core", VERSION);

    private static Map<String, Path> built;
    private static Archive archive;

    @TempDir
    private Path temp;

    @BeforeAll
    static void readTheArchive() throws IOException {
        built = new LinkedHashMap<>();
        built.put("onos-dmm-api", jar("app/api", "onos-dmm-api"));
        built.put("onos-dmm-core", jar("app/core", "onos-dmm-core"));
        built.put("onos-dmm-cli", jar("cli", "onos-dmm-cli"));
        built.put("onos-dmm-web", jar("web-gui", "onos-dmm-web"));
        archive = Archive.read(FILE);
    }

    @Test
    void holdsWhatThisBuildMadeAndNothingElse() {
        assertEquals(List.of(), problems(archive));
    }

    @Test
    void onosReadsAndExpandsIt() throws IOException {
        ApplicationDescription app = new OnosHome(temp).saveApplication(Files.newInputStream(FILE));

        assertEquals("org.onosdmm", app.name());
        assertEquals(VERSION, app.version().toString());
        assertEquals("Distributed Mobility Management", app.title());
        assertEquals("Traffic Engineering", app.category());
        assertEquals(List.of("org.onosdmm"), app.features());
        assertEquals(List.of("org.onosproject.openflow", "org.onosproject.hostprovider",
                "org.onosproject.lldpprovider"), app.requiredApps());

        Path home = temp.resolve("apps/org.onosdmm");
        assertArrayEquals(Files.readAllBytes(FILE), Files.readAllBytes(home.resolve("org.onosdmm.oar")));
        for (Map.Entry<String, Path> bundle : built.entrySet()) {
            String name = Inspection.jarOf(bundle.getKey(), VERSION);
            byte[] content = Files.readAllBytes(bundle.getValue());
            assertArrayEquals(content, Files.readAllBytes(home.resolve(name)), name);
            assertArrayEquals(content, Files.readAllBytes(Path.of(name.replaceFirst("^m2", "system"))), name);
        }
    }

    @Test
    void onosTakesAnArchiveWithAnyOtherFileForAJar() throws IOException {
        Path changed = temp.resolve("changed.oar");
        archive.with("META-INF/MANIFEST.MF", bytes("Manifest-Version: 1.0")).write(changed);

        new OnosHome(temp).saveApplication(Files.newInputStream(changed));

        assertFalse(Files.exists(temp.resolve("apps/org.onosdmm/org.onosdmm.oar")));
        assertTrue(Files.exists(temp.resolve("apps/org.onosdmm/org.onosdmm.jar")));
    }

    @Test
    void findsAStaleJar() throws IOException {
        Archive stale = archive.with(CORE_JAR, jarWithVersion(VERSION));

        assertEquals(List.of(CORE_JAR + " is not the jar that this build made; build from the root, or with -am"),
                problems(stale));
    }

    @Test
    void findsAJarOfAnotherVersion() throws IOException {
        List<String> problems = problems(archive.with(CORE_JAR, jarWithVersion("9.9.9")));

        assertTrue(problems.contains(CORE_JAR + " has Bundle-Version 9.9.9, not " + VERSION), problems::toString);
    }

    @Test
    void findsWhatIsMissingAndWhatIsTooMuch() {
        String guava = "m2/com/google/guava/guava/22.0/guava-22.0.jar";

        assertEquals(List.of(CORE_JAR + " is missing"), problems(archive.without(CORE_JAR)));
        assertEquals(List.of("app.xml is missing"), problems(archive.without("app.xml")));
        assertEquals(List.of(guava + " does not belong here"), problems(archive.with(guava, bytes("x"))));
        assertEquals(List.of("LICENSE does not belong here"), problems(archive.with("LICENSE", bytes("x"))));
    }

    @Test
    void findsDescriptorsThatDisagree() {
        assertProblem("bundles of app.xml", edited("app.xml", "<artifact>[^<]*core[^<]*</artifact>", ""));
        assertProblem("bundles of features.xml",
                edited(archive.featuresFile(), "<bundle>[^<]*core[^<]*</bundle>", ""));
        assertProblem("app.xml's version", edited("app.xml", "version=\"" + VERSION + "\"", "version=\"9.9.9\""));
        assertProblem("app's feature", edited("app.xml", "features=\"org.onosdmm\"", "features=\"other\""));
        assertProblem("format of features.xml", edited(archive.featuresFile(), "v1\\.2\\.0", "v1.4.0"));
    }

    private static void assertProblem(String start, Archive changed) {
        List<String> problems = problems(changed);
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.get(0).startsWith(start + ": "), problems::toString);
    }

    private static Archive edited(String name, String pattern, String replacement) {
        String before = new String(archive.files().get(name), StandardCharsets.UTF_8);
        return archive.with(name, bytes(before.replaceFirst(pattern, replacement)));
    }

    private static List<String> problems(Archive inspected) {
        return Inspection.problems(inspected, VERSION, built);
    }

    private static Path jar(String module, String artifact) {
        return ROOT.resolve(module + "/target/" + artifact + "-" + VERSION + ".jar");
    }

    private static byte[] jarWithVersion(String version) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-Version", version);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new JarOutputStream(bytes, manifest).close();
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** ONOS's own reader of archives, with its applications in this directory. */
    private static final class OnosHome extends ApplicationArchive {
        OnosHome(Path root) {
            setRootPath(root.toString());
        }
    }
}
