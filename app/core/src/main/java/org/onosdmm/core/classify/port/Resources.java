/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.port;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import org.onosdmm.core.classify.table.ShippedTable;
import org.onosdmm.core.model.PortRange;

import java.util.List;

/**
 * The table that ships with the app. A line has a protocol, ports and ranges of ports, and the name of the service
 * behind a hash.
 */
final class Resources {

    static final PortTable PORTS = read();

    private static final int TCP = 6;
    private static final int UDP = 17;

    private Resources() {
    }

    private static PortTable read() {
        ImmutableList.Builder<PortTable.Entry> entries = ImmutableList.builder();
        ShippedTable.read(Resources.class, "ports.txt", (name, line) -> {
            if (!line.startsWith("#")) {
                line(line, name, entries);
            }
        });
        return PortTable.of(entries.build());
    }

    private static void line(String line, String name, ImmutableList.Builder<PortTable.Entry> entries) {
        int hash = line.indexOf('#');
        String service = line.substring(hash + 1).trim();
        List<String> words = Splitter.on(' ').omitEmptyStrings().splitToList(line.substring(0, hash));
        int protocol = words.get(0).equals("tcp") ? TCP : UDP;
        for (String ports : words.subList(1, words.size())) {
            int dash = ports.indexOf('-');
            int first = Integer.parseInt(dash < 0 ? ports : ports.substring(0, dash));
            int last = Integer.parseInt(ports.substring(dash + 1));
            entries.add(PortTable.Entry.of(protocol, PortRange.of(first, last), name, service));
        }
    }
}
