/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import org.onlab.packet.Ethernet;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.core.engine.MobilityEngine;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.onos.packet.PacketsOut;
import org.onosproject.net.ConnectPoint;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Lets nodes find that another has an address already. Every access port is a link of its own, so the question of a
 * node that would like to have an address (RFC 4862, section 5.4; RFC 5227, section 2.1) goes on to the holder, if
 * another node holds it, and the holder's answer comes back (in the spirit of RFC 6957). Nobody is defended who is not
 * there any more, and a holder is asked so often as is usual at most.
 */
final class Duplicates {

    /** How long an answer is waited for, s: as nodes wait themselves (RFC 4861, section 10; RFC 5227, section 1.1). */
    private static final long WAITING = 2;
    private static final long MOST_WAITING = 4_096;
    /** Questions a second and port that go on. */
    private static final int RATE = 20;

    /** A node that looks for a duplicate, and where. */
    private static final class Seeker {

        private final MobileNodeId node;
        private final ConnectPoint port;

        private Seeker(MobileNodeId node, ConnectPoint port) {
            this.node = node;
            this.port = port;
        }
    }

    private final MobilityEngine engine;
    private final PacketsOut packets;
    private final Search search;
    private final PuntLimits<ConnectPoint> limits;
    private final Cache<IpAddress, Seeker> seekers = CacheBuilder.newBuilder()
            .expireAfterWrite(WAITING, TimeUnit.SECONDS).maximumSize(MOST_WAITING).build();

    Duplicates(MobilityEngine engine, PacketsOut packets, Search search, LongSupplier nanos) {
        this.limits = new PuntLimits<>(nanos, RATE);
        this.engine = engine;
        this.packets = packets;
        this.search = search;
    }

    /** A node asks whether anybody else has an address; if nobody is known to have it, all are asked. */
    void sought(IpAddress address, MobileNodeId node, ConnectPoint port, Ethernet question) {
        Optional<MobileNodeId> holder = engine.holder(address);
        if (holder.equals(Optional.of(node))) {
            return;
        }
        if (!limits.allow(port)) {
            engine.counters().refused("questions for duplicates from " + port);
            return;
        }
        seekers.put(address, new Seeker(node, port));
        Optional<NodeState> state = holder.flatMap(engine::state);
        state.ifPresent(s -> packets.send(s.binding().current().poa(), to(s.node(), question)));
        if (!state.isPresent()) {
            search.lookFor(address, Optional.of(port));
        }
    }

    /** Somebody has the address: those who would like to have it are told. */
    void held(IpAddress address, MobileNodeId node, Ethernet answer) {
        Seeker seeker = seekers.getIfPresent(address);
        if (seeker != null && !seeker.node.equals(node)) {
            seekers.invalidate(address);
            packets.send(seeker.port, to(seeker.node, answer));
        }
    }

    private static Ethernet to(MobileNodeId node, Ethernet frame) {
        Ethernet copy = frame.duplicate();
        copy.setDestinationMACAddress(node.mac());
        return copy;
    }
}
