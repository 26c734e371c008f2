/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onosdmm.core.model.NodeState;
import org.onosproject.net.DeviceId;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;

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

    /** Whether one of them came in at this switch. */
    boolean isFrom(DeviceId device) {
        return waiting.stream().anyMatch(packet -> packet.port().deviceId().equals(device));
    }

    /**
     * Passes on the oldest packets that the rules in force let through, in their order, by the place where the node is.
     * Those that wait for rules yet to come stay; those that nothing will ever let through are dropped, for they would
     * only come back.
     *
     * @param count how many of the oldest ones to look at
     * @param inForce the state whose rules the switches have confirmed
     * @param toCome tells of a packet whether rules for it are on their way
     * @return how many were passed on
     */
    int release(int count, NodeState inForce, Predicate<HeldPacket> toCome) {
        Deque<HeldPacket> staying = new ArrayDeque<>();
        int released = 0;
        for (int i = 0; i < count && !waiting.isEmpty(); i++) {
            HeldPacket packet = waiting.removeFirst();
            if (packet.admittedBy(inForce)) {
                out.release(packet.where(inForce));
                released++;
            } else if (toCome.test(packet)) {
                staying.addFirst(packet);
            }
        }
        staying.forEach(waiting::addFirst);
        return released;
    }

    void clear() {
        waiting.clear();
    }
}
