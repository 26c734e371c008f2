/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onosdmm.api.Locator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Packets that a bounce has sent to a node's new place before the switch there delivers: the rules of two switches take
 * effect in any order. Kept until it does or, if the node has moved on by then, until it bounces; bounded, the oldest
 * one goes first.
 */
final class EarlyPackets {

    static final int MAX = 256;
    /** Places at which packets are waited for at the same time; the oldest one goes first. */
    static final int PLACES = 32;
    /** Packets that the switch has sent up just before it had the rule arrive here so much later at most, ms. */
    static final long LATE = 20;

    private final PacketPort out;
    private final EngineClock clock;
    private final Deque<Early> waiting = new ArrayDeque<>();
    /** Where packets may come before the rules, and since when the rules are there, ms since the epoch. */
    private final Map<Locator, Optional<Long>> places = new LinkedHashMap<>();
    private Locator present;

    /** A packet that waits for the rules of a place. */
    private static final class Early {
        private final Locator place;
        private final HeldPacket packet;

        private Early(Locator place, HeldPacket packet) {
            this.place = place;
            this.packet = packet;
        }
    }

    EarlyPackets(PacketPort out, EngineClock clock) {
        this.out = out;
        this.clock = clock;
    }

    /** The node has a new place; packets may come there before the rules. */
    void await(Locator place) {
        places.values().removeIf(this::isLongAgo);
        if (places.size() == PLACES) {
            forget(places.keySet().iterator().next());
        }
        places.put(place, Optional.empty());
        present = place;
    }

    private void forget(Locator place) {
        places.remove(place);
        waiting.removeIf(early -> early.place.equals(place));
    }

    private boolean isLongAgo(Optional<Long> since) {
        return since.isPresent() && clock.millis() - since.get() > LATE;
    }

    /** Keeps a packet for a place; if the rules are there by now, passes it on. Any other is dropped. */
    void hold(Locator place, HeldPacket packet) {
        Optional<Long> since = places.get(place);
        if (since == null || isLongAgo(since)) {
            return;
        }
        if (since.isPresent()) {
            out.release(packet);
            return;
        }
        if (waiting.size() == MAX) {
            waiting.removeFirst();
        }
        waiting.addLast(new Early(place, packet));
    }

    /** The switch delivers at this place: packets for it are passed on, in their order. */
    void delivers(Locator place) {
        if (place.equals(present)) {
            passOn(present::equals);
        }
    }

    /** The switches bounce at all places that the node has left: packets for them are passed on, in their order. */
    void bounces() {
        passOn(place -> !place.equals(present));
    }

    private void passOn(Predicate<Locator> which) {
        Optional<Long> now = Optional.of(clock.millis());
        places.replaceAll((place, since) -> since.isPresent() || !which.test(place) ? since : now);
        waiting.removeIf(early -> {
            boolean ready = places.get(early.place).isPresent();
            if (ready) {
                out.release(early.packet);
            }
            return ready;
        });
    }
}
