/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.mobility;

import com.google.common.collect.ImmutableMap;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.Attachment;
import org.onosdmm.api.Continuity;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.Lease;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * GRACEFUL_REPLACEMENT: after a move a flow keeps its anchor for a bounded time, in which transfers end; then it is
 * released to the anchor by which its node leaves.
 */
public final class Overlaps {

    private Overlaps() {
    }

    /**
     * The node has moved: the overlap of flows that are not anchored where it is begins, unless it runs already. A
     * class with one anchor for all flows has none to be released to.
     */
    public static NodeState begun(Domain domain, NodeState state, long now) {
        return changed(state, flow -> {
            boolean stays = hasOneAnchor(domain, flow) || serving(domain, state, flow).id().equals(flow.anchor());
            Optional<Long> end = stays ? Optional.empty()
                    : Optional.of(flow.overlapEnds().orElse(now + domain.timers().overlap()));
            return flow.toBuilder().overlapEnds(end).build();
        });
    }

    /** Flows whose overlap is over are released, if there is a lease for them. */
    public static NodeState over(Domain domain, NodeState state, long now) {
        return changed(state, flow -> {
            if (!flow.overlapEnds().isPresent() || flow.overlapEnds().get() > now) {
                return flow;
            }
            Anchor serving = serving(domain, state, flow);
            Optional<Lease> lease = state.lease(serving.id(), flow.key().local());
            Anchor anchor = lease.isPresent() ? serving : domain.homeOf(flow.key().local(), state.binding());
            return flow.toBuilder().anchor(anchor.id())
                    .outside(lease.map(Lease::outside).orElse(flow.key().local()))
                    .overlapEnds(Optional.empty()).released(Optional.of(now))
                    .reason("its overlap after a move is over: " + anchor.id() + " is where it leaves").build();
        });
    }

    /** When the next overlap ends. */
    public static OptionalLong next(NodeState state) {
        return state.flows().values().stream().filter(flow -> flow.overlapEnds().isPresent())
                .mapToLong(flow -> flow.overlapEnds().get()).min();
    }

    private static Anchor serving(Domain domain, NodeState state, PinnedFlow flow) {
        Attachment here = state.binding().current();
        return domain.serving(domain.anchor(here.edge()), flow.key().local());
    }

    private static boolean hasOneAnchor(Domain domain, PinnedFlow flow) {
        return Optional.ofNullable(domain.policy().classes().get(flow.applicationClass()))
                .flatMap(ApplicationClass::anchor).isPresent();
    }

    private interface Change {
        PinnedFlow of(PinnedFlow flow);
    }

    private static NodeState changed(NodeState state, Change change) {
        if (state.flows().values().stream().noneMatch(Overlaps::isGraceful)) {
            return state;
        }
        ImmutableMap.Builder<FlowKey, PinnedFlow> flows = ImmutableMap.builder();
        for (Map.Entry<FlowKey, PinnedFlow> entry : state.flows().entrySet()) {
            flows.put(entry.getKey(), isGraceful(entry.getValue()) ? change.of(entry.getValue()) : entry.getValue());
        }
        return state.withFlows(flows.build());
    }

    private static boolean isGraceful(PinnedFlow flow) {
        return flow.continuity() == Continuity.GRACEFUL_REPLACEMENT && flow.translated();
    }
}
