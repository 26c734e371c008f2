/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.dhcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.onlab.packet.DHCP;
import org.onlab.packet.DHCP.MsgType;
import org.onlab.packet.Ethernet;
import org.onlab.packet.IPv4;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onlab.packet.UDP;
import org.onlab.packet.dhcp.DhcpOption;
import org.onlab.packet.dhcp.DhcpRelayAgentOption;
import org.onosdmm.api.AddressGrant;
import org.onosdmm.api.AddressGrant.State;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.core.config.Documents;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.model.Domain;
import org.onosproject.net.ConnectPoint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A server outside is asked, and its answers find the client. */
class RelayAgentTest {

    private static final MacAddress MAC = MacAddress.valueOf("02:00:00:00:00:10");
    private static final MacAddress ROUTER = MacAddress.valueOf("02:00:00:00:ff:01");
    private static final IpAddress SERVER = IpAddress.valueOf("203.0.113.67");
    private static final String GATEWAY = "10.1.0.1";

    private final Domain domain = domain("'relay': '" + SERVER + "', 'ranges': ['10.2.0.100-10.2.0.199'],"
            + " 'reservations': [{ 'mac': '02:00:00:00:00:99', 'address': '10.1.0.50' }]");
    private final RelayAgent agent = new RelayAgent(domain);
    private final ConnectPoint port = Topology.campus().access(1);
    private final Grants grants = new Grants();

    private static Domain domain(String dhcp) {
        ObjectNode document = Topology.campus().document();
        document.set("dhcp", Documents.json("{ " + dhcp + " }"));
        return Topology.campus().configured(document).domain();
    }

    private boolean isRelayed(int edge, ClientFrame frame) {
        return RelayAgent.isFor(Situation.builder().domain(domain).edge(Topology.anchor(domain, edge)).port(port)
                .grants(grants).holder(a -> Optional.empty()).settled(true).now(0).build(),
                DhcpReader.read(frame.build()));
    }

    private Ethernet relay(ClientFrame frame, Optional<IpAddress> known) {
        return agent.toServer(DhcpReader.read(frame.build()), port, Topology.anchor(domain, 1),
                Topology.anchor(domain, 1), ROUTER, known);
    }

    private static DhcpRelayAgentOption information(DHCP packet) {
        return (DhcpRelayAgentOption) packet.getOptions().stream().filter(o -> o.getCode() == 82).findFirst().get();
    }

    /** The server's answer to what was relayed. */
    private Ethernet answer(Ethernet asked, MsgType type, String yours, String name, boolean echoes) {
        DHCP request = ClientFrame.answer(asked);
        List<DhcpOption> options = new ArrayList<>();
        options.add(Options.option(53, new byte[] {(byte) type.getValue()}));
        options.add(Options.option(54, IpAddress.valueOf(name).toOctets()));
        if (echoes) {
            options.add(information(request));
        }
        options.add(Options.end());
        DHCP reply = request.setOpCode(DHCP.OPCODE_REPLY).setOptions(options)
                .setYourIPAddress(IpAddress.valueOf(yours).getIp4Address().toInt());
        return ClientFrame.parse(Frames.of(ROUTER, SERVER, Topology.anchor(domain, 1).exit().mac(),
                IpAddress.valueOf(request.getGatewayIPAddress()), 67, reply).serialize());
    }

    @Test
    void edgesWithARangeAskNobody() {
        assertTrue(isRelayed(1, ClientFrame.of(MAC, MsgType.DHCPDISCOVER)));
        assertFalse(isRelayed(2, ClientFrame.of(MAC, MsgType.DHCPDISCOVER)));
        assertTrue(isRelayed(2, ClientFrame.of(MAC, MsgType.DHCPREQUEST).own("10.1.0.7")), "it is of edge 1");
        assertFalse(isRelayed(1, ClientFrame.of(MAC, MsgType.DHCPREQUEST).own("10.2.0.107")));
        assertFalse(isRelayed(1, ClientFrame.of(MacAddress.valueOf("02:00:00:00:00:99"), MsgType.DHCPDISCOVER)));
    }

    @Test
    void aNodeThatHasAnAddressOfOursIsNotRelayedUntilItHasGivenItBack() {
        AddressGrant grant = AddressGrant.builder().address(IpAddress.valueOf("10.2.0.107")).node(MobileNodeId.of(MAC))
                .name(Optional.empty()).port(port).state(State.GRANTED).since(0).until(1_000).build();
        grants.change(GrantChange.of(Optional.empty(), grant));
        assertFalse(isRelayed(1, ClientFrame.of(MAC, MsgType.DHCPDISCOVER)));
        grants.change(GrantChange.of(Optional.of(grant), grant.toBuilder().state(State.RETURNED).build()));
        assertTrue(isRelayed(1, ClientFrame.of(MAC, MsgType.DHCPDISCOVER)), "it rests, for others");
    }

    @Test
    void theServerIsToldWhereTheClientIs() {
        Ethernet asked = relay(ClientFrame.of(MAC, MsgType.DHCPDISCOVER).option(55, 1, 3), Optional.empty());
        assertEquals(ROUTER, asked.getDestinationMAC());
        assertEquals(SERVER, IpAddress.valueOf(((IPv4) asked.getPayload()).getDestinationAddress()));
        assertEquals(IpAddress.valueOf(GATEWAY), IpAddress.valueOf(((IPv4) asked.getPayload()).getSourceAddress()));
        assertEquals(67, ((UDP) asked.getPayload().getPayload()).getSourcePort());
        DHCP packet = ClientFrame.answer(asked);
        assertEquals(IpAddress.valueOf(GATEWAY), IpAddress.valueOf(packet.getGatewayIPAddress()));
        assertEquals(1, packet.getHops());
        DhcpRelayAgentOption information = information(packet);
        assertEquals(port.toString(), new String(information.getSubOption((byte) 1).getData(),
                StandardCharsets.US_ASCII));
        assertEquals(MAC, MacAddress.valueOf(information.getSubOption((byte) 2).getData()));
        assertEquals("0a010001", String.format("%02x%02x%02x%02x",
                information.getSubOption((byte) 11).getData()[0], information.getSubOption((byte) 11).getData()[1],
                information.getSubOption((byte) 11).getData()[2], information.getSubOption((byte) 11).getData()[3]));
        assertEquals(Optional.of(MsgType.DHCPDISCOVER), Optional.of(packet.getPacketType()));
    }

    @Test
    void theServerIsToldWhoseAddressesAreAskedForWhereTheAnswerComesElsewhere() {
        DHCP packet = ClientFrame.answer(agent.toServer(DhcpReader.read(ClientFrame.of(MAC, MsgType.DHCPREQUEST)
                .own("10.1.0.7").build()), port, Topology.anchor(domain, 1), Topology.anchor(domain, 3), ROUTER,
                Optional.empty()));
        assertEquals(IpAddress.valueOf("10.3.0.1"), IpAddress.valueOf(packet.getGatewayIPAddress()));
        assertArrayEquals(IpAddress.valueOf(GATEWAY).toOctets(), information(packet).getSubOption((byte) 5).getData());
        assertEquals(null, information(ClientFrame.answer(relay(ClientFrame.of(MAC, MsgType.DHCPDISCOVER),
                Optional.empty()))).getSubOption((byte) 5));
    }

    @Test
    void theAnswerGoesBackToThePort() {
        Ethernet asked = relay(ClientFrame.of(MAC, MsgType.DHCPDISCOVER), Optional.empty());
        RelayAgent.Relayed offer = agent.toClient(answer(asked, MsgType.DHCPOFFER, "10.1.0.77",
                "203.0.113.68", true)).get();
        assertEquals(port, offer.port());
        assertEquals(MAC, offer.node().mac());
        assertEquals(Optional.empty(), offer.granted());
        assertEquals(Optional.of(IpAddress.valueOf("203.0.113.68")), offer.server());
        DHCP told = ClientFrame.answer(offer.frame());
        assertEquals(IpAddress.valueOf(GATEWAY), Options.address(told, 54).get(), "it will renew with the edge");
        assertFalse(Options.of(told, 82).isPresent());
        assertEquals(MAC, offer.frame().getDestinationMAC());
        Ethernet request = relay(ClientFrame.of(MAC, MsgType.DHCPREQUEST).asking("10.1.0.77").server(GATEWAY),
                offer.server());
        assertEquals(IpAddress.valueOf("203.0.113.68"), Options.address(ClientFrame.answer(request), 54).get());
        RelayAgent.Relayed ack = agent.toClient(answer(request, MsgType.DHCPACK, "10.1.0.77", GATEWAY, true)).get();
        assertEquals(Optional.of(IpAddress.valueOf("10.1.0.77")), ack.granted());
        assertEquals(Optional.empty(), ack.server(), "it took the name that it was given");
    }

    @Test
    void aClientThatCannotHearUnicastIsToldByBroadcast() {
        Ethernet asked = relay(ClientFrame.of(MAC, MsgType.DHCPDISCOVER).broadcast(), Optional.empty());
        assertEquals(MacAddress.BROADCAST, agent.toClient(answer(asked, MsgType.DHCPOFFER, "10.1.0.77", GATEWAY,
                true)).get().frame().getDestinationMAC());
        Ethernet plain = relay(ClientFrame.of(MAC, MsgType.DHCPREQUEST).asking("10.1.0.9"), Optional.empty());
        assertEquals(MacAddress.BROADCAST, agent.toClient(answer(plain, MsgType.DHCPNAK, "0.0.0.0", GATEWAY,
                true)).get().frame().getDestinationMAC());
    }

    @Test
    void whatIsNoAnswerOfTheServerIsDropped() {
        Ethernet asked = relay(ClientFrame.of(MAC, MsgType.DHCPDISCOVER), Optional.empty());
        assertEquals(Optional.empty(), agent.toClient(asked), "a request");
        assertEquals(Optional.empty(), agent.toClient(answer(asked, MsgType.DHCPOFFER, "10.1.0.77", GATEWAY, false)),
                "nobody knows for whom");
        Ethernet forged = answer(asked, MsgType.DHCPOFFER, "10.1.0.77", GATEWAY, true);
        ((IPv4) forged.getPayload()).setSourceAddress("203.0.113.99");
        assertEquals(Optional.empty(), agent.toClient(forged), "of another server");
        Ethernet elsewhere = answer(asked, MsgType.DHCPOFFER, "10.1.0.77", GATEWAY, true);
        ((DHCP) elsewhere.getPayload().getPayload().getPayload()).setGatewayIPAddress(7);
        assertEquals(Optional.empty(), agent.toClient(elsewhere), "for no gateway of ours");
        Ethernet garbled = answer(asked, MsgType.DHCPOFFER, "10.1.0.77", GATEWAY, true);
        information((DHCP) garbled.getPayload().getPayload().getPayload()).getSubOption((byte) 1)
                .setData(new byte[] {1, 2, 3});
        assertEquals(Optional.empty(), agent.toClient(garbled), "a port that cannot be");
    }
}
