/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
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

    /** The IPv4 packet of these fragments, as a receiver puts it together; the transport checksum stays as it is. */
    public static Frame join(List<Frame> fragments) {
        List<Frame> inOrder = new ArrayList<>(fragments);
        inOrder.sort(Comparator.comparingInt(Fragments::offset));
        Frame first = inOrder.get(0);
        int start = first.headers().payload();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(first.bytes(), 0, start);
        for (Frame piece : inOrder) {
            if (offset(piece) * 8 != whole.size() - start) {
                throw new IllegalArgumentException("no fragment begins at " + (whole.size() - start));
            }
            whole.write(piece.bytes(), start, piece.headers().end() - start);
        }
        byte[] bytes = whole.toByteArray();
        int network = first.headers().network();
        Bytes.put16(bytes, network + 2, bytes.length - network);
        Bytes.put16(bytes, network + 6, 0);
        Checksums.computeIpv4(bytes, HeaderParser.parse(bytes));
        return Frame.of(bytes);
    }

    private static int offset(Frame fragment) {
        return Bytes.u16(fragment.bytes(), fragment.headers().network() + 6) & 0x1fff;
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
