/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.names;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.CharStreams;
import org.onlab.packet.IpPrefix;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The tables that ship with the app. A line that begins with a class in brackets is followed by what is of this class;
 * from a hash on a line is a comment, and the comment above some prefixes is the name of their service.
 */
final class Resources {

    static final NameTable NAMES = names();
    static final NetworkTable NETWORKS = networks();

    private Resources() {
    }

    private static NameTable names() {
        ImmutableMap.Builder<String, String> classes = ImmutableMap.builder();
        String current = "";
        for (String line : lines("names.txt")) {
            int hash = line.indexOf('#');
            String text = (hash < 0 ? line : line.substring(0, hash)).trim();
            if (text.startsWith("[")) {
                current = text.substring(1, text.length() - 1);
                continue;
            }
            for (String name : Splitter.on(' ').omitEmptyStrings().split(text)) {
                classes.put(name, current);
            }
        }
        return NameTable.of(classes.build());
    }

    private static NetworkTable networks() {
        ImmutableList.Builder<NetworkTable.Entry> entries = ImmutableList.builder();
        String current = "";
        String service = "";
        for (String line : lines("networks.txt")) {
            if (line.startsWith("#")) {
                service = line.substring(1).trim();
            } else if (line.startsWith("[")) {
                current = line.substring(1, line.length() - 1);
            } else {
                for (String prefix : Splitter.on(' ').omitEmptyStrings().split(line)) {
                    entries.add(NetworkTable.Entry.of(IpPrefix.valueOf(prefix), current, service));
                }
            }
        }
        return NetworkTable.of(entries.build());
    }

    private static List<String> lines(String name) {
        try (Reader in = new InputStreamReader(Resources.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            return CharStreams.readLines(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
