/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import com.google.common.collect.Ordering;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onosdmm.api.Handover;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Measured;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.emulation.Topology;
import org.onosproject.net.DeviceId;

import java.util.List;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a handover costs, and what the switches hold, in networks of any size and with any number of nodes. */
class RuleCountTest {
    /** For each edge the way there, the group that leads there, one for what the other core diverts, and the port. */
    private static final int CORE_RULES_PER_EDGE = 4;
    /** Source guard, pin, its fragments, deliver, the same to its own port, lease out. */
    private static final int MAKE = 6;
    /** Bounce; steering at the home, the new edge and the peer's; both leases in. */
    private static final int SWITCH = 6;
    /** Steering at the home and the peer's, the first lease in. */
    private static final int SUPERSEDED = 3;
    /** The source guard of the place that was left. */
    private static final int SHUT = 1;

    @ParameterizedTest
    @CsvSource({"4, 1", "4, 10", "4, 100", "4, 1000", "16, 1", "16, 10", "16, 100", "16, 1000", "64, 1", "64, 10",
        "64, 100", "64, 1000"})
    void aHandoverTakesTheSameRulesInEveryNetwork(int edges, int nodes) {
        Emulation net = Emulation.of(Topology.of(edges));
        Station node = net.station("mn", 1, "10.1.0.10");
        Station peer = net.station("peer", 4, "10.4.0.10");
        for (int i = 2; i <= nodes; i++) {
            int edge = i % edges + 1;
            String address = "10." + edge + "." + (1 + i / 200) + "." + (1 + i % 200);
            Station other = net.station("n" + i, address).at(net.topology().access(edge)).announce();
            other.say(Outside.address(10), 16384, 16384, "hello");
        }
        net.run(200);
        assertEquals(nodes + 1, net.mobility().states().size());
        List<Integer> before = coreRules(net);
        node.say(Outside.address(10), 16384, 16384, "hello");
        node.say(peer.address(), 1, 2, "hello");
        net.run(50);
        node.at(net.topology().access(2)).announce();
        net.settle();

        Handover handover = net.handovers(node).get(0);
        List<DeviceId> switches = Ordering.usingToString().sortedCopy(handover.switches());
        Measured.of("rules").with("edges", edges).with("nodes", nodes).with("rules", handover.flowMods())
                .with("switches", switches).with("core", coreRules(net).get(0))
                .with("core_sent", switches.stream().filter(net.topology().cores()::contains).count()).print();
        assertEquals(MAKE + SWITCH + SUPERSEDED + SHUT, handover.flowMods());
        assertEquals(List.of(net.topology().edge(1), net.topology().edge(2), net.topology().edge(4)), switches);
        assertEquals(before, coreRules(net));
        before.forEach(rules -> assertTrue(rules <= CORE_RULES_PER_EDGE * edges + 1, rules + " rules in a core"));
        net.assertExact();
    }

    private static List<Integer> coreRules(Emulation net) {
        return net.topology().cores().stream().map(core -> net.control().reported(core).size())
                .collect(Collectors.toList());
    }
}
