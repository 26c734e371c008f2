/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.names;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.onlab.packet.IpPrefix;
import org.onosdmm.core.classify.table.ShippedTable;

/**
 * The tables that ship with the app. From a hash on a line is a comment; the comment above some prefixes is the name of
 * their service.
 */
final class Resources {

    static final NameTable NAMES = names();
    static final NetworkTable NETWORKS = networks();

    private Resources() {
    }

    private static NameTable names() {
        ImmutableMap.Builder<String, String> classes = ImmutableMap.builder();
        ShippedTable.read(Resources.class, "names.txt", (name, line) -> {
            int hash = line.indexOf('#');
            words(hash < 0 ? line : line.substring(0, hash)).forEach(each -> classes.put(each, name));
        });
        return NameTable.of(classes.build());
    }

    private static NetworkTable networks() {
        ImmutableList.Builder<NetworkTable.Entry> entries = ImmutableList.builder();
        StringBuilder service = new StringBuilder();
        ShippedTable.read(Resources.class, "networks.txt", (name, line) -> {
            if (line.startsWith("#")) {
                service.replace(0, service.length(), line.substring(1).trim());
            } else {
                words(line).forEach(prefix -> entries.add(NetworkTable.Entry.of(IpPrefix.valueOf(prefix), name,
                        service.toString())));
            }
        });
        return NetworkTable.of(entries.build());
    }

    private static Iterable<String> words(String text) {
        return Splitter.on(' ').omitEmptyStrings().split(text.trim());
    }
}
