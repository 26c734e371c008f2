/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.mobility;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.Continuity;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.FlowRequest;
import org.onosdmm.api.Lease;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;

import java.util.Optional;

/**
 * What a request makes of a node's state.
 */
public final class Requesting {

    private Requesting() {
    }

    /** The state with a request. Running flows that were not kept are so from now on, with the address they have. */
    public static NodeState requested(Domain domain, NodeState state, FlowRequest request) {
        NodeState asked = state.with(state.hints().withRequests(
                Iterables.concat(state.hints().requests(), ImmutableList.of(request))));
        Optional<ApplicationClass> wanted = domain.policy().kept(request.applicationClass())
                .filter(c -> c.continuity() != Continuity.FIXED);
        if (!wanted.isPresent()) {
            return asked;
        }
        ImmutableMap.Builder<FlowKey, PinnedFlow> flows = ImmutableMap.builder();
        state.flows().forEach((key, flow) -> flows.put(key, flow.kept() || !request.isAbout(key) ? flow
                : kept(domain, state, flow, wanted.get(), request)));
        return asked.withFlows(flows.build());
    }

    private static PinnedFlow kept(Domain domain, NodeState state, PinnedFlow flow, ApplicationClass wanted,
                                   FlowRequest request) {
        Anchor edge = domain.anchor(state.binding().current().edge());
        Anchor serving = domain.serving(edge, flow.key().local());
        Optional<Lease> lease = state.lease(serving.id(), flow.key().local());
        Anchor anchor = lease.isPresent() ? serving : domain.homeOf(flow.key().local(), state.binding());
        return flow.toBuilder().applicationClass(wanted.name()).continuity(wanted.continuity()).anchor(anchor.id())
                .outside(lease.map(Lease::outside).orElse(flow.key().local())).step("request")
                .evidence("requested by " + request.by())
                .reason("requested by " + request.by() + "; it ran already: " + anchor.id() + " is where it leaves")
                .build();
    }

    /** The state without a request. */
    public static NodeState withdrawn(NodeState state, String id) {
        return state.with(state.hints().withRequests(Iterables.filter(state.hints().requests(),
                request -> !request.id().equals(id))));
    }
}
