/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import com.google.common.util.concurrent.RateLimiter;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.Lease;
import org.onosdmm.api.Locator;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.core.engine.MobilityEngine;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.onos.packet.PacketsOut;
import org.onosdmm.core.packet.IcmpErrors;
import org.onosproject.net.DeviceId;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Carries ICMP errors through the rewrite at an anchor, both ways; a bounded number a second, the rest is dropped.
 */
final class ErrorTranslation {

    private static final double ERRORS_A_SECOND = 100;

    private final MobilityEngine engine;
    private final FabricEntry fabric;
    private final RateLimiter limit = RateLimiter.create(ERRORS_A_SECOND);

    ErrorTranslation(MobilityEngine engine, PacketsOut packets) {
        this.engine = engine;
        this.fabric = new FabricEntry(engine, packets);
    }

    /** An error arrived at an uplink for a lent address. */
    void fromOutside(DeviceId anchor, ByteBuffer frame) {
        IcmpErrors.in(frame).filter(error -> error.quotedSender().equals(error.receiver()) && limit.tryAcquire())
                .ifPresent(error -> engine.borrower(error.receiver()).ifPresent(state -> state.lent(error.receiver())
                        .ifPresent(lease -> fabric.enter(anchor, lease.local(), error.toNode(lease.local(),
                                state.binding().current().locator().mac())))));
    }

    /** A node reports an error to somebody outside. */
    void fromNode(DeviceId edge, NodeState state, ByteBuffer frame) {
        Optional<IcmpErrors> found = IcmpErrors.in(frame).filter(error ->
                error.quotedReceiver().equals(error.reporter()) && limit.tryAcquire());
        if (found.isPresent() && engine.domain().isPresent()) {
            IcmpErrors error = found.get();
            Domain domain = engine.domain().get();
            Optional<PinnedFlow> flow = Optional.ofNullable(state.flows().get(error.quotedFlow()))
                    .filter(PinnedFlow::kept);
            AnchorId anchor = flow.map(PinnedFlow::anchor).orElseGet(() -> domain.serving(
                    domain.anchor(state.binding().current().edge()), error.reporter()).id());
            Optional<Lease> lease = flow.map(PinnedFlow::translated).orElse(true)
                    ? state.lease(anchor, error.reporter()) : Optional.empty();
            Locator exit = lease.isPresent() ? domain.anchor(anchor).exit()
                    : domain.homeOf(error.reporter(), state.binding()).exitUntranslated();
            fabric.enter(edge, error.reporter(),
                    error.fromNode(lease.map(Lease::outside).orElse(error.reporter()), exit.mac()));
        }
    }
}
