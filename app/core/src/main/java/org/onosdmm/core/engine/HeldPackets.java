/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onosdmm.core.model.NodeState;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Packets of one node that wait for rules; bounded, the oldest one goes first.
 */
final class HeldPackets {

    static final int MAX = 256;

    private final PacketPort out;
    private final Deque<HeldPacket> waiting = new ArrayDeque<>();

    HeldPackets(PacketPort out) {
        this.out = out;
    }

    void hold(HeldPacket packet) {
        if (waiting.size() == MAX) {
            waiting.removeFirst();
        }
        waiting.addLast(packet);
    }

    int size() {
        return waiting.size();
    }

    /**
     * Passes on the oldest packets. Those for which the state has no source guard, and never will, are dropped: they
     * would only come back.
     *
     * @return how many were passed on
     */
    int release(int count, NodeState state) {
        int released = 0;
        for (int i = 0; i < count && !waiting.isEmpty(); i++) {
            HeldPacket packet = waiting.removeFirst();
            if (packet.admittedBy(state)) {
                out.release(packet);
                released++;
            }
        }
        return released;
    }

    void clear() {
        waiting.clear();
    }
}
