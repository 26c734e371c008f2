/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view.example;

import com.google.common.collect.ImmutableList;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.Explanation;
import org.onosdmm.api.ExplanationService;
import org.onosdmm.api.FlowDirection;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.FlowPath;
import org.onosdmm.api.NextMove;
import org.onosdmm.api.PathEnd;
import org.onosdmm.api.PathHop;
import org.onosdmm.api.PathRule;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;

import java.util.Optional;

/**
 * The call of the example, explained: out by a core switch, in by the place that the node has left.
 */
public final class ExampleExplanation implements ExplanationService {

    private static final DeviceId CORE = DeviceId.deviceId("of:0000000000000011");

    @Override
    public Explanation explain(FlowKey flow) {
        if (!flow.local().equals(Example.ADDRESS)) {
            throw DmmException.notFound("flow", flow.id());
        }
        return Explanation.builder().key(flow).node(Example.NODE)
                .known(flow.equals(Example.CALL.key()) ? Optional.of(Example.CALL) : Optional.empty())
                .classified("telephony, told by the step rules: rule 1").anchored("edge1, chosen by nearest")
                .promised("SESSION_LASTING: keeps anchor and address until it ends")
                .placed("00:00:00:00:01:01 is at edge2/3; the handover from edge1/1 is SWITCHED")
                .outbound(FlowDirection.of("edge2 > core > edge1: leave", ImmutableList.of(out()), true,
                        ImmutableList.of()))
                .inbound(FlowDirection.of("edge1: lost", ImmutableList.of(lost()), false, ImmutableList.of(out())))
                .next(ImmutableList.of(NextMove.of(Example.EDGE1, NextMove.Outcome.GOES_ON, Example.EDGE1,
                        Optional.of(Example.CALL.outside()), "goes on: still leaves at edge1 as 198.51.100.1"),
                        NextMove.of(Example.EDGE2, NextMove.Outcome.ENDS, Example.EDGE2, Optional.empty(), "ends")))
                .build();
    }

    private static FlowPath out() {
        return FlowPath.of(ImmutableList.of(
                PathHop.of(Example.SWITCH2, Optional.of(Example.EDGE2), port(3), Optional.of(port(1)), ImmutableList.of(
                        rule(0, "admit", 44_000, 0x2a00_0000_0001L, "source guard: the node is here: go on to steer"),
                        rule(1, "steer", 60_000, -1, "pin of the flow: locator 0A:00:00:01:00:01: leave at edge1 with "
                                + "an address lent there, go on to attach"))),
                PathHop.of(CORE, Optional.empty(), port(2), Optional.of(port(1)), ImmutableList.of(
                        rule(3, "transit", 40_000, 7, "towards the edge: out of port 1")))),
                PathEnd.of(PathEnd.Kind.UPLINK, new ConnectPoint(Example.SWITCH1, port(10)),
                        "leave the domain by the uplink of edge1"), false);
    }

    private static FlowPath lost() {
        return FlowPath.of(ImmutableList.of(PathHop.of(Example.SWITCH1, Optional.of(AnchorId.of("edge1")), port(10),
                Optional.empty(), ImmutableList.of())), PathEnd.of(PathEnd.Kind.LOST,
                new ConnectPoint(Example.SWITCH1, port(10)), "lost at edge1: no rule matches"), true);
    }

    private static PathRule rule(int table, String name, int priority, long cookie, String words) {
        return PathRule.builder().device(Example.SWITCH2).table(table).tableName(name).priority(priority)
                .cookie(cookie).words(words).confirmed(table > 0).build();
    }

    private static PortNumber port(int number) {
        return PortNumber.portNumber(number);
    }
}
