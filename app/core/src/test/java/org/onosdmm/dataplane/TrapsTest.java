/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.junit.jupiter.api.Test;
import org.onlab.packet.Ip4Address;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.flow.TrafficTreatment;
import org.onosproject.net.flow.criteria.Criteria;
import org.onosproject.net.group.DefaultGroupBucket;
import org.onosproject.net.group.DefaultGroupDescription;
import org.onosproject.net.group.GroupBuckets;
import org.onosproject.net.group.GroupDescription;

import java.util.Arrays;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onosdmm.dataplane.Samples.APP;
import static org.onosdmm.dataplane.Samples.MAC_A;
import static org.onosdmm.dataplane.Samples.MAC_B;
import static org.onosdmm.dataplane.Samples.S1;
import static org.onosdmm.dataplane.Samples.S2;
import static org.onosdmm.dataplane.Samples.act;
import static org.onosdmm.dataplane.Samples.at;
import static org.onosdmm.dataplane.Samples.device;
import static org.onosdmm.dataplane.Samples.group;
import static org.onosdmm.dataplane.Samples.groupId;
import static org.onosdmm.dataplane.Samples.ipv4;
import static org.onosdmm.dataplane.Samples.match;
import static org.onosdmm.dataplane.Samples.out;
import static org.onosdmm.dataplane.Samples.port;
import static org.onosdmm.dataplane.Samples.prefix;
import static org.onosdmm.dataplane.Samples.rule;
import static org.onosdmm.dataplane.Samples.tcp;
import static org.onosdmm.dataplane.Samples.tp;
import static org.onosdmm.dataplane.Samples.udp;

/** The traps of real switches, each shown to be there: what works here only by accident would fail in a network. */
class TrapsTest {
    private static final DeviceId S3 = device(3);
    private static final DeviceId CORE = device(4);
    private static final IpAddress OUTSIDE = IpAddress.valueOf("203.0.113.7");

    private final TestHost a = TestHost.of("A", MAC_A);
    private final TestHost b = TestHost.of("B", MAC_B);
    private final DataPlane net = new DataPlane();
    private final Frame packet = Packets.udp().eth(MAC_A, MAC_B).ip("10.0.0.1", "10.0.1.1").ports(1000, 2000).build();

    /** Edges S1, S2 and S3 with hosts at port 1, each with port 9 at the core, that has port n at edge n. */
    private void star() {
        for (int edge = 1; edge <= 3; edge++) {
            net.link(at(device(edge), 9), at(CORE, edge)).addPort(at(device(edge), 1));
        }
    }

    @Test
    void deliverToAHostBehindTheSameAccessPointNeedsInPort() {
        net.attach(a, at(S1, 1)).attach(b, at(S1, 1));
        net.add(rule(S1, 0, 10, match().matchEthDst(MAC_B), out(1)));
        assertEquals(Drop.Reason.OUTPUT_TO_IN_PORT, net.send(a, packet).drop().reason());

        net.add(rule(S1, 0, 10, match().matchEthDst(MAC_B), act().setOutput(PortNumber.IN_PORT)));
        assertTrue(net.send(a, packet).isDeliveredTo(b));
    }

    @Test
    void sendingBackWhatCameFromTheFabricNeedsInPort() {
        star();
        net.add(rule(CORE, 0, 10, match(), out(1)),
                rule(S1, 0, 10, match(), act().setEthDst(MAC_A).setOutput(port(9))));
        assertEquals(at(S1, 9), net.inject(at(CORE, 2), packet).drop().at());

        net.add(rule(S1, 0, 10, match(), act().setEthDst(MAC_A).setOutput(PortNumber.IN_PORT)));
        Trace trace = net.inject(at(CORE, 2), packet);
        assertEquals(at(CORE, 1), trace.drop().at(), "and transit on the way back needs it too");
    }

    @Test
    void aGroupBucketNeedsInPortToo() {
        net.attach(a, at(S1, 1)).attach(b, at(S1, 1));
        net.apply(group(GroupDescription.Type.ALL, 1, DefaultGroupBucket.createAllGroupBucket(out(1).build())));
        net.add(rule(S1, 0, 10, match(), act().group(groupId(1))));
        assertEquals(Drop.Reason.OUTPUT_TO_IN_PORT, net.send(a, packet).drop().reason());

        TrafficTreatment inPort = act().setOutput(PortNumber.IN_PORT).build();
        net.apply(group(GroupDescription.Type.ALL, 1, DefaultGroupBucket.createAllGroupBucket(inPort)));
        assertTrue(net.send(a, packet).isDeliveredTo(b));
    }

    @Test
    void aRuleForAFlowMissesItsFragmentsUnlessItHasACompanion() {
        net.addPort(at(S1, 1)).addPort(at(S1, 2)).addPort(at(S1, 3));
        net.add(rule(S1, 0, 20, pair().matchUdpSrc(tp(1000)).matchUdpDst(tp(2000)), out(2)),
                rule(S1, 0, 1, match(), out(3)));
        Frame large = Packets.udp().ip("10.0.0.1", "10.0.1.1").ports(1000, 2000).size(300).build();
        List<Frame> fragments = Fragments.of(large, 160, 5);
        assertEquals(at(S1, 2), net.inject(at(S1, 1), packet).delivery().at());
        assertEquals(at(S1, 3), net.inject(at(S1, 1), fragments.get(0)).delivery().at(), "even the first one");

        net.add(rule(S1, 0, 19, pair().matchUdpSrc(tp(0)).matchUdpDst(tp(0)), out(2)));
        for (Frame fragment : fragments) {
            assertEquals(at(S1, 2), net.inject(at(S1, 1), fragment).delivery().at());
        }
    }

    private static TrafficSelector.Builder pair() {
        return udp().matchIPSrc(prefix("10.0.0.1/32")).matchIPDst(prefix("10.0.1.1/32"));
    }

    @Test
    void aMatchOnTcpFlagsIsRefusedAndNotLeftOut() {
        net.addDevice(S1);

        FlowModException refused = assertThrows(FlowModException.class,
                () -> net.add(rule(S1, 0, 10, tcp().add(Criteria.matchTcpFlags(2)), out(1))));

        assertTrue(refused.getMessage().contains("TCP_FLAGS"), refused.getMessage());
    }

    @Test
    void theQuoteInAnIcmpErrorIsNotRewritten() {
        net.addPort(at(S1, 1)).addPort(at(S1, 2));
        net.add(rule(S1, 0, 10, ipv4().matchIPDst(OUTSIDE.toIpPrefix()),
                act().setIpDst(IpAddress.valueOf("10.0.0.1")).setOutput(port(2))));
        Frame sent = Packets.udp().ip("203.0.113.7", "192.0.2.9").ports(1000, 2000).build();
        Frame error = Packets.icmpError(3, 4, sent).ip("198.51.100.1", "203.0.113.7").build();

        Frame arrived = net.inject(at(S1, 1), error).delivery().frame();

        assertEquals(IpAddress.valueOf("10.0.0.1"), arrived.ipDst().get());
        Ip4Address quoted = Ip4Address.valueOf(Arrays.copyOfRange(arrived.bytes(), 42 + 12, 42 + 16));
        assertEquals(OUTSIDE, quoted, "so the host does not know the flow that the error is about");
    }

    @Test
    void twoOutputsInOneActionListAreTwoCopies() {
        star();
        net.attach(b, at(S1, 1));
        net.add(rule(CORE, 0, 10, match(), out(1).setOutput(port(2))), rule(S1, 0, 10, match(), out(1)),
                rule(S2, 0, 10, match(), out(1)));

        Trace trace = net.inject(at(CORE, 3), packet);

        assertEquals(2, trace.deliveries().size());
        assertTrue(trace.duplicates().isEmpty());
        assertEquals(1, b.received().size());
    }

    /** S1 - CORE - S3 with a way round over S2: CORE fails over to S2, that knows the way over CORE only. */
    @Test
    void failoverThatDoesNotMindTheInPortPlaysPingPong() {
        star();
        for (boolean backByInPort : new boolean[] {false, true}) {
            TrafficTreatment backup = out(2).build();
            net.apply(new DefaultGroupDescription(CORE, GroupDescription.Type.FAILOVER, new GroupBuckets(List.of(
                    DefaultGroupBucket.createFailoverGroupBucket(out(3).build(), port(3), null),
                    DefaultGroupBucket.createFailoverGroupBucket(backup, port(2), null))), null, 1, APP));
            net.add(rule(CORE, 0, 10, match(), act().group(groupId(1))), rule(S3, 0, 10, match(), out(1)),
                    rule(S2, 0, 10, match(), act().setOutput(backByInPort ? PortNumber.IN_PORT : port(9))));
            net.setPort(at(S3, 9), true);
            assertEquals(at(S3, 1), net.inject(at(CORE, 1), packet).delivery().at());

            net.setPort(at(S3, 9), false);
            Trace trace = net.inject(at(CORE, 1), packet);
            assertTrue(trace.deliveries().isEmpty());
            assertEquals(Drop.Reason.OUTPUT_TO_IN_PORT, trace.drop().reason());
            assertEquals(backByInPort ? at(CORE, 2) : at(S2, 9), trace.drop().at());
        }
    }

    /** The destination MAC address says the edge, under a mask, and the place at the edge. */
    @Test
    void anAddressInTheMacLeadsOverFourSwitchesAndIsSentOnAfterAMove() {
        star();
        net.attach(a, at(S3, 1)).attach(b, at(S1, 1));
        transitEverywhere();
        net.add(rule(S3, 1, 10, ipv4().matchIPDst(prefix("10.0.1.1/32")), act().setEthDst(place(1, 1)).transition(3)));
        net.add(deliver(S1, place(1, 1)));
        Trace before = net.send(a, packet);
        assertTrue(before.isDeliveredTo(b));
        assertEquals(List.of(S3, CORE, S1), before.devices());
        assertEquals(MAC_B, before.delivery().frame().ethDst());

        net.attach(b, at(S2, 1));
        net.add(deliver(S2, place(2, 7)));
        net.add(rule(S1, 2, 10, match().matchEthDst(place(1, 1)), act().setEthDst(place(2, 7)).transition(3)));
        Trace rescued = net.send(a, packet);
        assertTrue(rescued.isDeliveredTo(b), rescued::toString);
        assertEquals(List.of(S3, CORE, S1, CORE, S2), rescued.devices());

        net.add(rule(S3, 1, 10, ipv4().matchIPDst(prefix("10.0.1.1/32")), act().setEthDst(place(2, 7)).transition(3)));
        assertEquals(List.of(S3, CORE, S2), net.send(a, packet).devices());
    }

    private static FlowRule deliver(DeviceId edge, MacAddress place) {
        return rule(edge, 2, 10, match().matchEthDst(place), act().setEthDst(MAC_B).setOutput(port(1)));
    }

    private static MacAddress place(int edge, int number) {
        return MacAddress.valueOf(String.format("0a:00:00:%02x:00:%02x", edge, number));
    }

    private void transitEverywhere() {
        MacAddress mask = MacAddress.valueOf("ff:ff:ff:ff:00:00");
        for (int edge = 1; edge <= 3; edge++) {
            DeviceId device = device(edge);
            net.add(rule(CORE, 0, 10, match().matchEthDstMasked(place(edge, 0), mask), out(edge)));
            net.add(rule(device, 0, 10, match().matchInPort(port(1)), act().transition(1)),
                    rule(device, 0, 10, match().matchInPort(port(9)), act().transition(2)),
                    rule(device, 3, 20, match().matchInPort(port(9)), act().setOutput(PortNumber.IN_PORT)),
                    rule(device, 3, 10, match(), out(9)));
        }
    }
}
