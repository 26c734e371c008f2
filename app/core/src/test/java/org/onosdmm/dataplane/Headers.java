/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

/** What a switch reads in a frame: its match fields, and where the headers are that it may have to rewrite. */
final class Headers {
    /** Says that a header is not there. */
    static final int ABSENT = -1;

    private final long[] words = new long[Field.WORDS];
    private int network = ABSENT;
    private int transport = ABSENT;
    private int payload;
    private int end;
    private boolean fragment;

    Headers(int payload, int end) {
        this.payload = payload;
        this.end = end;
    }

    /** A packet's key: the fields of the frame, with these pipeline fields (OpenFlow 1.3.5 section A.2.3.7). */
    long[] key(long inPort, long metadata) {
        long[] key = words.clone();
        key[Field.IN_PORT.slot()] = inPort;
        key[Field.METADATA.slot()] = metadata;
        return key;
    }

    long get(Field field) {
        return words[field.slot()];
    }

    /** The second word of a 128-bit field. */
    long low(Field field) {
        return words[field.slot() + 1];
    }

    void set(Field field, long value) {
        words[field.slot()] = value;
    }

    void set(Field field, long high, long low) {
        words[field.slot()] = high;
        words[field.slot() + 1] = low;
    }

    int ethType() {
        return (int) get(Field.ETH_TYPE);
    }

    int protocol() {
        return (int) get(Field.IP_PROTO);
    }

    boolean isIpv4() {
        return ethType() == EtherTypes.IPV4 && network != ABSENT;
    }

    boolean isIpv6() {
        return ethType() == EtherTypes.IPV6 && network != ABSENT;
    }

    /** Offset of the IP or ARP header, or {@link #ABSENT}. */
    int network() {
        return network;
    }

    /** Offset of what follows the IP header, or {@link #ABSENT} where that is not the start of a transport header. */
    int transport() {
        return transport;
    }

    /** Offset of what the last header before the transport header carries. */
    int payload() {
        return payload;
    }

    /** Offset of the end of the IP packet: what follows is padding. */
    int end() {
        return end;
    }

    /** True for every fragment, the first one included. */
    boolean isFragment() {
        return fragment;
    }

    void network(int offset) {
        network = offset;
    }

    void payload(int offset) {
        payload = offset;
    }

    void transport(int offset) {
        transport = offset;
    }

    void end(int offset) {
        end = offset;
    }

    void fragment(boolean is) {
        fragment = is;
    }
}
