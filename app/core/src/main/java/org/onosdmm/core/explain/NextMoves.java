/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.explain;

import com.google.common.collect.ImmutableList;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.Continuity;
import org.onosdmm.api.Lease;
import org.onosdmm.api.NextMove;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.core.mobility.Departure;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;

import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What would become of a flow with the outside if its node moved.
 */
final class NextMoves {

    private final Situation now;
    private final Domain domain;
    private final PinnedFlow flow;
    private final IpAddress outside;

    private NextMoves(Situation now, PinnedFlow flow, IpAddress outside) {
        this.now = now;
        this.domain = now.domain();
        this.flow = flow;
        this.outside = outside;
    }

    /** A move to each other edge, by their numbers. */
    static ImmutableList<NextMove> of(Situation now, Optional<PinnedFlow> flow, IpAddress outside) {
        NextMoves moves = new NextMoves(now, flow.orElseGet(() ->
                Sentences.unknown(now.domain(), now.node(), now.key())), outside);
        return now.domain().anchors().values().stream()
                .filter(edge -> !edge.id().equals(now.node().binding().current().edge()))
                .sorted(Comparator.comparingInt(Anchor::number)).map(moves::to)
                .collect(ImmutableList.toImmutableList());
    }

    private NextMove to(Anchor edge) {
        if (!flow.kept()) {
            return unkept(edge);
        }
        AnchorId anchor = flow.anchor();
        String still = "still leaves at " + anchor + " as " + outside;
        boolean released = flow.continuity() == Continuity.GRACEFUL_REPLACEMENT && flow.translated()
                && !hasOneAnchor() && !domain.serving(edge, flow.key().local()).id().equals(anchor);
        if (!released) {
            return NextMove.of(edge.id(), NextMove.Outcome.GOES_ON, anchor, Optional.of(outside),
                    "goes on: " + still);
        }
        return NextMove.of(edge.id(), NextMove.Outcome.FOR_A_WHILE, anchor, Optional.of(outside), "goes on for "
                + TimeUnit.MILLISECONDS.toSeconds(domain.timers().overlap()) + " s: " + still + "; then leaves at "
                + domain.serving(edge, flow.key().local()).id() + " with the address there");
    }

    private boolean hasOneAnchor() {
        return Optional.ofNullable(applicationClass()).flatMap(ApplicationClass::anchor).isPresent();
    }

    private ApplicationClass applicationClass() {
        return domain.policy().classes().get(flow.applicationClass());
    }

    /** It leaves by another anchor, with the address that this lends. */
    private NextMove unkept(Anchor edge) {
        IpAddress local = flow.key().local();
        Anchor serving = Departure.from(domain, edge, local, applicationClass());
        Optional<Lease> lease = now.node().lease(serving.id(), local);
        boolean lends = lease.isPresent() || serving.lends(local.version());
        Anchor anchor = lends ? serving : domain.homeOf(local, now.node().binding());
        Optional<IpAddress> seen = lends ? lease.map(Lease::outside) : Optional.of(local);
        boolean same = seen.filter(outside::equals).isPresent();
        String address = seen.map(String::valueOf).orElse("an address that is still to be lent");
        return NextMove.of(edge.id(), same ? NextMove.Outcome.GOES_ON : NextMove.Outcome.ENDS, anchor.id(), seen,
                same ? "goes on: leaves at " + anchor.id() + " as " + address
                        : "is not maintained: the next packet leaves at " + anchor.id() + " as " + address
                                + ", and a connection is reset");
    }
}
