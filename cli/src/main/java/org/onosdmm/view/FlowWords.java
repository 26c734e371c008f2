/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view;

import com.google.common.collect.ImmutableSet;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.FlowKey;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Flows as people write them.
 */
public final class FlowWords {

    private static final String FORM = "is neither the id of a flow, such as udp,10.1.0.10,5004,203.0.113.10,16384, "
            + "nor three words, such as udp 10.1.0.10:5004 203.0.113.10:16384";

    private static final ImmutableSet<Integer> PORTED = ImmutableSet.of(6, 17, 132);
    private static final Pattern BRACKETED = Pattern.compile("\\[([^]]*)](?::(.*))?", Pattern.DOTALL);
    private static final Pattern PLAIN = Pattern.compile("([^:\\[\\]]*)(?::([^:]*))?", Pattern.DOTALL);
    private static final Pattern WHOLE = Pattern.compile("(.*)(none)?", Pattern.DOTALL);

    private FlowWords() {
    }

    /**
     * Reads a flow: its id, or protocol and both ends.
     *
     * @throws DmmException of kind INVALID that names what is wrong
     */
    public static FlowKey parse(List<String> words) {
        if (words.size() == 1 && words.get(0).contains(",")) {
            return FlowKey.parse(words.get(0));
        }
        if (words.size() != 3) {
            throw DmmException.invalid("flow", String.join(" ", words), FORM);
        }
        Matcher local = end(words.get(1));
        Matcher remote = end(words.get(2));
        FlowKey key = FlowKey.of(words.get(0), local.group(1), port(local), remote.group(1), port(remote));
        if (PORTED.contains(key.protocol())) {
            requirePort("localPort", local);
            requirePort("remotePort", remote);
        }
        return key;
    }

    /** With brackets, with one colon at most, or an IPv6 address alone. */
    private static Matcher end(String text) {
        Matcher bracketed = BRACKETED.matcher(text);
        Matcher plain = PLAIN.matcher(text);
        Matcher whole = WHOLE.matcher(text);
        if (bracketed.matches()) {
            return bracketed;
        }
        return plain.matches() || !whole.matches() ? plain : whole;
    }

    private static String port(Matcher end) {
        return end.group(2) == null ? "0" : end.group(2);
    }

    /** Where the protocol has ports one that is not said is forgotten: 0 would be the fragments. */
    private static void requirePort(String field, Matcher end) {
        if (end.group(2) == null) {
            throw DmmException.invalid(field, end.group(), "has no port, as 10.1.0.10:5004 has");
        }
    }
}
