/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.dhcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onlab.packet.DHCP;
import org.onlab.packet.DHCP.MsgType;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onlab.packet.dhcp.DhcpOption;
import org.onosdmm.api.AddressGrant.State;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.config.Documents;
import org.onosdmm.core.dhcp.ClientFrame;
import org.onosdmm.core.emulation.DhcpClient;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.dataplane.Frame;
import org.onosdmm.dataplane.Packets;
import org.onosdmm.dataplane.Trace;
import org.onosproject.net.ConnectPoint;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Hosts without an address, in a network with the app at work in it. */
class DhcpTest {

    private static final IpAddress WEB = Outside.address(30);
    private static final String RANGES = "'ranges': ['10.1.0.100-10.1.0.149', '10.2.0.100-10.2.0.149'],"
            + " 'leaseTime': 600";
    private static final int RELAYED_TIME = 400;
    private static final MacAddress BROADCAST = MacAddress.BROADCAST;

    private Emulation net;
    private DhcpClient client;

    private static Emulation network(String dhcp) {
        ObjectNode document = Topology.campus().document();
        document.set("dhcp", Documents.json("{ " + dhcp + " }"));
        return Emulation.of(Topology.campus().configured(document));
    }

    @BeforeEach
    void attach() {
        net = network(RANGES);
        client = new DhcpClient(net, 0x10).at(net.topology().access(1));
    }

    private ConnectPoint place(DhcpClient node) {
        return net.mobility().state(node.id()).get().binding().current().poa();
    }

    /** What it says goes out of the domain, and the answer comes back to it. */
    private void talks(DhcpClient node) {
        net.outside().echo(WEB);
        node.heard().clear();
        node.say(WEB, 5000, 80, "hello");
        net.run(50);
        assertEquals(1, node.heard().size(), "heard by " + node.mac());
    }

    private State state(IpAddress address) {
        return net.stores().grants().at(address).get().state();
    }

    @Test
    void aHostGetsAnAddressAndCanTalk() {
        client.start();
        assertTrue(client.address().toString().startsWith("10.1.0.1"));
        NodeState state = net.mobility().state(client.id()).get();
        assertEquals(Set.of(client.address()), state.binding().addresses());
        assertEquals(Trigger.DHCP, state.binding().current().trigger());
        talks(client);
        net.settle();
        net.assertExact();
    }

    @Test
    void itKeepsItsAddressAtEveryEdge() {
        client.start();
        IpAddress address = client.address();
        for (int edge = 2; edge <= 4; edge++) {
            client.at(net.topology().access(edge)).reboot();
            assertEquals(address, client.address());
            assertEquals(net.topology().access(edge), place(client), "its DHCPREQUEST shows the move");
            talks(client);
            client.renew();
            client.last(MsgType.DHCPACK);
            client.rebind();
            client.last(MsgType.DHCPACK);
            assertEquals(edge * 3 - 1, client.answers().size());
            net.settle();
            net.assertExact();
        }
    }

    @Test
    void aRenewalIsTheFirstThingThatANewEdgeHears() {
        client.start();
        client.at(net.topology().access(3)).renew();
        client.last(MsgType.DHCPACK);
        assertEquals(3, client.answers().size());
        assertEquals(net.topology().access(3), place(client));
    }

    @Test
    void theMessageItselfIsTheFirstSignOfAMoveHoweverFastTheHostServiceIs() {
        client.start();
        net.hasteHosts();
        for (int edge = 2; edge <= 4; edge++) {
            client.at(net.topology().access(edge)).reboot();
            assertEquals(net.topology().access(edge), place(client));
            assertEquals(Trigger.DHCP, net.mobility().state(client.id()).get().binding().current().trigger());
        }
    }

    @Test
    void withoutAnAddressItCanDoNothingElse() {
        ConnectPoint port = net.topology().access(1);
        IpAddress nobody = IpAddress.valueOf("0.0.0.0");
        IpAddress everybody = IpAddress.valueOf("255.255.255.255");
        assertTrue(from(port, ClientFrame.of(client.mac(), MsgType.DHCPDISCOVER)).punt() != null);
        for (Frame frame : List.of(
                Packets.udp().eth(client.mac(), BROADCAST).ip(nobody, everybody).ports(68, 69).build(),
                Packets.udp().eth(client.mac(), BROADCAST).ip(nobody, everybody).ports(67, 67).build(),
                Packets.udp().eth(client.mac(), BROADCAST).ip(nobody, WEB).ports(68, 67).build(),
                Packets.tcp().eth(client.mac(), BROADCAST).ip(nobody, everybody).ports(68, 67).build())) {
            Trace trace = net.wires().probe(port, frame);
            assertEquals(List.of(), trace.deliveries(), trace::toString);
            assertEquals(List.of(), trace.punts(), trace::toString);
        }
    }

    private Trace from(ConnectPoint port, ClientFrame frame) {
        return net.wires().probe(port, Frame.of(frame.bytes()));
    }

    @Test
    void theOutsideGetsNoAddresses() {
        Trace trace = from(net.topology().uplink(1), ClientFrame.of(client.mac(), MsgType.DHCPDISCOVER));
        assertEquals(List.of(), trace.deliveries());
        assertEquals(List.of(), trace.punts());
    }

    @Test
    void withoutConfigurationThereIsNoDhcp() {
        net = Emulation.campus();
        Trace trace = from(net.topology().access(1), ClientFrame.of(client.mac(), MsgType.DHCPDISCOVER));
        assertEquals(List.of(), trace.punts());
    }

    @Test
    void whatIsGivenBackIsGone() {
        client.start();
        IpAddress address = client.address();
        client.release();
        assertEquals(State.RETURNED, state(address));
        assertFalse(net.mobility().state(client.id()).isPresent());
        net.settle();
        net.assertExact();
        client.start();
        assertEquals(address, client.address());
    }

    @Test
    void aDeclinedAddressGoesToNobody() {
        client.start();
        IpAddress address = client.address();
        client.decline();
        assertEquals(State.DECLINED, state(address));
        assertEquals(1, count("refused DHCP: addresses that were found to be in use"));
        client.start();
        assertFalse(client.address().equals(address));
        assertEquals(Set.of(client.address()), net.mobility().state(client.id()).get().binding().addresses());
    }

    @Test
    void aLeaseThatIsNotRenewedEnds() {
        client.start();
        net.run(599_000);
        net.expire();
        assertTrue(net.mobility().state(client.id()).isPresent());
        net.run(1_000);
        net.expire();
        assertEquals(State.EXPIRED, state(client.address()));
        assertFalse(net.mobility().state(client.id()).isPresent());
        net.settle();
        net.assertExact();
    }

    @Test
    void leasesSurviveARestart() {
        client.start();
        IpAddress address = client.address();
        net.restart();
        net.run(100);
        client.renew();
        client.last(MsgType.DHCPACK);
        DhcpClient other = new DhcpClient(net, 0x11).at(net.topology().second(1)).start();
        assertFalse(other.address().equals(address));
        talks(client);
    }

    @Test
    void aConfiguredAddressIsGivenToNobody() {
        Set<IpAddress> configured = new HashSet<>();
        for (int i = 100; i < 149; i++) {
            net.station("static" + i, 2, "10.1.0." + i);
            configured.add(IpAddress.valueOf("10.1.0." + i));
        }
        client.start();
        assertEquals("10.1.0.149", client.address().toString());
    }

    @Test
    void anAddressOfAHostThatHasNeverSaidAWordIsFoundToBeTaken() {
        net = network("'ranges': ['10.1.0.100-10.1.0.101']");
        net.station("mute", "10.1.0.100").at(net.topology().access(2));
        for (int attempt = 0; attempt < 2 && !client.hasAddress(); attempt++) {
            client = new DhcpClient(net, 0x10).at(net.topology().access(1)).start();
        }
        assertEquals("10.1.0.101", client.address().toString());
        DhcpClient late = new DhcpClient(net, 0x20).at(net.topology().second(1));
        late.send(ClientFrame.of(late.mac(), MsgType.DHCPDISCOVER));
        net.run(20);
        late.send(ClientFrame.of(late.mac(), MsgType.DHCPREQUEST).asking("10.1.0.100"));
        net.run(20);
        assertFalse(late.hasAddress());
        assertEquals(net.topology().access(2), net.mobility().holder(IpAddress.valueOf("10.1.0.100"))
                .flatMap(net.mobility()::state).get().binding().current().poa());
    }

    @Test
    void aNodeCannotTakeAGrantedAddressByItself() {
        client.start();
        net.station("thief", client.address().toString()).at(net.topology().access(2)).announce();
        net.run(50);
        assertEquals(client.id(), net.mobility().holder(client.address()).get());
        assertEquals(net.topology().access(1), place(client));
    }

    @Test
    void aForgedMoveIsRolledBackAndGivesNothingAway() {
        client.start();
        net.settle();
        IpAddress address = client.address();
        DhcpClient forger = new DhcpClient(net, 0x10).at(net.topology().access(2));
        forger.send(ClientFrame.of(client.mac(), MsgType.DHCPREQUEST).asking(address.toString()));
        net.run(1);
        forger.send(ClientFrame.of(client.mac(), MsgType.DHCPRELEASE).own(address.toString())
                .server(client.gateway()).to(net.domain().gatewayMac(), client.gateway()));
        forger.send(ClientFrame.of(client.mac(), MsgType.DHCPDECLINE).asking(address.toString())
                .server(client.gateway()));
        net.settle();
        assertEquals(State.GRANTED, state(address));
        assertEquals(net.topology().access(1), place(client));
        talks(client);
    }

    @Test
    void byPolicyANewEdgeMeansANewAddress() {
        net = network(RANGES + ", 'onMove': 'renew'");
        client = new DhcpClient(net, 0x10).at(net.topology().access(1)).start();
        IpAddress first = client.address();
        client.at(net.topology().access(2)).reboot();
        assertFalse(client.hasAddress());
        client.start();
        assertTrue(client.address().toString().startsWith("10.2.0.1"));
        assertEquals(Set.of(first, client.address()),
                net.mobility().state(client.id()).get().binding().addresses(), "old sessions may end in peace");
        net.run(601_000);
        net.expire();
        talks(client);
        assertFalse(net.mobility().state(client.id()).get().binding().addresses().contains(first));
    }

    @Test
    void aFloodAtOnePortTakesNothingFromTheOthers() {
        client.start();
        DhcpClient flooder = new DhcpClient(net, 0x66).at(net.topology().second(1));
        for (int i = 0; i < 3_000; i++) {
            flooder.send(ClientFrame.of(MacAddress.valueOf(0x0200_0066_0000L + i), MsgType.DHCPDISCOVER));
        }
        net.run(100);
        assertTrue(count("refused DHCP messages from " + net.topology().second(1)) > 0, "a limit was reached");
        client.renew();
        client.last(MsgType.DHCPACK);
        DhcpClient other = new DhcpClient(net, 0x12).at(net.topology().access(2)).start();
        talks(other);
    }

    @Test
    void whatCannotBeReadIsCounted() {
        client.send(ClientFrame.of(client.mac(), MsgType.DHCPREQUEST));
        client.send(ClientFrame.of(client.mac(), MsgType.DHCPOFFER));
        net.run(20);
        assertEquals(2, count("refused DHCP: malformed"));
        assertEquals(List.of(), client.answers());
    }

    private long count(String name) {
        return net.mobility().counters().counts().getOrDefault(name, 0L);
    }

    @Test
    void aServerOutsideIsAskedWhereThereIsNoRange() {
        net = network(RANGES + ", 'relay': '203.0.113.67'");
        client = new DhcpClient(net, 0x10).at(net.topology().access(3));
        client.send(ClientFrame.of(client.mac(), MsgType.DHCPDISCOVER));
        net.run(20);
        answer("10.3.0.77", MsgType.DHCPOFFER);
        client.last(MsgType.DHCPOFFER);
        client.send(ClientFrame.of(client.mac(), MsgType.DHCPREQUEST).asking("10.3.0.77").server("10.3.0.1"));
        net.run(20);
        answer("10.3.0.77", MsgType.DHCPACK);
        assertEquals("10.3.0.77", client.address().toString());
        talks(client);
        client.at(net.topology().access(1)).renew();
        answer("10.3.0.77", MsgType.DHCPACK);
        assertEquals(3, client.answers().size());
        assertEquals(net.topology().access(1), place(client));
        talks(client);
    }

    /** A client at edge 3 that a server outside has given this address. */
    private DhcpClient relayed(int number, String address) {
        DhcpClient other = new DhcpClient(net, number).at(net.topology().access(3));
        other.send(ClientFrame.of(other.mac(), MsgType.DHCPREQUEST).asking(address).server("10.3.0.1"));
        net.run(20);
        answer(address, MsgType.DHCPACK);
        assertEquals(address, other.address().toString());
        return other;
    }

    @Test
    void anAddressOfAServerOutsideThatIsNotRenewedEnds() {
        net = network(RANGES + ", 'relay': '203.0.113.67'");
        client = relayed(0x10, "10.3.0.77");
        assertEquals(State.GRANTED, state(client.address()));
        net.run(RELAYED_TIME / 2 * 1_000);
        client.at(net.topology().access(1)).renew();
        answer("10.3.0.77", MsgType.DHCPACK);
        net.run(RELAYED_TIME * 3 / 4 * 1_000);
        net.expire();
        assertEquals(State.GRANTED, state(client.address()), "renewed at another edge");
        net.run(RELAYED_TIME / 2 * 1_000);
        net.expire();
        assertEquals(State.EXPIRED, state(client.address()));
        assertFalse(net.mobility().state(client.id()).isPresent());
    }

    @Test
    void anAddressOfAServerOutsideIsFreeOnceItIsGivenBack() {
        net = network(RANGES + ", 'relay': '203.0.113.67'");
        client = relayed(0x10, "10.3.0.77");
        IpAddress address = client.address();
        client.release();
        assertEquals("203.0.113.67", net.outside().last().to().toString(), "the server hears of it");
        assertEquals(State.RETURNED, state(address));
        assertFalse(net.mobility().state(client.id()).isPresent());
        DhcpClient other = relayed(0x11, "10.3.0.77");
        talks(other);
        other.decline();
        assertEquals(State.DECLINED, state(address));
        assertFalse(net.mobility().state(other.id()).isPresent());
    }

    @Test
    void whatAServerOutsideGivesToAnotherIsTheOthers() {
        net = network(RANGES + ", 'relay': '203.0.113.67'");
        client = relayed(0x10, "10.3.0.77");
        DhcpClient other = relayed(0x11, "10.3.0.77");
        assertEquals(other.id(), net.mobility().holder(other.address()).get());
        assertFalse(net.mobility().state(client.id()).isPresent());
        talks(other);
    }

    @Test
    void whatAServerOutsideOffersIsAskedForAtAllPorts() {
        net = network(RANGES + ", 'relay': '203.0.113.67'");
        MacAddress mute = net.station("mute", "10.3.0.77").at(net.topology().access(2)).mac();
        client = new DhcpClient(net, 0x10).at(net.topology().access(3));
        client.send(ClientFrame.of(client.mac(), MsgType.DHCPDISCOVER));
        net.run(20);
        answer("10.3.0.77", MsgType.DHCPOFFER);
        assertEquals(mute, net.mobility().holder(IpAddress.valueOf("10.3.0.77")).get().mac());
    }

    @Test
    void whoHasAnAddressOfAServerOutsideKeepsItWhereTheEdgeHasARange() {
        net = network(RANGES + ", 'relay': '203.0.113.67'");
        client = relayed(0x10, "10.3.0.77");
        client.at(net.topology().access(1)).send(ClientFrame.of(client.mac(), MsgType.DHCPDISCOVER));
        net.run(20);
        answer("10.3.0.77", MsgType.DHCPOFFER);
        client.last(MsgType.DHCPOFFER);
    }

    @Test
    void aForgerGivesNothingBackToAServerOutside() {
        net = network(RANGES + ", 'relay': '203.0.113.67'");
        client = relayed(0x10, "10.3.0.77");
        IpAddress address = client.address();
        client.at(net.topology().access(2));
        client.send(ClientFrame.of(client.mac(), MsgType.DHCPDECLINE).asking("10.3.0.77").server("10.3.0.1"));
        net.run(20);
        assertEquals(1, count("refused DHCP: giving back what is not the client's"));
        assertEquals(State.GRANTED, state(address));
    }

    /** The server answers what it was asked last. */
    private void answer(String yours, MsgType type) {
        assertEquals("203.0.113.67", net.outside().last().to().toString());
        assertEquals(3, net.outside().last().edge(), "the answer will come to the owner of the address");
        DHCP packet = ClientFrame.answer(net.outside().last().frame().ethernet());
        packet.setOpCode(DHCP.OPCODE_REPLY).setYourIPAddress(IpAddress.valueOf(yours).getIp4Address().toInt());
        packet.getOptions().stream().filter(o -> o.getCode() == 53)
                .forEach(o -> o.setData(new byte[] {(byte) type.getValue()}));
        packet.getOptions().add(0, new DhcpOption().setCode((byte) 51).setLength((byte) 4)
                .setData(ByteBuffer.allocate(4).putInt(RELAYED_TIME).array()));
        net.outside().send(3, net.outside().udp(3, IpAddress.valueOf("203.0.113.67"), 67,
                IpAddress.valueOf("10.3.0.1"), 67, "").payload(packet.serialize()).build());
        net.run(20);
    }
}
