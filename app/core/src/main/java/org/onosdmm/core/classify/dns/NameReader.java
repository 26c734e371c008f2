/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.dns;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Reads names with compression (RFC 1035, section 4.1.4). A pointer has to point to before the name that it is in, and
 * before the pointer ahead of it: so no name has a loop.
 */
final class NameReader {

    private static final int LONGEST = 255;
    private static final int MOST_POINTERS = 32;
    private static final int POINTER = 0xc0;

    private NameReader() {
    }

    /**
     * The name at the position of the buffer, which is moved behind it; lower case, without the last dot. What is not
     * printable becomes a question mark. Nothing where it is no name.
     *
     * @throws java.nio.BufferUnderflowException if the message ends within it
     */
    static Optional<String> read(ByteBuffer message) {
        StringBuilder name = new StringBuilder();
        int end = -1;
        int before = message.position();
        int pointers = 0;
        while (true) {
            int length = message.get() & 0xff;
            if (length == 0) {
                message.position(end < 0 ? message.position() : end);
                return Optional.of(name.toString());
            }
            if ((length & POINTER) == POINTER) {
                int to = (length & ~POINTER) << 8 | message.get() & 0xff;
                end = end < 0 ? message.position() : end;
                pointers++;
                if (to >= before || pointers > MOST_POINTERS) {
                    return Optional.empty();
                }
                before = to;
                message.position(to);
            } else if ((length & POINTER) != 0 || name.length() + length + 1 > LONGEST) {
                return Optional.empty();
            } else {
                label(message, length, name);
            }
        }
    }

    private static void label(ByteBuffer message, int length, StringBuilder name) {
        if (name.length() > 0) {
            name.append('.');
        }
        for (int i = 0; i < length; i++) {
            char c = (char) (message.get() & 0xff);
            boolean capital = 'A' <= c && c <= 'Z';
            boolean printable = '!' <= c && c <= '~' && c != '.';
            name.append(capital ? (char) (c + ('a' - 'A')) : printable ? c : '?');
        }
    }
}
