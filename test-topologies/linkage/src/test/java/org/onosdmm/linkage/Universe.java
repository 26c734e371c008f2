/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.linkage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All classes that there are: those of some bundles, and those of the JDK. */
final class Universe {
    private final Map<String, byte[]> bytes = new HashMap<>();
    private final Map<String, Optional<ClassInfo>> known = new HashMap<>();

    Universe(Collection<Bundle> bundles) {
        bundles.forEach(bundle -> bundle.classes().forEach(bytes::putIfAbsent));
    }

    /** The class of this internal name, or the element type of an array of that. */
    Optional<ClassInfo> find(String name) {
        Optional<ClassInfo> info = known.get(name);
        if (info == null) {
            info = load(name).map(ClassInfo::read);
            known.put(name, info);
        }
        return info;
    }

    /** The class itself, then its superclasses, then the interfaces of all of these. */
    Set<ClassInfo> lineage(ClassInfo type) throws MissingClassException {
        Set<ClassInfo> lineage = new LinkedHashSet<>();
        for (ClassInfo next = type; next != null; next = next.parent() == null ? null : get(next.parent(), next)) {
            lineage.add(next);
        }
        Set<ClassInfo> interfaces = new LinkedHashSet<>();
        for (ClassInfo next : lineage) {
            addInterfaces(next, interfaces, new HashSet<>());
        }
        lineage.addAll(interfaces);
        return lineage;
    }

    private void addInterfaces(ClassInfo type, Set<ClassInfo> interfaces, Set<String> seen)
            throws MissingClassException {
        for (String name : type.interfaces()) {
            if (seen.add(name)) {
                ClassInfo parent = get(name, type);
                interfaces.add(parent);
                addInterfaces(parent, interfaces, seen);
            }
        }
    }

    private ClassInfo get(String name, ClassInfo child) throws MissingClassException {
        return find(name).orElseThrow(() -> new MissingClassException(name, child.name()));
    }

    private Optional<byte[]> load(String name) {
        if (bytes.containsKey(name)) {
            return Optional.of(bytes.get(name));
        }
        try (InputStream stream = ClassLoader.getPlatformClassLoader().getResourceAsStream(name + ".class")) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A class needs another one that is not there. */
    static final class MissingClassException extends Exception {
        private static final long serialVersionUID = 1;

        MissingClassException(String name, String child) {
            super(ClassInfo.dotted(name) + ", which " + ClassInfo.dotted(child) + " extends or implements");
        }
    }
}
