/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onlab.packet.IpAddress;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Packets for addresses that nobody is known to hold yet: they wait while the address is asked for, as at a router (RFC
 * 1122, section 2.3.2.2; RFC 4861, section 7.2.2). Bounded in addresses, packets and time; the oldest go first. Safe on
 * any thread.
 */
final class SoughtPackets {

    /** Addresses with packets: a scan must not fill the memory. */
    static final int ADDRESSES = 256;
    /** Packets for an address. */
    static final int PACKETS = 16;
    /** Who has not answered after this time will not, ms. */
    static final long PATIENCE = 3_000;

    private final PacketPort out;
    private final EngineClock clock;
    private final Map<IpAddress, Waiting> byAddress = new LinkedHashMap<>();

    private static final class Waiting {
        private final long since;
        private final Deque<HeldPacket> packets = new ArrayDeque<>();

        private Waiting(long since) {
            this.since = since;
        }
    }

    SoughtPackets(PacketPort out, EngineClock clock) {
        this.out = out;
        this.clock = clock;
    }

    /** Keeps a packet for an address. */
    synchronized void keep(IpAddress address, HeldPacket packet) {
        long now = clock.millis();
        byAddress.values().removeIf(waiting -> now - waiting.since > PATIENCE);
        Waiting waiting = byAddress.computeIfAbsent(address, a -> new Waiting(now));
        if (waiting.packets.size() == PACKETS) {
            waiting.packets.removeFirst();
        }
        waiting.packets.addLast(packet);
        if (byAddress.size() > ADDRESSES) {
            byAddress.remove(byAddress.keySet().iterator().next());
        }
    }

    /** The switches lead to the holders of these addresses now: what waits for them goes on, in its order. */
    synchronized void found(Iterable<IpAddress> addresses) {
        for (IpAddress address : addresses) {
            Waiting waiting = byAddress.remove(address);
            if (waiting != null && clock.millis() - waiting.since <= PATIENCE) {
                waiting.packets.forEach(out::release);
            }
        }
    }
}
