/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.signalling;

import org.onlab.packet.IpAddress;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a payload, and the words in them. All of it is bounded: a payload is one packet, and of one with more
 * lines than any message has the first are taken.
 */
final class Lines {

    private static final int MOST_LINES = 512;
    private static final int LONGEST_PAYLOAD = 16_384;
    private static final int LONGEST_ADDRESS = 45;
    private static final int MAX_PORT = 65_535;

    private Lines() {
    }

    /** The lines, without their ends, an octet a character. */
    static List<String> of(ByteBuffer payload) {
        byte[] octets = new byte[Math.min(payload.remaining(), LONGEST_PAYLOAD)];
        payload.duplicate().get(octets);
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length() && lines.size() < MOST_LINES) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            int cut = end > from && text.charAt(end - 1) == '\r' ? end - 1 : end;
            lines.add(text.substring(from, cut));
            from = end + 1;
        }
        return lines;
    }

    /** An address, not a name; nothing where it is none, or of nobody. */
    static Optional<IpAddress> address(String text) {
        if (text.length() > LONGEST_ADDRESS || text.isEmpty()
                || !text.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == '.' || c == ':')) {
            return Optional.empty();
        }
        try {
            return Optional.of(IpAddress.valueOf(text)).filter(address -> !address.isZero());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A port other than 0; 0 where it is none. */
    static int port(String text) {
        return number(text, MAX_PORT);
    }

    /** A decimal number up to a bound; 0 where it is none. */
    static int number(String text, int most) {
        if (text.isEmpty() || text.length() > 5 || !text.chars().allMatch(c -> '0' <= c && c <= '9')) {
            return 0;
        }
        int number = Integer.parseInt(text);
        return number <= most ? number : 0;
    }
}
