/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.linkage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Imports and requirements that can be met, and ones that cannot. */
class WiringTest {
    private static final Bundle ONOS = bundle(Map.of(
            "Export-Package", "org.onosproject.net;version=\"2.5.6\";uses:=\"org.onlab.packet\",javax.inject",
            "Provide-Capability", "osgi.extender;osgi.extender=\"osgi.component\";version:Version=\"1.4\""));

    @TempDir
    private Path temp;

    @Test
    void rangesThatAdmitIt() {
        assertImports("org.onosproject.net");
        assertImports("org.onosproject.net;version=\"2.5\"");
        assertImports("org.onosproject.net;version=\"[2.5,3)\",javax.inject");
        assertImports("org.w3c.dom,javax.xml.parsers");
        assertImports("org.example;resolution:=optional");
    }

    @Test
    void rangesThatDoNot() {
        assertImports("org.onosproject.net;version=\"[3,4)\"",
                "imports org.onosproject.net [3,4), but it is there as [2.5.6]");
        assertImports("org.onosproject.net;version=\"[2.5,2.5.6)\"",
                "imports org.onosproject.net [2.5,2.5.6), but it is there as [2.5.6]");
        assertImports("org.onosproject.net;version=\"[2.6,3)\";resolution:=optional",
                "imports org.onosproject.net [2.6,3), but it is there as [2.5.6]");
        assertImports("javax.inject;version=\"[1,2)\"",
                "imports javax.inject [1,2), but it is there as [0.0.0]");
    }

    @Test
    void packageThatNothingExports() {
        assertImports("org.example", "imports org.example, which nothing exports");
    }

    @Test
    void requirements() {
        assertRequires("osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=11))\"");
        assertRequires("osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=17))\"",
                "requires osgi.ee (&(osgi.ee=JavaSE)(version=17)), which nothing provides");
        assertRequires("osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.4.0)(!(version>=2)))\"");
        assertRequires("osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.5.0)(!(version>=2)))\"",
                "requires osgi.extender (&(osgi.extender=osgi.component)(version>=1.5.0)(!(version>=2))), "
                        + "which nothing provides");
        assertRequires("osgi.service;filter:=\"(objectClass=org.example.Service)\";effective:=active");
    }

    @Test
    void packageThatIsUsedButNotImported() throws IOException {
        Path classes = new Samples(temp).compile(List.of(),
                "class User { org.w3c.dom.Document document; @Deprecated javax.xml.namespace.QName name; }");
        Bundle user = Samples.bundle(classes, Map.of("Import-Package", "javax.xml.namespace"));

        assertEquals(List.of("uses org.w3c.dom, but does not import it"), new Wiring(List.of(user)).problems(user));
    }

    @Test
    void classThatTheWebDescriptorNames() {
        Bundle web = new Bundle("sample", Map.of(), Map.of(), Optional.of(
                "<servlet><servlet-class>org.example.Servlet</servlet-class><init-param>"
                        + "<param-name>javax.ws.rs.Application</param-name></init-param></servlet>"));

        assertEquals(List.of("uses org.example, but does not import it"), new Wiring(List.of()).problems(web));
    }

    private static void assertImports(String header, String... problems) {
        assertProblems("Import-Package", header, problems);
    }

    private static void assertRequires(String header, String... problems) {
        assertProblems("Require-Capability", header, problems);
    }

    private static void assertProblems(String name, String header, String... problems) {
        assertEquals(List.of(problems), new Wiring(List.of(ONOS)).problems(bundle(Map.of(name, header))));
    }

    private static Bundle bundle(Map<String, String> headers) {
        return new Bundle("sample", headers, Map.of(), Optional.empty());
    }
}
