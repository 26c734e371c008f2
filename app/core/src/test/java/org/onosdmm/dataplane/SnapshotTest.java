/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.junit.jupiter.api.Test;
import org.onosproject.core.ApplicationId;
import org.onosproject.core.DefaultApplicationId;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.group.GroupDescription;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onosdmm.dataplane.Samples.APP;
import static org.onosdmm.dataplane.Samples.MAC_A;
import static org.onosdmm.dataplane.Samples.S1;
import static org.onosdmm.dataplane.Samples.S2;
import static org.onosdmm.dataplane.Samples.act;
import static org.onosdmm.dataplane.Samples.at;
import static org.onosdmm.dataplane.Samples.group;
import static org.onosdmm.dataplane.Samples.groupId;
import static org.onosdmm.dataplane.Samples.ipv4;
import static org.onosdmm.dataplane.Samples.ipv6;
import static org.onosdmm.dataplane.Samples.match;
import static org.onosdmm.dataplane.Samples.oneSwitch;
import static org.onosdmm.dataplane.Samples.out;
import static org.onosdmm.dataplane.Samples.port;
import static org.onosdmm.dataplane.Samples.prefix;
import static org.onosdmm.dataplane.Samples.rule;

/** Snapshots, hashes and dumps of table contents. */
class SnapshotTest {
    private final DataPlane net = oneSwitch(4).addPort(at(S2, 1));
    private final FlowRule one = rule(S1, 0, 10, ipv4(), out(2));
    private final FlowRule two = rule(S2, 1, 20, ipv4().matchIPDst(prefix("10.0.1.0/24")), act().transition(2));

    @Test
    void hashIsTheSameAgainAfterApplyAndRevert() {
        net.add(one);
        String before = net.hash();

        net.add(two);
        assertNotEquals(before, net.hash());

        net.remove(two);
        assertEquals(before, net.hash());
    }

    @Test
    void hashTellsApartWhatDiffersInOneThingOnly() {
        ApplicationId stranger = new DefaultApplicationId(8, "org.example.other");
        List<FlowRule> rules = List.of(one, rule(S1, 1, 10, ipv4(), out(2)), rule(S1, 0, 11, ipv4(), out(2)),
                rule(S1, 0, 10, ipv6(), out(2)), rule(S1, 0, 10, ipv4(), out(3)), rule(S2, 0, 10, ipv4(), out(2)),
                rule(stranger, S1, 0, 10, ipv4(), out(2)), rule(S1, 0, 10, ipv4(), out(2).writeMetadata(1, 1)),
                rule(S1, 0, 10, ipv4(), out(2).writeMetadata(1, 3)), rule(S1, 0, 10, ipv4(), out(2).transition(1)),
                rule(S1, 0, 10, ipv4(), out(2).wipeDeferred()),
                rule(S1, 0, 10, ipv4(), act().deferred().setOutput(port(2))));
        Set<String> hashes = new HashSet<>();
        for (FlowRule rule : rules) {
            DataPlane fresh = oneSwitch(4).addPort(at(S2, 1));
            fresh.add(rule);
            assertTrue(hashes.add(fresh.hash()), rule::toString);
        }
    }

    @Test
    void hashIsTheSameEverywhere() {
        net.add(one, two);

        assertEquals("a945426dd39cc9c0", net.hash());
    }

    @Test
    void restoreBringsBackRulesAndGroups() {
        net.apply(group(GroupDescription.Type.ALL, 1));
        net.add(one, rule(S1, 0, 11, match(), act().group(groupId(1))));
        Snapshot before = net.snapshot();
        net.removeGroup(S1, groupId(1));
        net.remove(one);
        net.add(two);

        net.restore(before);

        assertEquals(before.hash(), net.hash());
        assertEquals(before.dump(), net.dump());
        assertEquals(Drop.Reason.NO_LIVE_BUCKET, net.inject(at(S1, 1), Packets.udp().build()).drop().reason());
    }

    @Test
    void snapshotDoesNotChange() {
        Snapshot empty = net.snapshot();
        String dump = empty.dump();
        net.add(one);

        assertEquals(dump, empty.dump());
        assertNotEquals(net.hash(), empty.hash());
    }

    @Test
    void snapshotOfASwitchThatHasNotChangedIsTheSameObject() {
        net.add(one, two);
        Snapshot before = net.snapshot();
        net.remove(one);

        assertSame(before.states().get(S2), net.snapshot().states().get(S2));
    }

    @Test
    void dumpIsForAPerson() {
        net.add(one, two, rule(S1, 0, 30, match().matchInPort(port(1)), act().setEthDst(MAC_A).setOutput(port(3))));

        assertEquals(String.join("\n",
                "of:0000000000000001",
                "  table 0 priority    30 [IN_PORT:1] -> ETH_DST:00:00:00:00:00:0A, OUTPUT:3 (app 7)",
                "  table 0 priority    10 [ETH_TYPE:ipv4] -> OUTPUT:2 (app 7)",
                "of:0000000000000002",
                "  table 1 priority    20 [ETH_TYPE:ipv4, IPV4_DST:10.0.1.0/24] -> goto 2 (app 7)",
                ""), net.dump());
    }

    @Test
    void rulesAreListedByApp() {
        ApplicationId stranger = new DefaultApplicationId(8, "org.example.other");
        FlowRule foreign = rule(stranger, S1, 0, 5, match(), out(1));
        net.add(one, two, foreign);

        assertEquals(Set.of(one, two), Set.copyOf(net.rules(APP)));
        assertEquals(List.of(foreign), net.rules(stranger));
        assertEquals(2, net.rules(S1).size());
    }
}
