/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.Continuity;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.core.classify.Decision;
import org.onosdmm.core.classify.Knowledge;
import org.onosdmm.core.classify.signalling.ControlFlows;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.strategy.AnchorChoice;
import org.onosdmm.core.strategy.Grounds;

import java.util.Optional;

/**
 * The decision about one flow: its class by classification, then its anchor. Without side effects.
 */
final class Deciding {

    /** For so long after a change of the policy connections are found that ran before it, ms. */
    static final long TRANSITION = 300_000;

    private final Surroundings around;
    private final NodeState state;
    private final FlowStart start;
    private final long now;
    private final Decision decision;

    private Deciding(Surroundings around, NodeState state, FlowStart start, long now) {
        this.around = around;
        this.state = state;
        this.start = start;
        this.now = now;
        this.decision = around.classifier().classify(start.first(), knowledge(), around.domain().policy());
    }

    /** Decides about a flow that the node has begun. The flow still lacks its lease, if it needs one. */
    static Decided outbound(Surroundings around, NodeState state, FlowStart start, long now) {
        return new Deciding(around, state, start, now).outbound();
    }

    /** Decides about a flow that somebody outside has begun towards the node's own address. */
    static PinnedFlow inbound(Surroundings around, NodeState state, FlowStart start, long now) {
        return new Deciding(around, state, start, now).inbound();
    }

    private Knowledge knowledge() {
        FlowKey key = start.key();
        return Knowledge.of(state.hints().request(key, now)
                        .map(r -> Knowledge.Requested.of(r.applicationClass(), r.by())),
                state.hints().names(key.remote(), now),
                state.hints().session(key, now).map(s -> Knowledge.Announced.of(s.applicationClass(), s.by())));
    }

    private Decided outbound() {
        ApplicationClass applicationClass = decision.applicationClass();
        Grounds grounds = around.grounds();
        FlowKey key = start.key();
        boolean told = state.hints().isTold(key, now);
        boolean keeps = applicationClass.continuity().pinned();
        AnchorChoice choice = told ? AnchorChoice.told(grounds, state, key)
                : keeps && ranBefore() ? AnchorChoice.running(grounds, state, key)
                : AnchorChoice.choose(grounds, state, key, applicationClass);
        Continuity continuity = keeps || !told ? applicationClass.continuity() : Continuity.FIXED;
        Optional<PinnedFlow> keptSibling = choice.sibling().filter(PinnedFlow::kept);
        if (!continuity.pinned() && keptSibling.isPresent()) {
            continuity = keptSibling.get().continuity();
        }
        PinnedFlow.Builder flow = flow(applicationClass, PinnedFlow.Origin.NODE).continuity(continuity)
                .anchor(choice.anchor()).strategy(choice.strategy()).reason(decision.evidence() + "; "
                        + choice.reason());
        return Decided.of(flow.build(), choice.ownAddress());
    }

    /** A connection that left by the serving anchor before the policy changed would break at any other one. */
    private boolean ranBefore() {
        return start.running() && decision.applicationClass().continuity() != Continuity.FIXED
                && around.domain().rewrites(start.key().local().version())
                && (now - around.policySince() < TRANSITION || state.hints().request(start.key(), now)
                .filter(r -> now - r.since() < TRANSITION).isPresent());
    }

    private PinnedFlow inbound() {
        Domain domain = around.domain();
        ApplicationClass applicationClass = decision.step().equals(Decision.DEFAULT)
                || !decision.applicationClass().continuity().pinned() ? domain.policy().inboundClass()
                : decision.applicationClass();
        return flow(applicationClass, PinnedFlow.Origin.OUTSIDE).continuity(Continuity.FIXED)
                .anchor(domain.homeOf(start.key().local(), state.binding()).id()).strategy(AnchorChoice.OWN_ADDRESS)
                .reason("begun outside towards the node's own address").build();
    }

    private PinnedFlow.Builder flow(ApplicationClass applicationClass, PinnedFlow.Origin origin) {
        return PinnedFlow.builder().key(start.key()).origin(origin).applicationClass(applicationClass.name())
                .step(decision.step()).evidence(decision.evidence()).outside(start.key().local())
                .copied(ControlFlows.isControl(start.key(), applicationClass.name())).since(now);
    }
}
