/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.packet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onlab.packet.ARP;
import org.onlab.packet.Ethernet;
import org.onlab.packet.Ip4Address;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NetworkView;
import org.onosdmm.core.model.UplinkTrouble;
import org.onosdmm.core.uplink.InForce;
import org.onosdmm.dataplane.Frame;
import org.onosdmm.dataplane.Packets;
import org.onosproject.net.PortNumber;

import java.util.Map;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the virtual gateway answers to ARP and what it asks. */
class ArpAnswersTest {
    private static final MacAddress NODE = MacAddress.valueOf("02:00:00:00:00:10");
    private static final MacAddress ROUTER = MacAddress.valueOf("02:00:00:00:00:99");
    private static final PortNumber ACCESS = PortNumber.portNumber(3);
    private static final PortNumber UPLINK = PortNumber.portNumber(10);

    private final Domain domain = Topology.campus().domain();
    private final Anchor edge = Topology.anchor(domain, 2);

    private Optional<ARP> answer(PortNumber port, Frame request) {
        return ArpAnswers.answer(domain, edge, port, request.ethernet()).map(a -> (ARP) a.getPayload());
    }

    private Optional<ARP> asked(PortNumber port, MacAddress mac, String sender, String target) {
        return answer(port, Packets.arpRequest(mac, Ip4Address.valueOf(sender), Ip4Address.valueOf(target)));
    }

    private static MacAddress mac(Optional<ARP> answer) {
        return MacAddress.valueOf(answer.get().getSenderHardwareAddress());
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.0.10", "198.51.100.1"})
    void theUplinkAnswersForWhatItsAnchorStandsInFor(String target) {
        assertFalse(asked(UPLINK, ROUTER, "192.0.2.5", target).isPresent());
        NetworkView network = Emulation.campus().mobility().network().withTroubles(Map.of(AnchorId.of("edge1"),
                UplinkTrouble.of(UplinkTrouble.Cause.PORT_DOWN, UplinkTrouble.Phase.DEAD, false)));
        Domain inForce = InForce.of(domain, network);
        Frame request = Packets.arpRequest(ROUTER, Ip4Address.valueOf("192.0.2.5"), Ip4Address.valueOf(target));
        Optional<Ethernet> answer = ArpAnswers.answer(inForce, inForce.anchor(edge.id()), UPLINK, request.ethernet());
        assertEquals(edge.exit().mac(), mac(answer.map(frame -> (ARP) frame.getPayload())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.2.0.1", "10.1.0.1", "10.1.0.11", "10.4.0.200"})
    void gatewaysAndNeighboursHaveTheVirtualGatewaysMacAddressAtEveryEdge(String target) {
        Optional<ARP> answer = asked(ACCESS, NODE, "10.1.0.10", target);
        assertEquals(domain.gatewayMac(), mac(answer));
        assertEquals(ARP.OP_REPLY, answer.get().getOpCode());
        assertArrayEquals(Ip4Address.valueOf(target).toOctets(), answer.get().getSenderProtocolAddress());
        assertArrayEquals(NODE.toBytes(), answer.get().getTargetHardwareAddress());
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.10", "198.51.100.3", "192.0.2.6", "172.16.0.1"})
    void othersAreNotAnsweredForAtAccessPorts(String target) {
        assertFalse(asked(ACCESS, NODE, "10.1.0.10", target).isPresent());
    }

    @Test
    void aQuestionAboutOnesOwnAddressIsNeverAnswered() {
        Ip4Address own = Ip4Address.valueOf("10.1.0.10");
        assertFalse(answer(ACCESS, Packets.gratuitousArp(NODE, own)).isPresent());
        assertFalse(answer(ACCESS, Packets.arpProbe(NODE, own)).isPresent());
        assertFalse(answer(UPLINK, Packets.arpProbe(ROUTER, Ip4Address.valueOf("10.2.0.77"))).isPresent());
    }

    @Test
    void whoWouldLikeToHaveAnAddressOfTheGatewayIsToldThatItIsTaken() {
        ARP answer = answer(ACCESS, Packets.arpProbe(NODE, Ip4Address.valueOf("10.1.0.1"))).get();
        assertEquals(domain.gatewayMac(), MacAddress.valueOf(answer.getSenderHardwareAddress()));
        assertArrayEquals(Ip4Address.valueOf("10.1.0.1").toOctets(), answer.getSenderProtocolAddress());
        assertEquals(edge.exit().mac(), mac(answer(UPLINK, Packets.arpProbe(ROUTER, Ip4Address.valueOf("192.0.2.6")))));
        assertFalse(answer(ACCESS, Packets.arpProbe(NODE, Ip4Address.valueOf("192.0.2.6"))).isPresent());
    }

    @Test
    void anAnswerIsNotAnswered() {
        assertFalse(answer(ACCESS, Packets.arpReply(NODE, Ip4Address.valueOf("10.1.0.10"), domain.gatewayMac(),
                Ip4Address.valueOf("10.1.0.1"))).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.6", "198.51.100.64", "198.51.100.127", "10.2.0.77"})
    void atTheUplinkTheAnchorAnswersForWhatIsItsOwn(String target) {
        assertEquals(edge.exit().mac(), mac(asked(UPLINK, ROUTER, "192.0.2.5", target)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.5", "192.0.2.2", "198.51.100.3", "10.1.0.10", "203.0.113.1"})
    void atTheUplinkItAnswersForNobodyElse(String target) {
        assertFalse(asked(UPLINK, ROUTER, "192.0.2.5", target).isPresent());
    }

    @Test
    void theRouterIsAskedForWithTheAnchorsOwnAddresses() {
        Ethernet frame = ArpAnswers.askRouter(edge, edge.uplink().get());
        ARP arp = (ARP) frame.getPayload();
        assertEquals(edge.exit().mac(), frame.getSourceMAC());
        assertTrue(frame.getDestinationMAC().isBroadcast());
        assertArrayEquals(edge.uplink().get().nextHop().toOctets(), arp.getTargetProtocolAddress());
        assertArrayEquals(edge.uplink().get().address().toOctets(), arp.getSenderProtocolAddress());
    }

    @Test
    void aProbeIsForOneNodeAndComesFromItsGateway() {
        Ethernet frame = ArpAnswers.probe(domain, NODE, IpAddress.valueOf("10.1.0.10"));
        ARP arp = (ARP) frame.getPayload();
        assertEquals(NODE, frame.getDestinationMAC(), "nobody else is woken");
        assertEquals(domain.gatewayMac(), frame.getSourceMAC());
        assertEquals(ARP.OP_REQUEST, arp.getOpCode());
        assertArrayEquals(Ip4Address.valueOf("10.1.0.1").toOctets(), arp.getSenderProtocolAddress());
        assertArrayEquals(Ip4Address.valueOf("10.1.0.10").toOctets(), arp.getTargetProtocolAddress());
    }
}
