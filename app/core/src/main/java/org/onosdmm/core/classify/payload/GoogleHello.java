/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.payload;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The client's hello of Google's QUIC: a table of tags and of where their values end, then the values.
 */
final class GoogleHello {

    private static final int CHLO = 0x4f4c4843;
    private static final int SNI = 0x00494e53;
    private static final int HEADER = 8;
    private static final int ENTRY = 8;
    private static final int MOST_ENTRIES = 128;
    /** It comes soon: behind the header, a hash and the header of a frame. */
    private static final int FARTHEST = 96;

    private GoogleHello() {
    }

    /** Whether it is one of the versions {@code Q001} to {@code Q049} or {@code T0nn}. */
    static boolean isVersion(long version) {
        int letter = (int) (version >> 24);
        return (letter == 'Q' || letter == 'T') && (version >> 16 & 0xff) == '0' && isDigit(version >> 8 & 0xff)
                && isDigit(version & 0xff);
    }

    private static boolean isDigit(long octet) {
        return '0' <= octet && octet <= '9';
    }

    /** Whether it is near the beginning of some octets. */
    static boolean begins(byte[] octets) {
        return find(ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN)) >= 0;
    }

    private static int find(ByteBuffer in) {
        for (int at = 0; at < FARTHEST && at + HEADER <= in.limit(); at++) {
            if (in.getInt(at) == CHLO) {
                return at;
            }
        }
        return -1;
    }

    /** The server that a hello near the beginning asks for. */
    static Optional<String> server(byte[] octets) {
        ByteBuffer in = ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
        int hello = find(in);
        if (hello < 0) {
            return Optional.empty();
        }
        int entries = Math.min(in.getShort(hello + 4) & 0xffff, MOST_ENTRIES);
        int values = hello + HEADER + entries * ENTRY;
        int begin = 0;
        for (int i = 0; i < entries && hello + HEADER + (i + 1) * ENTRY <= in.limit(); i++) {
            int tag = in.getInt(hello + HEADER + i * ENTRY);
            int end = in.getInt(hello + HEADER + i * ENTRY + 4);
            if (end < begin || end > in.limit()) {
                return Optional.empty();
            }
            if (tag == SNI) {
                return ClientHello.name(in, values + begin, end - begin);
            }
            begin = end;
        }
        return Optional.empty();
    }
}
