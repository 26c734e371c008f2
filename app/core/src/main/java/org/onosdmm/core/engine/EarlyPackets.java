/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onosdmm.api.Locator;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Packets that a bounce has sent to a node's new place before the switch there delivers: the rules of two switches take
 * effect in any order. Kept until it does; bounded, the oldest one goes first.
 */
final class EarlyPackets {

    static final int MAX = 256;
    /** Packets that the switch has sent up just before it delivered arrive here so much later at most, ms. */
    static final long LATE = 20;

    private final PacketPort out;
    private final EngineClock clock;
    private final Deque<HeldPacket> waiting = new ArrayDeque<>();
    private Locator awaited;
    private long deliversSince;

    EarlyPackets(PacketPort out, EngineClock clock) {
        this.out = out;
        this.clock = clock;
    }

    /** The node has a new place; packets may come there before the rules. */
    void await(Locator place) {
        waiting.clear();
        awaited = place;
        deliversSince = Long.MAX_VALUE;
    }

    /** Keeps a packet for the new place; if that delivers by now, passes it on. Any other is dropped. */
    void hold(Locator place, HeldPacket packet) {
        if (!place.equals(awaited)) {
            return;
        }
        if (deliversSince != Long.MAX_VALUE) {
            if (clock.millis() - deliversSince <= LATE) {
                out.release(packet);
            }
            return;
        }
        if (waiting.size() == MAX) {
            waiting.removeFirst();
        }
        waiting.addLast(packet);
    }

    /** The switch delivers at this place: packets for it are passed on, in their order. */
    void delivers(Locator place) {
        if (place.equals(awaited) && deliversSince == Long.MAX_VALUE) {
            deliversSince = clock.millis();
            waiting.forEach(out::release);
            waiting.clear();
        }
    }
}
