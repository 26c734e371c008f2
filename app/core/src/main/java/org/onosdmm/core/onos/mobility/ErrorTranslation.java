/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import com.google.common.util.concurrent.RateLimiter;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.Lease;
import org.onosdmm.api.Locator;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.core.engine.HeldPacket;
import org.onosdmm.core.engine.MobilityEngine;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.onos.packet.PacketsOut;
import org.onosdmm.core.packet.IcmpErrors;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Carries ICMP errors through the rewrite at an anchor, both ways; a bounded number a second, the rest is dropped.
 */
final class ErrorTranslation {

    private static final double ERRORS_A_SECOND = 100;

    private final MobilityEngine engine;
    private final PacketsOut packets;
    private final RateLimiter limit = RateLimiter.create(ERRORS_A_SECOND);

    ErrorTranslation(MobilityEngine engine, PacketsOut packets) {
        this.engine = engine;
        this.packets = packets;
    }

    /** An error arrived at an uplink for a lent address. */
    void fromOutside(DeviceId anchor, ByteBuffer frame) {
        IcmpErrors.in(frame).filter(error -> error.quotedSender().equals(error.receiver()) && limit.tryAcquire())
                .ifPresent(error -> {
                    for (NodeState state : engine.states()) {
                        state.leases().stream().filter(l -> l.outside().equals(error.receiver())).findFirst()
                                .ifPresent(lease -> send(anchor, error.toNode(lease.local(),
                                        state.binding().current().locator().mac()), lease.local()));
                    }
                });
    }

    /** A node reports an error to somebody outside. */
    void fromNode(DeviceId edge, NodeState state, ByteBuffer frame) {
        Optional<IcmpErrors> found = IcmpErrors.in(frame).filter(error ->
                error.quotedReceiver().equals(error.reporter()) && limit.tryAcquire());
        if (found.isPresent() && engine.domain().isPresent()) {
            IcmpErrors error = found.get();
            Domain domain = engine.domain().get();
            Optional<PinnedFlow> flow = Optional.ofNullable(state.flows().get(error.quotedFlow()));
            AnchorId anchor = flow.map(PinnedFlow::anchor).orElseGet(() -> domain.serving(
                    domain.anchor(state.binding().current().edge()), error.reporter()).id());
            Optional<Lease> lease = flow.map(PinnedFlow::translated).orElse(true)
                    ? state.lease(anchor, error.reporter()) : Optional.empty();
            Locator exit = lease.isPresent() ? domain.anchor(anchor).exit()
                    : domain.homeOf(error.reporter()).orElse(domain.anchor(state.binding().home())).exitUntranslated();
            send(edge, error.fromNode(lease.map(Lease::outside).orElse(error.reporter()), exit.mac()),
                    error.reporter());
        }
    }

    /** Puts the frame into the pipeline as if it came from the fabric, with its locator. */
    private void send(DeviceId device, ByteBuffer frame, IpAddress local) {
        engine.network().fabricPort(device).ifPresent(port -> packets.release(
                HeldPacket.of(new ConnectPoint(device, port), local, Optional.empty(), frame)));
    }
}
