/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import org.junit.jupiter.api.Test;
import org.onlab.rest.AuthorizationFilter;
import org.onosdmm.web.page.HeaderFilter;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javax.ws.rs.core.Application;
import javax.xml.parsers.DocumentBuilderFactory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The container reads web.xml; nothing else would notice a misspelt name in it.
 */
class WebXmlTest {

    @Test
    void namesTheApplication() throws Exception {
        Class<?> application = Class.forName(texts("param-value").get(0));
        assertEquals(DmmWebApplication.class, application);
        Application made = (Application) application.getConstructor().newInstance();
        assertTrue(made.getClasses().contains(AuthorizationFilter.class));
        assertEquals(List.of("org.glassfish.jersey.servlet.ServletContainer", "org.onosdmm.web.stream.EventServlet"),
                texts("servlet-class"));
    }

    @Test
    void theStreamMayGoOnWithoutAThread() throws Exception {
        assertEquals(List.of("true"), texts("async-supported"));
    }

    @Test
    void namesTheFilterOfThePage() throws Exception {
        assertEquals(List.of(HeaderFilter.class.getName()), texts("filter-class"));
        assertEquals(List.of("index.html"), texts("welcome-file"));
    }

    @Test
    void guardsEverythingAsOnosDoes() throws Exception {
        assertEquals(List.of("/v1/events", "/v1/*", "/", "/index.html", "/page/*", "/*"), texts("url-pattern"));
        assertEquals(List.of("admin", "viewer", "admin", "viewer"), texts("role-name"));
        assertEquals(List.of("BASIC"), texts("auth-method"));
        assertEquals(List.of("karaf"), texts("realm-name"));
    }

    private static List<String> texts(String element) throws Exception {
        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new File("src/main/webapp/WEB-INF/web.xml"));
        NodeList nodes = document.getElementsByTagName(element);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent().trim());
        }
        return texts;
    }
}
