/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.explain;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.PathEnd;
import org.onosdmm.core.compile.Punt;
import org.onosdmm.core.compile.RulePurpose;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.NodeState;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says where walks end.
 */
final class Ends {

    private static final ImmutableMap<Punt, String> SHOWN = ImmutableMap.<Punt, String>builder()
            .put(Punt.UNKNOWN_PLACE, "which takes it for a sign that the node is here, and passes it on")
            .put(Punt.CALL_FROM_OUTSIDE, "which takes it for the begin of a flow towards the node's own address, and "
                    + "passes it on")
            .put(Punt.SEARCH, "which asks at all access ports for the address")
            .put(Punt.NEW_FLOW, "which decides about the flow and passes it on")
            .put(Punt.NAME, "which reads the answer and hands it to the node")
            .put(Punt.ICMP_ERROR, "which carries it through the rewrite")
            .put(Punt.FRAGMENT, "which carries it through the rewrite")
            .put(Punt.GATEWAY, "which answers ping for the gateway")
            .put(Punt.EARLY, "which keeps it until the edge delivers")
            .put(Punt.ABSENT, "which keeps it until the node is back")
            .put(Punt.BICAST, "which keeps a copy for the case that the node is at neither place")
            .put(Punt.LOOKUP, "which asks at all access ports for the address").build();

    private final Situation now;

    Ends(Situation now) {
        this.now = now;
    }

    PathEnd of(Walk walk) {
        Walk.Pass last = walk.last();
        ConnectPoint at = new ConnectPoint(last.in().deviceId(), last.out().orElse(last.in().port()));
        String switchName = edge(at.deviceId()).map(AnchorId::name).orElse(at.deviceId().toString());
        switch (walk.end()) {
            case LEFT:
                return left(walk, at, switchName);
            case CONTROLLER:
                return PathEnd.of(PathEnd.Kind.CONTROLLER, at, "shown to the controller at " + switchName + ", "
                        + reason(walk).map(SHOWN::get).orElse("which keeps it until the node is back"));
            case DROPPED:
                return PathEnd.of(PathEnd.Kind.DROPPED, at, "dropped at " + switchName + ": "
                        + RulePurpose.of(Iterables.getLast(last.rules()).key()));
            case MISSED:
                return PathEnd.of(PathEnd.Kind.LOST, at, "lost at " + switchName + ": " + missed(at.deviceId()));
            case TURNED:
                return PathEnd.of(PathEnd.Kind.LOST, at, "lost at " + switchName
                        + ": it was to go back by the port it came in by");
            default:
                return PathEnd.of(PathEnd.Kind.LOST, at, "lost: it goes round in a circle");
        }
    }

    /** Whether a walk ends with the controller, which has to decide about the flow. */
    static boolean isNewFlow(Walk walk) {
        return walk.end() == Walk.End.CONTROLLER && reason(walk).filter(Punt.NEW_FLOW::equals).isPresent();
    }

    private static Optional<Punt> reason(Walk walk) {
        return Punt.of(Iterables.getLast(walk.last().rules()).key());
    }

    private PathEnd left(Walk walk, ConnectPoint at, String switchName) {
        if (now.domain().isUplink(at)) {
            return PathEnd.of(PathEnd.Kind.UPLINK, at, "leave the domain by the uplink of " + switchName + " as "
                    + walk.packet().ends());
        }
        Optional<NodeState> receiver = Stream.concat(Stream.of(now.node()), now.peer().stream())
                .filter(state -> state.node().mac().equals(walk.packet().ethDst())).findFirst();
        String port = switchName + "/" + at.port().toLong();
        if (!receiver.isPresent()) {
            return PathEnd.of(PathEnd.Kind.LOST, at, "lost at " + port + ": nobody is there who takes them");
        }
        String words = "are handed to " + receiver.get().node() + " at " + port + " as " + walk.packet().ends();
        if (!receiver.get().binding().current().poa().equals(at)) {
            return PathEnd.of(PathEnd.Kind.LOST, at, words + ", where it is not any more");
        }
        return receiver.get().binding().absentSince().isPresent()
                ? PathEnd.of(PathEnd.Kind.LOST, at, words + ", where it is not now") : PathEnd.of(
                        PathEnd.Kind.HOST, at, words);
    }

    private String missed(DeviceId device) {
        return now.network().isAvailable(device) ? "no rule matches" : "the switch is not connected";
    }

    private Optional<AnchorId> edge(DeviceId device) {
        return now.domain().anchorAt(device).map(Anchor::id);
    }
}
