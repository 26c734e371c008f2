/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onlab.packet.IpAddress;
import org.onosdmm.api.FlowKey;
import org.onosdmm.core.classify.FirstPacket;
import org.onosdmm.core.classify.signalling.Announcement;
import org.onosdmm.core.classify.signalling.ToldAddress;
import org.onosdmm.core.mobility.HintKeeping;
import org.onosdmm.core.model.Hints;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads the packets of control flows, for what they announce. On the node's thread.
 */
final class Signals {

    private Signals() {
    }

    /** A packet of a control flow, on its way from the node or to it. */
    static void heard(NodeTask task, FirstPacket packet, long now) {
        if (task.state() == null || !packet.payload().hasRemaining()) {
            return;
        }
        FlowKey key = packet.sample().key();
        IpAddress source = packet.fromNode() ? key.local() : key.remote();
        List<Hints.Session> sessions = Announcement.read(source, packet.payload().duplicate()).stream()
                .map(a -> Hints.Session.of(a.protocol(), a.address(), a.ports().first(), a.ports().last(),
                        a.applicationClass(), key, now + HintKeeping.SESSION))
                .collect(Collectors.toList());
        List<Hints.Told> told = !packet.fromNode() ? List.of()
                : ToldAddress.read(packet.payload().duplicate()).stream()
                .filter(t -> task.state().binding().addresses().contains(t.address()))
                .map(t -> Hints.Told.of(t.protocol(), t.address(), t.port(), now + HintKeeping.SESSION))
                .collect(Collectors.toList());
        if (!sessions.isEmpty() || !told.isEmpty()) {
            task.change(state -> state == null ? null
                    : state.with(HintKeeping.announced(state.hints(), sessions, told, now)));
        }
    }
}
