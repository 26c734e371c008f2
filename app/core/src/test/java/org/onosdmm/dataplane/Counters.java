/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

/** How many packets and bytes a flow entry, or one direction of a port, has seen. */
public final class Counters {
    private long packets;
    private long bytes;

    Counters() {
    }

    private Counters(long packets, long bytes) {
        this.packets = packets;
        this.bytes = bytes;
    }

    void count(int length) {
        packets++;
        bytes += length;
    }

    Counters copy() {
        return new Counters(packets, bytes);
    }

    /** Packets seen. */
    public long packets() {
        return packets;
    }

    /** Bytes seen. */
    public long bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return packets + " packets, " + bytes + " bytes";
    }
}
