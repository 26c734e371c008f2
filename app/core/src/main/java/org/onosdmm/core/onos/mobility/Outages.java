/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.AnchorInfo;
import org.onosdmm.api.FlowInfo;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NetworkView;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.model.Standing;
import org.onosdmm.core.model.UplinkTrouble;
import org.onosdmm.core.model.Way;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

/**
 * What dead uplinks mean for flows: who stands in, and which are lost.
 */
final class Outages {

    private Outages() {
    }

    /** Whether a flow reaches the outside. */
    static FlowInfo.Status status(Optional<Domain> domain, PinnedFlow flow) {
        Optional<Standing> standing = domain.map(d -> d.anchors().get(flow.anchor())).map(Anchor::standing);
        if (standing.filter(Standing::own).isPresent()) {
            return FlowInfo.Status.ACTIVE;
        }
        return standing.filter(Standing::served).isPresent() ? FlowInfo.Status.BACKUP : FlowInfo.Status.ANCHOR_DOWN;
    }

    /** How many pinned flows are lost as long as their anchor is dead, by anchor; none of those without any. */
    static ImmutableSortedMap<AnchorId, Long> lost(Domain domain, ImmutableList<NodeState> states) {
        Map<AnchorId, Long> lost = states.stream().flatMap(state -> state.flows().values().stream())
                .filter(flow -> flow.kept() && status(Optional.of(domain), flow) == FlowInfo.Status.ANCHOR_DOWN)
                .collect(groupingBy(PinnedFlow::anchor, counting()));
        return ImmutableSortedMap.copyOf(lost, Comparator.comparing(AnchorId::name));
    }

    /** What is wrong with an uplink that is down. */
    static String inWords(AnchorInfo anchor) {
        return anchor.fault().map(Outages::inWords).orElse("the uplink is down") + standsIn(anchor);
    }

    /** Who stands in, as the end of a sentence. */
    static String standsIn(AnchorInfo anchor) {
        return anchor.standIn().map(other -> "; " + other + " stands in").orElse("");
    }

    private static String inWords(AnchorInfo.Fault fault) {
        switch (fault) {
            case SWITCH_DOWN:
                return "the switch is not connected";
            case PORT_DOWN:
                return "the port of the uplink is down";
            case RETURNING:
                return "the router behind the uplink answers again, and has to go on for a while";
            default:
                return "the router behind the uplink does not answer";
        }
    }

    /** What the flows of a dead anchor are. */
    static String lostInWords(long count) {
        return count + (count == 1 ? " pinned flow is lost" : " pinned flows are lost") + " until the uplink is back";
    }

    /** What an operator should hear of when the standing of anchors changes: a line for each of them. */
    static ImmutableList<String> changes(Domain before, Domain after, NetworkView network,
                                         ImmutableList<NodeState> states) {
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        Map<AnchorId, Long> lost = lost(after, states);
        for (Anchor anchor : after.withUplink()) {
            Standing then = Optional.ofNullable(before.anchors().get(anchor.id())).map(Anchor::standing)
                    .orElse(Standing.GOOD);
            Standing now = anchor.standing();
            if (then.own() != now.own() || !then.detour().equals(now.detour())) {
                String fault = network.trouble(anchor.id()).map(UplinkTrouble::cause).map(Outages::inWords)
                        .orElse("the uplink is down");
                lines.add(anchor.id() + ": " + inWords(now, fault, lost.getOrDefault(anchor.id(), 0L)));
            }
        }
        return lines.build();
    }

    private static String inWords(UplinkTrouble.Cause cause) {
        return inWords(AnchorInfo.Fault.valueOf(cause.name()));
    }

    private static String inWords(Standing now, String fault, long lost) {
        if (now.own()) {
            return "the uplink is in use again";
        }
        return fault + "; " + now.detour().map(Way::owner)
                .map(other -> other + " stands in")
                .orElse("nobody stands in" + (lost == 0 ? "" : ", " + lostInWords(lost)));
    }
}
