/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onlab.packet.Ethernet;
import org.onlab.packet.Ip4Address;
import org.onlab.packet.MacAddress;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.model.Uplink;
import org.onosdmm.dataplane.Frame;
import org.onosdmm.dataplane.Packets;
import org.onosdmm.dataplane.Trace;
import org.onosproject.core.DefaultApplicationId;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.DefaultFlowRule;
import org.onosproject.net.flow.DefaultTrafficSelector;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.packet.PacketPriority;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Switches that answer ARP by themselves. */
class ArpBySwitchTest {
    private static final Ip4Address GATEWAY = Ip4Address.valueOf("10.1.0.1");

    private Emulation net;
    private Station node;
    private Uplink uplink;
    private Frame byRouter;

    @BeforeEach
    void attach() {
        net = Emulation.campus();
        node = net.station("mn", 1, "10.1.0.10");
        uplink = net.domain().withUplink().get(0).uplink().get();
        net.topology().edges().forEach(edge -> net.wires().live().add(ofHostProvider(edge)));
        byRouter = Packets.arpRequest(Topology.router(1), uplink.nextHop().getIp4Address(),
                uplink.address().getIp4Address());
    }

    /** What every ONOS has on its switches. */
    private static FlowRule ofHostProvider(DeviceId device) {
        return DefaultFlowRule.builder().forDevice(device).forTable(0)
                .withPriority(PacketPriority.CONTROL.priorityValue())
                .withSelector(DefaultTrafficSelector.builder().matchEthType(Ethernet.TYPE_ARP).build())
                .withTreatment(DefaultTrafficTreatment.builder().punt().build())
                .fromApp(new DefaultApplicationId(1, "org.onosproject.core")).makePermanent().build();
    }

    private Frame byNode() {
        return Packets.arpRequest(node.mac(), node.address().getIp4Address(), GATEWAY);
    }

    private Trace probe(ConnectPoint at, Frame frame) {
        return net.wires().probe(at, frame);
    }

    private void isAnswered(Trace trace, Frame answer) {
        assertEquals(trace.origin(), trace.delivery().at(), trace::toString);
        assertEquals(answer, trace.delivery().frame(), trace::toString);
    }

    private void isShownAndNotAnswered(ConnectPoint at, Frame frame) {
        Trace trace = probe(at, frame);
        assertEquals(List.of(), trace.deliveries(), trace::toString);
        assertEquals(frame, trace.punt().frame(), trace::toString);
    }

    @Test
    void theGatewayIsThereWhileNoControllerRuns() {
        net.kill();
        net.setConnected(net.topology().edge(1), false);
        isAnswered(probe(node.location().get(), byNode()), Packets.arpReply(net.domain().gatewayMac(), GATEWAY,
                node.mac(), node.address().getIp4Address()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void itIsThereAtEveryEdge(int edge) {
        net.kill();
        isAnswered(probe(net.topology().access(edge), byNode()), Packets.arpReply(net.domain().gatewayMac(), GATEWAY,
                node.mac(), node.address().getIp4Address()));
    }

    @Test
    void theRouterIsAnsweredForTheUplink() {
        net.kill();
        isAnswered(probe(net.topology().uplink(1), byRouter), Packets.arpReply(net.domain().withUplink().get(0).exit()
                .mac(), uplink.address().getIp4Address(), Topology.router(1), uplink.nextHop().getIp4Address()));
    }

    @Test
    void theControllerSeesTheQuestionAsItWas() {
        assertEquals(byNode(), probe(node.location().get(), byNode()).punt().frame());
        assertEquals(byRouter, probe(net.topology().uplink(1), byRouter).punt().frame());
    }

    @Test
    void nobodyIsAnsweredTwice() {
        node.clear();
        node.ask(GATEWAY);
        net.run(50);
        assertEquals(1, node.arp().size(), () -> node.arp().toString());
    }

    @Test
    void aQuestionForTheGatewayShowsThatItsNodeHasMoved() {
        node.at(net.topology().access(3));
        node.ask(GATEWAY);
        net.run(50);
        assertEquals(net.topology().access(3), net.binding(node).current().poa());
    }

    @Test
    void aSearchForADuplicateIsNotAnswered() {
        MacAddress stranger = MacAddress.valueOf("02:00:00:00:66:66");
        isShownAndNotAnswered(node.location().get(), Packets.arpProbe(stranger, GATEWAY));
        isShownAndNotAnswered(node.location().get(), Packets.gratuitousArp(stranger, GATEWAY));
        isShownAndNotAnswered(net.topology().uplink(1), Packets.arpProbe(Topology.router(1),
                uplink.address().getIp4Address()));
        isShownAndNotAnswered(net.topology().uplink(1), Packets.gratuitousArp(Topology.router(1),
                uplink.address().getIp4Address()));
    }

    @Test
    void otherQuestionsAreTheControllersAlone() {
        isShownAndNotAnswered(node.location().get(), Packets.arpRequest(node.mac(), node.address().getIp4Address(),
                Ip4Address.valueOf("10.1.0.11")));
        isShownAndNotAnswered(node.location().get(), Packets.arpReply(node.mac(), node.address().getIp4Address(),
                net.domain().gatewayMac(), GATEWAY));
    }

    @Test
    void aSwitchWhoseDriverKnowsNoExtensionsLeavesItToTheController() {
        net.useNoExtensions();
        net.run(50);
        isShownAndNotAnswered(node.location().get(), byNode());
        isShownAndNotAnswered(net.topology().uplink(1), byRouter);
        node.clear();
        node.ask(GATEWAY);
        net.run(50);
        assertEquals(1, node.arp().size(), () -> node.arp().toString());
        assertTrue(net.mobility().counters().counts().isEmpty(), () -> net.mobility().counters().counts().toString());
    }
}
