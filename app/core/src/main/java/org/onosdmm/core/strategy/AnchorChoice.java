/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.strategy;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.Continuity;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.core.classify.Classifier;
import org.onosdmm.core.classify.Decision;
import org.onosdmm.core.classify.FirstPacket;
import org.onosdmm.core.classify.Knowledge;
import org.onosdmm.core.classify.RequestStep;
import org.onosdmm.core.classify.RulesStep;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.FlowSample;
import org.onosdmm.core.model.NetworkView;
import org.onosdmm.core.model.NodeState;

import java.util.Comparator;
import java.util.Optional;

/**
 * The decision about a flow that a node has just begun towards the outside: its class, its anchor, and why.
 */
@AutoValue
public abstract class AnchorChoice {

    private static final Classifier CLASSIFIER = Classifier.of(ImmutableList.of(new RequestStep(), new RulesStep()));

    /** The class of the flow. */
    public abstract ApplicationClass applicationClass();

    /** Where the flow leaves the domain. */
    public abstract AnchorId anchor();

    /** Why this class and this anchor, in words. */
    public abstract String reason();

    /**
     * Decides about a flow.
     *
     * <p>A FIXED flow leaves at home, and so does every flow where no anchor has addresses to lend. Otherwise flows of
     * one local UDP endpoint share an anchor, and with it their outside address (RFC 4787, section 4.1): the newest
     * pinned one that the node began and whose anchor is still served gives it, unless that one is FIXED and leaves
     * with the node's own address. Otherwise the class's strategy selects; where it finds nothing that can be left,
     * the serving anchor is taken; where that one cannot be left either, the nearest one that can, or else the home
     * anchor.
     *
     * @param domain the domain as configured
     * @param network the network as it is
     * @param node the node that has begun the flow
     * @param sample the flow's first packet
     * @param strategies the strategies that classes refer to
     */
    public static AnchorChoice choose(Domain domain, NetworkView network, NodeState node, FlowSample sample,
                                      Strategies strategies) {
        Decision decision = CLASSIFIER.classify(FirstPacket.of(sample, PinnedFlow.Origin.NODE), Knowledge.NONE,
                domain.policy());
        ApplicationClass applicationClass = decision.applicationClass();
        AnchorId home = domain.homeOf(sample.key().local()).map(Anchor::id).orElseGet(() -> node.binding().home());
        if (applicationClass.continuity() == Continuity.FIXED) {
            return of(decision, home, "FIXED: " + home + " is home");
        }
        if (!domain.rewrites(sample.key().local().version())) {
            return of(decision, home, "no anchor lends addresses of this family: " + home + " is home");
        }
        Optional<PinnedFlow> sibling = sibling(domain, network, node, sample);
        if (sibling.isPresent()) {
            return of(decision, sibling.get().anchor(), "same UDP endpoint as " + sibling.get().key());
        }
        StrategyInput input = StrategyInput.of(domain, network, node.binding().current().edge(), home,
                sample.key().remote());
        return select(decision, input, strategies);
    }

    private static Optional<PinnedFlow> sibling(Domain domain, NetworkView network, NodeState node,
                                                FlowSample sample) {
        return node.flows().values().stream()
                .filter(flow -> flow.origin() == PinnedFlow.Origin.NODE && flow.continuity() != Continuity.FIXED)
                .filter(flow -> flow.key().sharesUdpEndpoint(sample.key()))
                .filter(flow -> isServed(domain, network, flow.anchor(), flow.key().local().version()))
                .max(Comparator.comparingLong(PinnedFlow::since).thenComparing(PinnedFlow::key));
    }

    private static AnchorChoice select(Decision decision, StrategyInput input, Strategies strategies) {
        String id = decision.applicationClass().strategy();
        Optional<AnchorStrategy> strategy = strategies.named(id);
        Optional<AnchorId> selected = strategy.flatMap(s -> s.select(input));
        if (selected.filter(anchor -> canLeaveAt(input, anchor)).isPresent()) {
            return of(decision, selected.get(), id + ": " + selected.get());
        }
        String problem = !strategy.isPresent() ? "strategy " + id + " is not known"
                : selected.map(anchor -> id + ": " + anchor + " cannot be left").orElse(id + " found no anchor");
        return fallBack(decision, input, problem);
    }

    private static AnchorChoice fallBack(Decision decision, StrategyInput input, String problem) {
        if (canLeaveAt(input, input.serving())) {
            return of(decision, input.serving(), problem + ", fell back to serving anchor " + input.serving());
        }
        Optional<AnchorId> elsewhere = input.domain().anchor(input.serving()).standing().elsewhere();
        if (elsewhere.isPresent() && canLeaveAt(input, elsewhere.get())) {
            return of(decision, elsewhere.get(), problem + ", fell back to nearest anchor " + elsewhere.get());
        }
        String reason = problem + ", fell back to home anchor " + input.home();
        return of(decision, input.home(),
                canLeaveAt(input, input.home()) ? reason : reason + ", which cannot be left now");
    }

    private static AnchorChoice of(Decision decision, AnchorId anchor, String reason) {
        return new AutoValue_AnchorChoice(decision.applicationClass(), anchor, decision.evidence() + "; " + reason);
    }

    private static boolean canLeaveAt(StrategyInput input, AnchorId anchor) {
        return canLeaveAt(input.domain(), input.network(), anchor, input.correspondent().version());
    }

    /** Also while another anchor stands in: the address is the same. */
    private static boolean isServed(Domain domain, NetworkView network, AnchorId anchor,
                                    IpAddress.Version family) {
        return canLeaveAt(domain, network, anchor, family) || Optional.ofNullable(domain.anchors().get(anchor))
                .flatMap(a -> a.standing().detour()).isPresent();
    }

    /** An anchor that is not configured, or no longer, cannot be left either. */
    private static boolean canLeaveAt(Domain domain, NetworkView network, AnchorId anchor,
                                      IpAddress.Version family) {
        return Optional.ofNullable(domain.anchors().get(anchor)).filter(a -> network.canLeaveAt(a, family))
                .isPresent();
    }
}
