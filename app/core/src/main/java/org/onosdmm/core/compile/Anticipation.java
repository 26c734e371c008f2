/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.Attachment;
import org.onosdmm.api.Binding;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.model.RuleKey;
import org.onosdmm.core.model.RuleSet;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.flow.TrafficTreatment;

/**
 * The rules at the place where a node still is, for what is known to come: while it is expected elsewhere packets go to
 * both places, and while it is away the controller keeps those of its flows that want it.
 */
final class Anticipation {

    private final Domain domain;
    private final NodeState state;
    private final Binding binding;
    private final Attachment here;
    private final RuleSet.Collector rules;

    private Anticipation(Domain domain, NodeState state, RuleSet.Collector rules) {
        this.domain = domain;
        this.state = state;
        this.binding = state.binding();
        this.here = state.binding().current();
        this.rules = rules;
    }

    static void collect(Domain domain, NodeState state, RuleSet.Collector rules) {
        Anticipation anticipation = new Anticipation(domain, state, rules);
        if (state.binding().absentSince().isPresent()) {
            anticipation.rescue();
        } else if (state.binding().expected().isPresent()) {
            anticipation.bicast(state.binding().expected().get().place());
        }
    }

    /** The node is known to be away: what arrives is kept. */
    private void rescue() {
        state.flows().values().stream().filter(this::isRescued).forEach(flow ->
                rule(Pipeline.ATTACH_RESCUE, Match.toNode(flow.key()).ethDst(here.locator().mac()), Act.punt()));
    }

    /**
     * The node is about to go: packets are delivered here and sent on to where it is expected. Of flows with rescue the
     * controller keeps copies, for those that find the node at neither place.
     */
    private void bicast(Attachment there) {
        PortNumber port = here.poa().port();
        rule(Pipeline.ATTACH_BICAST, Match.locator(here.locator()), both(port, there, false));
        rule(Pipeline.ATTACH_BICAST + 1, Match.locator(here.locator()).inPort(port),
                both(PortNumber.IN_PORT, there, false));
        state.flows().values().stream().filter(this::isRescued).forEach(flow ->
                rule(Pipeline.ATTACH_MIRROR, Match.toNode(flow.key()).ethDst(here.locator().mac()),
                        both(port, there, true)));
    }

    private TrafficTreatment both(PortNumber port, Attachment there, boolean copied) {
        TrafficTreatment.Builder act = DefaultTrafficTreatment.builder();
        if (copied) {
            act.punt();
        }
        act.setEthSrc(domain.gatewayMac()).setEthDst(binding.node().mac()).setOutput(port);
        if (there.poa().deviceId().equals(here.poa().deviceId())) {
            return act.setOutput(there.poa().port()).build();
        }
        return act.setEthDst(there.locator().mac()).transition(Pipeline.TRANSIT).build();
    }

    private boolean isRescued(PinnedFlow flow) {
        ApplicationClass applicationClass = domain.policy().classes().get(flow.applicationClass());
        return flow.kept() && applicationClass != null && applicationClass.rescue();
    }

    private void rule(int priority, Match match, TrafficTreatment treatment) {
        rules.add(RuleKey.of(here.poa().deviceId(), Pipeline.ATTACH, priority, match.build()), treatment);
    }
}
