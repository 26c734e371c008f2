/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.oar;

import com.google.common.hash.Hashing;
import org.w3c.dom.Element;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/** Compares an archive with the bundles that this build made, and its two descriptors with each other. */
final class Inspection {
    /** The format of ONOS's own apps: from 1.3 on, Karaf wants every service that is asked for declared beforehand. */
    private static final String FORMAT = "http://karaf.apache.org/xmlns/features/v1.2.0";
    private static final String HOME = "m2/org/onosdmm/%s/%s/%s-%s";

    private final String version;
    /** Artifact to jar, in the order in which they start. */
    private final Map<String, Path> built;
    private final List<String> problems = new ArrayList<>();

    private Inspection(String version, Map<String, Path> built) {
        this.version = version;
        this.built = built;
    }

    /** What is wrong with the archive; nothing, if it is as it should be. */
    static List<String> problems(Archive archive, String version, Map<String, Path> built) {
        Inspection inspection = new Inspection(version, built);
        inspection.inspectFiles(archive);
        if (inspection.problems.isEmpty()) {
            inspection.inspectDescriptors(archive);
        }
        return inspection.problems;
    }

    static String jarOf(String artifact, String version) {
        return String.format(HOME, artifact, version, artifact, version) + ".jar";
    }

    private void inspectFiles(Archive archive) {
        Map<String, Path> expected = new TreeMap<>();
        built.forEach((artifact, jar) -> expected.put(jarOf(artifact, version), jar));
        String features = String.format(HOME, "onos-dmm-oar", version, "onos-dmm-oar", version) + "-features.xml";
        expected.forEach((name, jar) -> archive.file(name).ifPresentOrElse(
                content -> inspectJar(name, content, jar), () -> problems.add(name + " is missing")));
        for (String name : List.of(Archive.APP_XML, features)) {
            if (archive.file(name).isEmpty()) {
                problems.add(name + " is missing");
            }
        }
        archive.files().keySet().stream()
                .filter(name -> !expected.containsKey(name))
                .filter(name -> !List.of(Archive.APP_XML, features, "app.png").contains(name))
                .forEach(name -> problems.add(name + " does not belong here"));
    }

    private void inspectJar(String name, byte[] packed, Path jar) {
        try {
            if (!sha256(packed).equals(sha256(Files.readAllBytes(jar)))) {
                problems.add(name + " is not the jar that this build made; build from the root, or with -am");
            }
            Manifest manifest = new JarInputStream(new ByteArrayInputStream(packed)).getManifest();
            Attributes attributes = manifest == null ? new Attributes() : manifest.getMainAttributes();
            String bundle = attributes.getValue("Bundle-Version");
            if (!version.equals(bundle)) {
                problems.add(name + " has Bundle-Version " + bundle + ", not " + version);
            }
        } catch (IOException e) {
            problems.add(name + " cannot be compared: " + e);
        }
    }

    private void inspectDescriptors(Archive archive) {
        Element app = archive.app();
        Element features = archive.features();
        Element feature = (Element) features.getElementsByTagNameNS("*", "feature").item(0);
        List<String> urls = built.keySet().stream()
                .map(artifact -> "mvn:org.onosdmm/" + artifact + "/" + version).collect(Collectors.toList());
        same("bundles of app.xml", urls, Archive.texts(app, "artifact"));
        same("bundles of features.xml", urls, Archive.texts(feature, "bundle"));
        same("features that ours needs", List.of("onos-api"), Archive.texts(feature, "feature"));
        same("format of features.xml", FORMAT, features.getNamespaceURI());
        same("app.xml's version", version, app.getAttribute("version"));
        same("feature's version", version, feature.getAttribute("version"));
        same("app's feature", feature.getAttribute("name"), app.getAttribute("features"));
        same("app.xml's feature repository", "mvn:org.onosdmm/onos-dmm-oar/" + version + "/xml/features",
                app.getAttribute("featuresRepo"));
    }

    private void same(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            problems.add(what + ": expected " + expected + ", found " + found);
        }
    }

    private static String sha256(byte[] content) {
        return Hashing.sha256().hashBytes(content).toString();
    }
}
