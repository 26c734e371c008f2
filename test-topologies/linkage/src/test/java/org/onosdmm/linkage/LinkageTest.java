/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.linkage;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Our bundles against each release of ONOS, together with what that release ships. */
class LinkageTest {
    private static final Path BUNDLES = Path.of(System.getProperty("linkage.bundles"));
    private static final Path ONOS = Path.of(System.getProperty("linkage.onos"));
    private static final List<String> RELEASES = List.of(System.getProperty("linkage.releases").split(","));

    private static List<Bundle> ours;
    private static Map<String, List<Bundle>> onos;

    @TempDir
    private Path temp;

    @BeforeAll
    static void readTheJars() throws IOException {
        readOurs();
        onos = new LinkedHashMap<>();
        for (String release : RELEASES) {
            onos.put(release, jars(ONOS.resolve(release)));
        }
    }

    private static void readOurs() throws IOException {
        ours = jars(BUNDLES);
    }

    static Stream<Arguments> everyBundleOnEveryRelease() throws IOException {
        readOurs();
        return ours.stream().flatMap(bundle -> RELEASES.stream().map(release -> Arguments.of(bundle, release)));
    }

    @Test
    void theBundlesAreThere() {
        List<String> names = ours.stream().map(bundle -> bundle.file().replaceFirst("-\\d.*", "")).toList();

        assertEquals(List.of("onos-dmm-api", "onos-dmm-cli", "onos-dmm-core", "onos-dmm-web"), names);
        ours.forEach(bundle -> assertTrue(referencesIntoOnos(bundle) > 0, bundle + " uses nothing of ONOS"));
    }

    @ParameterizedTest(name = "{0} on ONOS {1}")
    @MethodSource("everyBundleOnEveryRelease")
    void everyReferenceResolves(Bundle bundle, String release) {
        assertEquals(List.of(), Linker.problems(bundle, new Universe(everythingOn(release))),
                bundle + " on ONOS " + release);
        System.out.printf("%s: %d references into ONOS resolve on %s%n", bundle, referencesIntoOnos(bundle), release);
    }

    @ParameterizedTest(name = "{0} on ONOS {1}")
    @MethodSource("everyBundleOnEveryRelease")
    void everyImportIsMet(Bundle bundle, String release) {
        assertEquals(List.of(), new Wiring(everythingOn(release)).problems(bundle),
                bundle + " on ONOS " + release);
    }

    /** This type is there in the older release alone. */
    @Test
    void aTypeThatTheNewestReleaseLacksIsFound() throws IOException {
        Bundle user = compiled(RELEASES.get(0),
                "class User { int use(org.onosproject.net.behaviour.upf.UpfCounter c) { return c.getCellId(); } }");

        assertEquals(List.of(), linkWith(user, RELEASES.get(0)));
        assertEquals(List.of("sample.User: there is no org.onosproject.net.behaviour.upf.UpfCounter"),
                linkWith(user, RELEASES.get(1)));
    }

    @Test
    void aRangeThatEndsBeforeTheNewestReleaseIsFound() {
        Bundle user = new Bundle("sample", Map.of("Import-Package",
                "org.onosproject.net;version=\"[2.5,2.6)\",com.fasterxml.jackson.databind;version=\"[2.10,2.11)\""),
                Map.of(), Optional.empty());

        assertEquals(List.of(), new Wiring(onos.get(RELEASES.get(0))).problems(user));
        assertEquals(List.of("imports org.onosproject.net [2.5,2.6), but it is there as [2.7.0]",
                        "imports com.fasterxml.jackson.databind [2.10,2.11), but it is there as [2.11.0]"),
                new Wiring(onos.get(RELEASES.get(1))).problems(user));
    }

    private Bundle compiled(String release, String source) throws IOException {
        List<Path> classPath;
        try (Stream<Path> files = Files.list(ONOS.resolve(release))) {
            classPath = files.toList();
        }
        return Samples.bundle(new Samples(temp).compile(classPath, source), Map.of());
    }

    private static List<String> linkWith(Bundle user, String release) {
        List<Bundle> all = new ArrayList<>(onos.get(release));
        all.add(user);
        return Linker.problems(user, new Universe(all));
    }

    private static List<Bundle> everythingOn(String release) {
        List<Bundle> all = new ArrayList<>(ours);
        all.addAll(onos.get(release));
        return all;
    }

    private static long referencesIntoOnos(Bundle bundle) {
        return bundle.classes().values().stream().map(References::of)
                .flatMap(references -> Stream.concat(references.types().stream(),
                        references.members().stream().map(References.Member::owner)))
                .filter(name -> name.startsWith("org/onosproject/") || name.startsWith("org/onlab/"))
                .count();
    }

    private static List<Bundle> jars(Path directory) throws IOException {
        List<Bundle> bundles = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                bundles.add(Bundle.read(file));
            }
        }
        return bundles;
    }
}
