/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.strategy;

import com.google.auto.value.AutoValue;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.AnchorStrategy;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.Continuity;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.api.StrategyInput;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.NodeState;

import java.util.Comparator;
import java.util.Optional;

/**
 * Where a flow that a node has just begun towards the outside leaves the domain, and why.
 */
@AutoValue
public abstract class AnchorChoice {

    /** In place of a strategy: the flow keeps the node's own address, so its anchor is the owner of that. */
    public static final String OWN_ADDRESS = "own address";
    /** In place of a strategy: the flow follows another of its UDP endpoint. */
    public static final String ENDPOINT = "endpoint";
    /** In place of a strategy: the flow runs already. */
    public static final String RUNNING = "running";

    /** Where the flow leaves the domain. */
    public abstract AnchorId anchor();

    /** What has chosen: a strategy, or what is in place of one. */
    public abstract String strategy();

    /** Why this anchor, in words. */
    public abstract String reason();

    /** The flow of the same UDP endpoint that this one follows. */
    public abstract Optional<PinnedFlow> sibling();

    /**
     * Chooses.
     *
     * <p>A FIXED flow leaves at home, and so does every flow where no anchor has addresses to lend. Otherwise flows of
     * one local UDP endpoint share an anchor, and with it their outside address (RFC 4787, section 4.1): the newest
     * one that the node began and whose anchor is still served gives it, unless that one leaves with the node's own
     * address; one that is kept comes before one that is not. Otherwise the class's strategy selects; where it finds
     * nothing that can be left and takes more, the serving anchor is taken; where that one is not possible either, the
     * nearest one that is, or else the home anchor.
     *
     * @param grounds the network, and what its anchors carry
     * @param node the node that has begun the flow
     * @param key the flow
     * @param applicationClass its class
     */
    public static AnchorChoice choose(Grounds grounds, NodeState node, FlowKey key,
                                      ApplicationClass applicationClass) {
        AnchorId home = home(grounds, node, key);
        if (applicationClass.continuity() == Continuity.FIXED) {
            return of(home, OWN_ADDRESS, "FIXED: " + home + " is home");
        }
        if (!grounds.domain().rewrites(key.local().version())) {
            return of(home, OWN_ADDRESS, "no anchor lends addresses of this family: " + home + " is home");
        }
        Optional<PinnedFlow> sibling = sibling(grounds, node, key);
        if (sibling.isPresent()) {
            return new AutoValue_AnchorChoice(sibling.get().anchor(), ENDPOINT,
                    "same UDP endpoint as " + sibling.get().key(), sibling);
        }
        AnchorId serving = node.binding().current().edge();
        return select(grounds, StrategyInput.builder().node(node.node()).flow(key).applicationClass(applicationClass)
                .serving(serving).home(home).latest(latest(node, applicationClass))
                .options(grounds.options(serving, key.remote())).build());
    }

    /** A flow whose own address the peer has been told: the owner of the address, which nothing rewrites. */
    public static AnchorChoice told(Grounds grounds, NodeState node, FlowKey key) {
        AnchorId home = home(grounds, node, key);
        return of(home, OWN_ADDRESS, "its peer was told the address: " + home + " is home");
    }

    /** A flow that ran before anyone decided about it: it keeps the anchor by which it leaves. */
    public static AnchorChoice running(Grounds grounds, NodeState node, FlowKey key) {
        Anchor edge = grounds.domain().anchor(node.binding().current().edge());
        AnchorId anchor = grounds.domain().serving(edge, key.local()).id();
        return of(anchor, RUNNING, "it ran already: " + anchor + " is where it leaves");
    }

    /** Whether the flow leaves with the node's own address, so that no lease is needed. */
    public boolean ownAddress() {
        return strategy().equals(OWN_ADDRESS);
    }

    private static AnchorId home(Grounds grounds, NodeState node, FlowKey key) {
        return grounds.domain().homeOf(key.local(), node.binding()).id();
    }

    private static Optional<PinnedFlow> sibling(Grounds grounds, NodeState node, FlowKey key) {
        return node.flows().values().stream()
                .filter(flow -> flow.origin() == PinnedFlow.Origin.NODE && flow.continuity() != Continuity.FIXED)
                .filter(flow -> flow.key().sharesUdpEndpoint(key))
                .filter(flow -> grounds.isServed(flow.anchor(), flow.key().local().version()))
                .max(Comparator.<PinnedFlow, Boolean>comparing(flow -> flow.continuity().pinned())
                        .thenComparingLong(PinnedFlow::since).thenComparing(PinnedFlow::key));
    }

    private static Optional<AnchorId> latest(NodeState node, ApplicationClass applicationClass) {
        return node.flows().values().stream()
                .filter(flow -> flow.applicationClass().equals(applicationClass.name()))
                .max(Comparator.comparingLong(PinnedFlow::since).thenComparing(PinnedFlow::key))
                .map(PinnedFlow::anchor);
    }

    private static AnchorChoice select(Grounds grounds, StrategyInput input) {
        String id = input.applicationClass().strategy();
        Optional<AnchorStrategy> strategy = grounds.strategies().named(id);
        Optional<AnchorId> selected = strategy.flatMap(s -> selected(s, input));
        if (selected.flatMap(input::option).isPresent()) {
            return of(selected.get(), id, id + ": " + selected.get());
        }
        if (id.equals(PinnedStrategy.ID) && selected.filter(grounds::takesMore).isPresent()) {
            return of(selected.get(), id, id + ": " + selected.get() + ", which cannot be left now");
        }
        String problem = !strategy.isPresent() ? "strategy " + id + " is not known"
                : selected.map(anchor -> id + ": " + anchor + refusal(grounds, anchor, input))
                        .orElse(id + " found no anchor");
        return fallBack(grounds, input, id, problem);
    }

    /** A strategy of somebody else's may fail; that must not stop the flow. */
    private static Optional<AnchorId> selected(AnchorStrategy strategy, StrategyInput input) {
        try {
            return strategy.select(input);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static String refusal(Grounds grounds, AnchorId anchor, StrategyInput input) {
        IpAddress.Version family = input.flow().local().version();
        return grounds.canLeaveAt(anchor, family) ? " takes no more flows" : " cannot be left";
    }

    private static AnchorChoice fallBack(Grounds grounds, StrategyInput input, String id, String problem) {
        IpAddress.Version family = input.flow().local().version();
        if (input.option(input.serving()).isPresent()) {
            return of(input.serving(), id, problem + ", fell back to serving anchor " + input.serving());
        }
        Optional<AnchorId> elsewhere = grounds.domain().anchor(input.serving()).standing().elsewhere();
        if (elsewhere.flatMap(input::option).isPresent()) {
            return of(elsewhere.get(), id, problem + ", fell back to nearest anchor " + elsewhere.get());
        }
        String reason = problem + ", fell back to home anchor " + input.home();
        return of(input.home(), id, grounds.canLeaveAt(input.home(), family) ? reason
                : reason + ", which cannot be left now");
    }

    private static AnchorChoice of(AnchorId anchor, String strategy, String reason) {
        return new AutoValue_AnchorChoice(anchor, strategy, reason, Optional.empty());
    }
}
