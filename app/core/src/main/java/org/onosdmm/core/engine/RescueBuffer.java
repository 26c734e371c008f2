/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Packets that arrived for one node while it was away, oldest first. Bounded in number and in time for the node, and
 * in number over all nodes; the oldest one goes first.
 */
final class RescueBuffer {

    /** Packets of one node at most. */
    static final int MAX = 256;
    /** Packets of all nodes together at most. */
    static final int MAX_IN_ALL = 8_192;
    /** How long a packet is kept, ms: older ones are of no use to a call. */
    static final long MAX_AGE = 2_000;

    /** A port that goes down is noticed so much later at most, ms. */
    private static final long NOTICED_LATE = 20;
    /** What a switch has sent up before it had the rules for the node's return arrives so much later at most, ms. */
    static final long LATE = 100;

    /** What all nodes together hold and have lost. */
    static final class Total {

        private final AtomicInteger held = new AtomicInteger();
        private final LongAdder dropped = new LongAdder();

        /** Packets that were kept and then dropped, since the start. */
        long dropped() {
            return dropped.sum();
        }
    }

    private static final class Kept {

        private final HeldPacket packet;
        private final long time;
        private boolean owed;

        private Kept(HeldPacket packet, long time, boolean owed) {
            this.packet = packet;
            this.time = time;
            this.owed = owed;
        }
    }

    private final PacketPort out;
    private final EngineClock clock;
    private final Total total;
    private final Deque<Kept> kept = new ArrayDeque<>();
    private long awaySince = Long.MAX_VALUE;
    private long lateUntil = Long.MIN_VALUE;

    RescueBuffer(PacketPort out, EngineClock clock, Total total) {
        this.out = out;
        this.clock = clock;
        this.total = total;
    }

    /**
     * Keeps a packet. One that went nowhere else is owed to the node, even if it comes a little late; a copy of one
     * that went to where the node is and is expected is owed only if the node turns out to have been at neither.
     */
    void keep(HeldPacket packet, boolean copied) {
        boolean owed = !copied && (awaySince != Long.MAX_VALUE || clock.millis() <= lateUntil);
        dropOld();
        if (kept.size() == MAX || total.held.get() >= MAX_IN_ALL && !kept.isEmpty()) {
            drop();
        }
        if (total.held.get() >= MAX_IN_ALL) {
            total.dropped.increment();
            return;
        }
        kept.addLast(new Kept(packet, clock.millis(), owed));
        total.held.incrementAndGet();
    }

    /** Notes since when the node is away, ms since the epoch. */
    void away(long time) {
        awaySince = Math.min(awaySince, time - NOTICED_LATE);
    }

    /** The node is back: copies that come from now on have found it. */
    void back() {
        if (awaySince != Long.MAX_VALUE) {
            kept.forEach(each -> each.owed |= each.time >= awaySince);
            awaySince = Long.MAX_VALUE;
            lateUntil = clock.millis() + LATE;
        }
    }

    /**
     * Passes on, in their order, the packets that are owed to the node, with the copies that were made since it has
     * been away; returns how many. Older copies found the node where it was.
     */
    int release() {
        dropOld();
        int released = 0;
        for (Kept each : kept) {
            if (each.owed || each.time >= awaySince) {
                out.release(each.packet);
                released++;
            }
        }
        total.held.addAndGet(-kept.size());
        kept.clear();
        return released;
    }

    private void dropOld() {
        while (!kept.isEmpty() && clock.millis() - kept.getFirst().time > MAX_AGE) {
            drop();
        }
    }

    private void drop() {
        kept.removeFirst();
        total.held.decrementAndGet();
        total.dropped.increment();
    }

    void clear() {
        while (!kept.isEmpty()) {
            drop();
        }
    }
}
