/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.mobility;

import org.onlab.packet.IpAddress;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.Lease;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;

import java.util.Optional;

/**
 * Where flows that are not kept leave the domain, and with which address.
 */
public final class Departure {

    private Departure() {
    }

    /** A flow as it leaves now: one that is not kept leaves where its node is, with what it was lent there. */
    public static PinnedFlow of(Domain domain, NodeState state, PinnedFlow flow) {
        if (flow.kept()) {
            return flow;
        }
        IpAddress local = flow.key().local();
        Anchor serving = from(domain, domain.anchor(state.binding().current().edge()), local,
                domain.policy().classes().get(flow.applicationClass()));
        Optional<Lease> lease = state.lease(serving.id(), local);
        return flow.toBuilder().anchor(lease.isPresent() ? serving.id()
                : domain.homeOf(local, state.binding()).id())
                .outside(lease.map(Lease::outside).orElse(local)).build();
    }

    /** The anchor by which flows of a class leave that are not kept, of a node at this edge. */
    public static Anchor from(Domain domain, Anchor edge, IpAddress local, ApplicationClass applicationClass) {
        ApplicationClass inForce = applicationClass == null || applicationClass.continuity().pinned()
                ? domain.policy().defaultClass() : applicationClass;
        return inForce.anchor().map(domain::anchor).filter(Anchor::takesUnpinned)
                .orElseGet(() -> domain.serving(edge, local));
    }
}
