/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.oar;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/** The files of an .oar, by name, and its two descriptors. */
final class Archive {
    static final String APP_XML = "app.xml";
    private static final String FEATURES_XML = "features.xml";

    private final Map<String, byte[]> files;

    private Archive(Map<String, byte[]> files) {
        this.files = files;
    }

    static Archive read(Path path) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(path))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), zip.readAllBytes());
                }
            }
        }
        return new Archive(files);
    }

    /** The same archive with one file added or replaced. */
    Archive with(String name, byte[] content) {
        Map<String, byte[]> changed = new TreeMap<>(files);
        changed.put(name, content);
        return new Archive(changed);
    }

    /** The same archive without one of its files. */
    Archive without(String name) {
        Map<String, byte[]> changed = new TreeMap<>(files);
        changed.remove(name);
        return new Archive(changed);
    }

    void write(Path path) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
    }

    Map<String, byte[]> files() {
        return files;
    }

    Optional<byte[]> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    Element app() {
        return parse(APP_XML);
    }

    Element features() {
        return parse(featuresFile());
    }

    String featuresFile() {
        return files.keySet().stream().filter(name -> name.endsWith(FEATURES_XML)).findFirst().orElse(FEATURES_XML);
    }

    static List<String> texts(Element parent, String tag) {
        NodeList found = parent.getElementsByTagNameNS("*", tag);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent().trim());
        }
        return texts;
    }

    private Element parse(String name) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(files.get(name)));
            return document.getDocumentElement();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(name + " cannot be read", e);
        }
    }
}
