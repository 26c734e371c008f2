/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import java.util.ArrayList;
import java.util.List;

/** Cuts a packet into fragments, as a sender does (RFC 791 section 3.2, RFC 8200 section 4.5). */
public final class Fragments {
    private static final int MORE = 0x2000;
    private static final int EXTENSION = 8;

    private Fragments() {
    }

    /** The fragments of an IP packet without options, each with at most this many bytes behind the IP header. */
    public static List<Frame> of(Frame frame, int most, int identification) {
        int piece = most / 8 * 8;
        int start = frame.headers().payload();
        int length = frame.headers().end() - start;
        List<Frame> fragments = new ArrayList<>();
        for (int offset = 0; offset < length; offset += piece) {
            int size = Math.min(piece, length - offset);
            boolean more = offset + size < length;
            fragments.add(frame.headers().isIpv4() ? ipv4(frame, offset, size, more, identification)
                    : ipv6(frame, offset, size, more, identification));
        }
        return fragments;
    }

    private static Frame ipv4(Frame frame, int offset, int size, boolean more, int identification) {
        byte[] whole = frame.bytes();
        int network = frame.headers().network();
        int start = frame.headers().payload();
        byte[] bytes = new byte[start + size];
        System.arraycopy(whole, 0, bytes, 0, start);
        System.arraycopy(whole, start + offset, bytes, start, size);
        Bytes.put16(bytes, network + 2, start - network + size);
        Bytes.put16(bytes, network + 4, identification);
        Bytes.put16(bytes, network + 6, (more ? MORE : 0) | offset / 8);
        Checksums.compute(bytes, HeaderParser.parse(bytes));
        return Frame.of(bytes);
    }

    private static Frame ipv6(Frame frame, int offset, int size, boolean more, int identification) {
        byte[] whole = frame.bytes();
        int network = frame.headers().network();
        int start = frame.headers().payload();
        byte[] bytes = new byte[start + EXTENSION + size];
        System.arraycopy(whole, 0, bytes, 0, start);
        System.arraycopy(whole, start + offset, bytes, start + EXTENSION, size);
        Bytes.put16(bytes, network + 4, EXTENSION + size);
        bytes[start] = bytes[network + 6];
        bytes[network + 6] = IpProtocols.FRAGMENT;
        Bytes.put16(bytes, start + 2, offset | (more ? 1 : 0));
        Bytes.put16(bytes, start + 6, identification);
        return Frame.of(bytes);
    }
}
