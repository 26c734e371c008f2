/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.MobilityEvent;
import org.onosdmm.core.engine.EngineClock;
import org.onosdmm.core.engine.MobilityEngine;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.onos.packet.PacketsOut;
import org.onosdmm.core.packet.RouterAdvertisements;
import org.onosproject.net.ConnectPoint;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import static org.onlab.packet.IpAddress.Version.INET6;

/**
 * Announces IPv6 prefixes to nodes that have not asked: at once and once more when a node has attached or moved, and
 * three times in every preferred lifetime, so that two that are lost do no harm.
 */
public final class Announcements {

    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final int TIMES_A_LIFETIME = 3;

    private final MobilityEngine engine;
    private final PacketsOut packets;
    private final EngineClock clock;
    private final Map<MobileNodeId, Long> last = new ConcurrentHashMap<>();

    /** Announcements to the nodes of an engine. */
    public Announcements(MobilityEngine engine, PacketsOut packets, EngineClock clock) {
        this.engine = engine;
        this.packets = packets;
        this.clock = clock;
    }

    /** A node has attached, moved or gone. */
    public void changed(MobilityEvent.Type type, MobileNodeId node) {
        if (type == MobilityEvent.Type.NODE_REMOVED) {
            last.remove(node);
        } else if (type != MobilityEvent.Type.NODE_UPDATED && domain().isPresent()) {
            clock.execute(this, () -> announce(node));
            clock.schedule(this, AGAIN, () -> announce(node));
        }
    }

    /** Announces to the nodes whose turn it is, of those that this controller instance works for. */
    public void repeat(Predicate<MobileNodeId> mine) {
        long now = clock.millis();
        domain().ifPresent(domain -> {
            long period = domain.timers().preferredLifetime() / TIMES_A_LIFETIME;
            engine.states().stream().map(NodeState::node)
                    .filter(node -> now - last.getOrDefault(node, 0L) >= period && mine.test(node))
                    .forEach(this::announce);
        });
    }

    private Optional<Domain> domain() {
        return engine.domain().filter(d -> d.speaks(INET6));
    }

    private void announce(MobileNodeId node) {
        Optional<NodeState> state = engine.state(node).filter(s -> !s.binding().absentSince().isPresent());
        domain().ifPresent(domain -> state.ifPresent(s -> {
            ConnectPoint poa = s.binding().current().poa();
            domain.anchorAt(poa.deviceId()).ifPresent(edge -> {
                long now = clock.millis();
                last.put(node, now);
                packets.send(poa, RouterAdvertisements.to(domain, edge, state, node.mac(), now));
            });
        }));
    }
}
