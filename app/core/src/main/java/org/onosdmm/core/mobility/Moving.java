/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.mobility;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.Continuity;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.Lease;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NetworkView;
import org.onosdmm.core.model.NodeState;

import java.util.Optional;

/**
 * Moves flows to another anchor, where what they are promised allows that: an outside address belongs to one anchor, so
 * another anchor is another address. Only GRACEFUL_REPLACEMENT flows put up with that.
 */
public final class Moving {

    /** In place of a strategy: an operator has said so. */
    public static final String COMMAND = "command";

    private Moving() {
    }

    /**
     * The flow, if it is there already or can be moved.
     *
     * @throws DmmException that says why not
     */
    public static PinnedFlow check(Domain domain, NetworkView network, NodeState state, FlowKey key, AnchorId target) {
        PinnedFlow flow = state.flows().get(key);
        if (flow == null) {
            throw new DmmException(DmmException.Kind.NOT_FOUND, "flow", "'" + key.id() + "' is not known one by one"
                    + (domain.homeOf(key.remote()).isPresent() ? ": between nodes of the domain it is always on a "
                            + "shortest way" : ": it leaves where its node is"));
        }
        Anchor anchor = Optional.ofNullable(domain.anchors().get(target))
                .orElseThrow(() -> DmmException.notFound("anchor", target));
        if (flow.kept() && flow.anchor().equals(target)) {
            return flow;
        }
        movable(domain, state, flow);
        together(state, key).stream().filter(sibling -> !sibling.equals(flow)).forEach(sibling -> {
            if (!isGraceful(sibling)) {
                throw refused("flow", "'" + key.id() + "' shares its UDP endpoint with " + sibling.key().id()
                        + ", which is " + sibling.continuity() + " and keeps anchor and address");
            }
        });
        takes(network, anchor, key);
        return flow;
    }

    private static void movable(Domain domain, NodeState state, PinnedFlow flow) {
        String id = "'" + flow.key().id() + "' ";
        if (!flow.kept()) {
            throw refused("flow", id + "is NON_PERSISTENT and not kept: it leaves wherever its node is, now at "
                    + Departure.of(domain, state, flow).anchor());
        }
        if (!flow.translated()) {
            throw refused("flow", id + "has the node's own address outside, which the outside routes to "
                    + flow.anchor() + " alone; it stays there until it ends");
        }
        if (flow.continuity() != Continuity.GRACEFUL_REPLACEMENT) {
            throw refused("flow", id + "is " + flow.continuity() + ": its correspondent knows it by " + flow.outside()
                    + ", which belongs to " + flow.anchor() + "; it stays there until it ends. New flows go elsewhere "
                    + "while the anchor is draining");
        }
    }

    private static void takes(NetworkView network, Anchor anchor, FlowKey key) {
        String name = "'" + anchor.id() + "' ";
        if (!anchor.lends(key.local().version())) {
            throw refused("anchor", name + "has no addresses of this family to lend");
        }
        if (!network.canLeaveAt(anchor, key.local().version())) {
            throw refused("anchor", name + "cannot be left now");
        }
        if (anchor.draining()) {
            throw refused("anchor", name + "is draining: it takes no flows");
        }
    }

    private static DmmException refused(String field, String why) {
        return new DmmException(DmmException.Kind.CONFLICT, field, why);
    }

    /** The flows that share their anchor: those of one local UDP endpoint that have a lent address. */
    private static ImmutableList<PinnedFlow> together(NodeState state, FlowKey key) {
        return state.flows().values().stream().filter(flow -> flow.kept() && flow.translated()
                && (flow.key().equals(key) || flow.key().sharesUdpEndpoint(key)))
                .collect(ImmutableList.toImmutableList());
    }

    private static boolean isGraceful(PinnedFlow flow) {
        return flow.continuity() == Continuity.GRACEFUL_REPLACEMENT;
    }

    /** The state in which the flow has moved, with the others of its UDP endpoint; it has the lease. */
    public static NodeState moved(NodeState state, FlowKey key, Lease lease, long now) {
        ImmutableList<PinnedFlow> together = together(state, key);
        ImmutableMap.Builder<FlowKey, PinnedFlow> flows = ImmutableMap.builder();
        state.flows().forEach((k, flow) -> flows.put(k, !together.contains(flow) ? flow : flow.toBuilder()
                .anchor(lease.anchor()).outside(lease.outside()).overlapEnds(Optional.empty())
                .released(Optional.of(now)).strategy(COMMAND)
                .reason("moved by command from " + flow.anchor() + " to " + lease.anchor()).build()));
        return state.withFlows(flows.build());
    }
}
