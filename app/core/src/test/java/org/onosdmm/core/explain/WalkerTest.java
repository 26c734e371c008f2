/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.explain;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.junit.jupiter.api.Test;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.FlowKey;
import org.onosdmm.core.model.PathGroup;
import org.onosdmm.core.model.RuleKey;
import org.onosdmm.core.model.RuleSet;
import org.onosproject.core.GroupId;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.DefaultTrafficSelector;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.flow.TrafficTreatment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What a switch does with a packet, where rules of this app do not go. */
class WalkerTest {
    private static final DeviceId ONE = DeviceId.deviceId("of:1");
    private static final DeviceId TWO = DeviceId.deviceId("of:2");
    private static final Packet PACKET = Packet.fromNode(FlowKey.parse("udp,10.0.0.1,1,10.0.0.2,2"),
            MacAddress.valueOf(1), MacAddress.valueOf(2));

    private final ImmutableMap<ConnectPoint, ConnectPoint> links =
            ImmutableMap.of(at(ONE, 2), at(TWO, 1), at(TWO, 1), at(ONE, 2));

    private static ConnectPoint at(DeviceId device, int port) {
        return new ConnectPoint(device, port(port));
    }

    private static PortNumber port(int number) {
        return PortNumber.portNumber(number);
    }

    private static RuleKey key(DeviceId device, int table, int priority) {
        return RuleKey.of(device, table, priority, DefaultTrafficSelector.emptySelector());
    }

    private static TrafficTreatment.Builder act() {
        return DefaultTrafficTreatment.builder();
    }

    private List<Walk> walk(Map<RuleKey, TrafficTreatment> rules, PathGroup... groups) {
        ImmutableMap<Integer, PathGroup> known = ImmutableList.copyOf(groups).stream()
                .collect(ImmutableMap.toImmutableMap(PathGroup::id, group -> group));
        return Walker.walk(new Tables(device -> RuleSet.of(rules), device -> known), links, at(ONE, 1), PACKET);
    }

    private static String text(Walk walk) {
        return walk.end() + walk.passes().stream().map(pass -> " " + pass.in().port() + ">" + pass.out()
                .map(PortNumber::toString).orElse("-")).collect(Collectors.joining());
    }

    @Test
    void theHighestPriorityThatMatches() {
        List<Walk> walks = walk(Map.of(key(ONE, 0, 1), act().setOutput(port(7)).build(),
                key(ONE, 0, 5), act().setOutput(port(2)).build(), key(TWO, 0, 3), act().setOutput(port(9)).build()));
        assertEquals(List.of("LEFT 1>2 1>9"), walks.stream().map(WalkerTest::text).collect(Collectors.toList()));
        assertEquals(5, walks.get(0).passes().get(0).rules().get(0).key().priority());
    }

    @Test
    void noRuleAndDrop() {
        assertEquals("MISSED 1>-", text(walk(Map.of()).get(0)));
        assertEquals("DROPPED 1>-", text(walk(Map.of(key(ONE, 0, 1), act().drop().build())).get(0)));
        assertEquals("MISSED 1>-", text(walk(Map.of(key(ONE, 0, 1), act().transition(1).build())).get(0)));
        assertEquals("CONTROLLER 1>-", text(walk(Map.of(key(ONE, 0, 1), act().punt().build())).get(0)));
    }

    @Test
    void outOfThePortItCameInBy() {
        assertEquals("TURNED 1>-", text(walk(Map.of(key(ONE, 0, 1), act().setOutput(port(1)).build())).get(0)));
        assertEquals("LEFT 1>1", text(walk(Map.of(key(ONE, 0, 1), act().setOutput(PortNumber.IN_PORT).build()))
                .get(0)));
    }

    @Test
    void aCircleComesToAnEnd() {
        Walk walk = walk(Map.of(key(ONE, 0, 1), act().setOutput(port(2)).build(),
                key(TWO, 0, 1), act().setOutput(PortNumber.IN_PORT).build(),
                RuleKey.of(ONE, 0, 9, DefaultTrafficSelector.builder().matchInPort(port(2)).build()),
                act().setOutput(PortNumber.IN_PORT).build())).get(0);
        assertEquals(Walk.End.LOOPED, walk.end());
        assertEquals(32, walk.passes().size());
    }

    @Test
    void groups() {
        PathGroup dead = PathGroup.failover(ONE, ImmutableList.of(port(5), port(2)));
        PathGroup choice = PathGroup.select(ONE, ImmutableList.of(dead,
                PathGroup.failover(ONE, ImmutableList.of(port(2), port(5)))));
        Map<RuleKey, TrafficTreatment> rules = Map.of(key(ONE, 0, 1), act().group(new GroupId(choice.id())).build());
        assertEquals(List.of("MISSED 1>2 1>-"), walk(rules, choice).stream().map(WalkerTest::text)
                .collect(Collectors.toList()), "both choices are the same port, the only one with a link behind it");
        assertEquals(List.of("MISSED 1>-"), walk(rules).stream().map(WalkerTest::text).collect(Collectors.toList()));
    }

    @Test
    void copiesAreToldFromChoices() {
        List<Walk> walks = walk(Map.of(key(ONE, 0, 1),
                act().punt().setOutput(port(7)).setEthDst(MacAddress.valueOf(9)).setOutput(port(8)).build()));
        assertEquals(List.of(false, true), walks.stream().map(Walk::copy).collect(Collectors.toList()));
        assertEquals(MacAddress.valueOf(2), walks.get(0).packet().ethDst());
        assertEquals(MacAddress.valueOf(9), walks.get(1).packet().ethDst());
        assertEquals(Optional.of(port(8)), walks.get(1).last().out());
    }
}
