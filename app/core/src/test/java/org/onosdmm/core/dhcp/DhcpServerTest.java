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
import org.onosdmm.api.AddressGrant;
import org.onosdmm.api.AddressGrant.State;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.core.config.Documents;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.model.Domain;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Every message of a client, in every state of its lease. */
class DhcpServerTest {

    private static final String RANGES = "'ranges': ['10.1.0.100-10.1.0.103', '10.2.0.100-10.2.0.199']";
    private static final MacAddress PRINTER = MacAddress.valueOf("02:00:00:00:00:99");

    private final Grants grants = new Grants();
    private final Map<IpAddress, MobileNodeId> holders = new HashMap<>();
    private Domain domain = domain(RANGES + ", 'reservations': [{ 'mac': '" + PRINTER
            + "', 'address': '10.1.0.50', 'name': 'printer' }], 'dns': ['192.0.2.53', '192.0.2.54'],"
            + " 'domainName': 'campus.example', 'mtu': 1400, 'leaseTime': 600");
    private int edge = 1;
    private long now = 1_000_000;
    private boolean settled = true;
    private Decision last;

    private static Domain domain(String dhcp) {
        ObjectNode document = Topology.campus().document();
        document.set("dhcp", Documents.json("{ " + dhcp + " }"));
        return Topology.campus().configured(document).domain();
    }

    private static MacAddress mac(int number) {
        return MacAddress.valueOf(0x0200_0000_0000L + number);
    }

    private static ClientFrame of(int client, MsgType type) {
        return ClientFrame.of(mac(client), type);
    }

    /** What the client is told; null if nothing. */
    private DHCP send(ClientFrame frame) {
        DhcpMessage message = DhcpReader.read(frame.build());
        Situation situation = Situation.builder().domain(domain).edge(Topology.anchor(domain, edge))
                .port(Topology.campus().access(edge)).grants(grants)
                .holder(address -> Optional.ofNullable(holders.get(address))).settled(settled).now(now).build();
        last = DhcpServer.decide(situation, message);
        last.change().ifPresent(change -> assertTrue(grants.change(change).join()));
        return last.answer().map(ClientFrame::answer).orElse(null);
    }

    private static String yours(DHCP packet) {
        return IpAddress.valueOf(packet.getYourIPAddress()).toString();
    }

    private DHCP discover(int client) {
        return send(of(client, MsgType.DHCPDISCOVER));
    }

    /** Takes the first address that is offered. */
    private String lease(int client) {
        String address = yours(discover(client));
        DHCP ack = send(of(client, MsgType.DHCPREQUEST).asking(address).server(gateway(address)));
        assertEquals(MsgType.DHCPACK, ack.getPacketType());
        assertEquals(address, yours(ack));
        assertEquals(Optional.of(IpAddress.valueOf(address)), last.granted());
        return address;
    }

    private static String gateway(String address) {
        return address.replaceAll("[0-9]+$", "1");
    }

    private DHCP renew(int client, String address) {
        return send(of(client, MsgType.DHCPREQUEST).own(address));
    }

    private DHCP reboot(int client, String address) {
        return send(of(client, MsgType.DHCPREQUEST).asking(address));
    }

    private AddressGrant grant(String address) {
        return grants.at(IpAddress.valueOf(address)).get();
    }

    private static Set<Integer> codes(DHCP packet) {
        Set<Integer> codes = new TreeSet<>();
        packet.getOptions().forEach(option -> codes.add(option.getCode() & 0xff));
        return codes;
    }

    private static String hex(DHCP packet, int code) {
        StringBuilder text = new StringBuilder();
        for (byte octet : Options.of(packet, code).get()) {
            text.append(String.format("%02x", octet));
        }
        return text.toString();
    }

    @Test
    void anAddressOfTheServingAnchorIsOfferedAndGranted() {
        String address = lease(1);
        assertTrue(address.startsWith("10.1.0.10"), address);
        assertEquals(State.GRANTED, grant(address).state());
        assertEquals(now + 600_000, grant(address).until());
        edge = 2;
        assertTrue(lease(2).startsWith("10.2.0.1"));
    }

    @Test
    void theClientIsToldWhatItNeeds() {
        DHCP offer = send(of(1, MsgType.DHCPDISCOVER).option(61, 1, 2, 0, 0, 0, 0, 1));
        assertEquals(MsgType.DHCPOFFER, offer.getPacketType());
        assertEquals(0x1234_5678, offer.getTransactionId());
        assertEquals(DHCP.OPCODE_REPLY, offer.getOpCode());
        assertEquals(Set.of(1, 3, 6, 15, 26, 28, 51, 53, 54, 58, 59, 61, 121, 255), codes(offer));
        assertEquals("ffffff00", hex(offer, 1));
        assertEquals("0a010001", hex(offer, 3));
        assertEquals("c0000235c0000236", hex(offer, 6));
        assertEquals("campus.example", new String(Options.of(offer, 15).get(), StandardCharsets.US_ASCII));
        assertEquals("0578", hex(offer, 26));
        assertEquals("0a0100ff", hex(offer, 28));
        assertEquals("00000258", hex(offer, 51));
        assertEquals("0a010001", hex(offer, 54));
        assertEquals("0000012c", hex(offer, 58));
        assertEquals("0000020d", hex(offer, 59));
        assertEquals("01020000000001", hex(offer, 61));
        assertEquals("000a010001", hex(offer, 121));
    }

    @Test
    void theClientIsToldNoMoreThanItWants() {
        assertEquals(Set.of(3, 51, 53, 54, 58, 59, 255),
                codes(send(of(1, MsgType.DHCPDISCOVER).option(55, 3, 12, 42))));
    }

    @Test
    void aClientMayWantItsAddressForLess() {
        assertEquals("00000078", hex(send(of(1, MsgType.DHCPDISCOVER).number(51, 120)), 51));
        assertEquals("0000003c", hex(send(of(1, MsgType.DHCPDISCOVER).number(51, 1)), 51));
        assertEquals("00000258", hex(send(of(1, MsgType.DHCPDISCOVER).number(51, -1)), 51));
    }

    @Test
    void theAnswerGoesWhereTheClientCanHearIt() {
        discover(1);
        assertEquals(mac(1), last.answer().get().getDestinationMAC());
        assertEquals(domain.gatewayMac(), last.answer().get().getSourceMAC());
        assertEquals(grants.all().get(0).address(), destination(last.answer().get()));
        send(of(1, MsgType.DHCPDISCOVER).broadcast());
        assertEquals(MacAddress.BROADCAST, last.answer().get().getDestinationMAC());
        assertEquals(IpAddress.valueOf("255.255.255.255"), destination(last.answer().get()));
        String address = lease(1);
        renew(1, address);
        assertEquals(IpAddress.valueOf(address), destination(last.answer().get()));
        reboot(1, "172.16.0.9");
        assertEquals(MacAddress.BROADCAST, last.answer().get().getDestinationMAC());
    }

    private static IpAddress destination(Ethernet frame) {
        return IpAddress.valueOf(((IPv4) frame.getPayload()).getDestinationAddress());
    }

    @Test
    void aNodeKeepsItsAddressWhereverItGoes() {
        String address = lease(1);
        for (int place = 2; place <= 4; place++) {
            edge = place;
            now += 300_000;
            assertEquals(MsgType.DHCPACK, renew(1, address).getPacketType());
            assertEquals(MsgType.DHCPACK, reboot(1, address).getPacketType());
            assertEquals(address, yours(discover(1)), "also if it begins anew");
            assertEquals(now + 600_000, grant(address).until());
        }
    }

    @Test
    void byPolicyANodeGetsANewAddressAtANewEdge() {
        domain = domain(RANGES + ", 'onMove': 'renew'");
        String address = lease(1);
        assertEquals(MsgType.DHCPACK, renew(1, address).getPacketType());
        edge = 2;
        assertEquals(MsgType.DHCPNAK, renew(1, address).getPacketType());
        assertEquals(MsgType.DHCPNAK, reboot(1, address).getPacketType());
        assertTrue(lease(1).startsWith("10.2.0.1"));
        edge = 3;
        assertEquals(MsgType.DHCPACK, renew(1, grants.of(MobileNodeId.of(mac(1))).stream()
                .map(g -> g.address().toString()).filter(a -> a.startsWith("10.2")).findFirst().get())
                .getPacketType(), "edge 3 has no range of its own");
        edge = 1;
        assertEquals(address, lease(1), "back home it has its first address again");
    }

    /** dhcpcd listens to nothing but its address while it renews, udhcpc to nobody but the server that it knows. */
    @Test
    void aRefusalIsSentToWhereTheClientListensByTheServerThatItKnows() {
        domain = domain(RANGES + ", 'onMove': 'renew'");
        String address = lease(1);
        edge = 2;
        send(of(1, MsgType.DHCPREQUEST).own(address).to(domain.gatewayMac(), "10.1.0.1"));
        assertRefused("10.1.0.1", mac(1), address);
        send(of(1, MsgType.DHCPREQUEST).own(address));
        assertRefused("10.1.0.1", MacAddress.BROADCAST, "255.255.255.255");
        reboot(1, address);
        assertRefused("10.1.0.1", MacAddress.BROADCAST, "255.255.255.255");
        reboot(1, "172.16.0.1");
        assertRefused("10.2.0.1", MacAddress.BROADCAST, "255.255.255.255");
    }

    private void assertRefused(String server, MacAddress mac, String to) {
        Ethernet frame = last.answer().get();
        IPv4 packet = (IPv4) frame.getPayload();
        DHCP answer = ClientFrame.answer(frame);
        assertEquals(MsgType.DHCPNAK, answer.getPacketType());
        assertEquals(0, answer.getClientIPAddress());
        assertEquals(mac, frame.getDestinationMAC());
        assertEquals(IpAddress.valueOf(to), IpAddress.valueOf(packet.getDestinationAddress()));
        assertEquals(IpAddress.valueOf(server), IpAddress.valueOf(packet.getSourceAddress()));
        assertEquals(IpAddress.valueOf(server),
                IpAddress.valueOf(IpAddress.Version.INET, Options.of(answer, Options.SERVER).get()));
    }

    @Test
    void aReservationIsKept() {
        DHCP offer = send(ClientFrame.of(PRINTER, MsgType.DHCPDISCOVER));
        assertEquals("10.1.0.50", yours(offer));
        assertEquals("printer", new String(Options.of(offer, 12).get(), StandardCharsets.US_ASCII));
        assertEquals(MsgType.DHCPACK, send(ClientFrame.of(PRINTER, MsgType.DHCPREQUEST).asking("10.1.0.50"))
                .getPacketType());
        assertEquals(MsgType.DHCPNAK, send(of(1, MsgType.DHCPREQUEST).asking("10.1.0.50").server("10.1.0.1"))
                .getPacketType());
        assertEquals(MsgType.DHCPNAK, send(ClientFrame.of(PRINTER, MsgType.DHCPREQUEST).asking("10.1.0.100")
                .server("10.1.0.1")).getPacketType());
        holders.put(IpAddress.valueOf("10.1.0.50"), MobileNodeId.of(mac(1)));
        assertEquals(null, send(ClientFrame.of(PRINTER, MsgType.DHCPDISCOVER)), "somebody took it");
    }

    @Test
    void noAddressIsGivenTwiceAndThenThereIsNone() {
        Set<String> given = new HashSet<>();
        for (int client = 1; client <= 4; client++) {
            assertTrue(given.add(lease(client)));
        }
        assertEquals(null, discover(5));
        assertEquals(Optional.of("DHCP: no free address at edge1"), last.refusal());
        assertEquals(MsgType.DHCPACK, renew(1, grants.of(MobileNodeId.of(mac(1))).get(0).address().toString())
                .getPacketType(), "nobody loses one");
        now += 600_000;
        assertTrue(given.contains(yours(discover(5))), "once a lease is over");
    }

    @Test
    void anOfferStandsForAWhile() {
        for (int client = 1; client <= 4; client++) {
            discover(client);
        }
        assertEquals(null, discover(5));
        now += DhcpServer.OFFER;
        assertFalse(discover(5) == null);
    }

    @Test
    void aNodeWithAConfiguredAddressKeepsItToItself() {
        holders.put(IpAddress.valueOf("10.1.0.100"), MobileNodeId.of(mac(77)));
        holders.put(IpAddress.valueOf("10.1.0.102"), MobileNodeId.of(mac(78)));
        assertEquals(Set.of("10.1.0.101", "10.1.0.103"), Set.of(lease(1), lease(2)));
        assertEquals(null, discover(3));
        assertEquals(MsgType.DHCPNAK, send(of(3, MsgType.DHCPREQUEST).asking("10.1.0.100").server("10.1.0.1"))
                .getPacketType());
    }

    @Test
    void theAddressOfAnotherIsRefused() {
        String address = lease(1);
        for (ClientFrame theft : new ClientFrame[] {
            of(2, MsgType.DHCPREQUEST).asking(address), of(2, MsgType.DHCPREQUEST).own(address),
            of(2, MsgType.DHCPREQUEST).asking(address).server("10.1.0.1")}) {
            assertEquals(MsgType.DHCPNAK, send(theft).getPacketType());
            assertEquals(Optional.of("DHCP: an address of another"), last.refusal());
            assertEquals(Optional.empty(), last.granted());
        }
        assertEquals(MobileNodeId.of(mac(1)), grant(address).node());
        send(of(2, MsgType.DHCPDECLINE).asking(address).server("10.1.0.1"));
        send(of(2, MsgType.DHCPRELEASE).own(address).server("10.1.0.1"));
        assertEquals(State.GRANTED, grant(address).state());
    }

    @Test
    void aRebootingClientIsAnsweredByItsRecordOnly() {
        assertEquals(null, reboot(1, "10.1.0.101"), "nobody is known to have it: RFC 2131, section 4.3.2");
        assertEquals(MsgType.DHCPNAK, reboot(1, "172.16.0.1").getPacketType(), "not of this network");
        String address = lease(1);
        assertEquals(MsgType.DHCPACK, reboot(1, address).getPacketType());
        assertEquals(MsgType.DHCPNAK, reboot(1, "10.2.0.150").getPacketType(), "it has another");
    }

    @Test
    void aLeaseThatTheStoreLostIsRenewedAllTheSame() {
        assertEquals(MsgType.DHCPACK, renew(1, "10.1.0.101").getPacketType());
        assertEquals(State.GRANTED, grant("10.1.0.101").state());
    }

    @Test
    void whatAnotherServerWasAskedIsLeftToIt() {
        String address = yours(discover(1));
        assertEquals(null, send(of(1, MsgType.DHCPREQUEST).asking(address).server("172.16.0.1")));
        assertEquals(State.OFFERED, grant(address).state());
    }

    @Test
    void anAddressThatIsInUseIsLeftAlone() {
        String address = lease(1);
        assertEquals(null, send(of(1, MsgType.DHCPDECLINE).asking(address).server("10.1.0.1")));
        assertEquals(State.DECLINED, grant(address).state());
        assertEquals(Optional.of(IpAddress.valueOf(address)), last.ended());
        assertFalse(address.equals(lease(1)));
        for (int client = 2; client <= 3; client++) {
            assertFalse(address.equals(lease(client)));
        }
        assertEquals(null, discover(4));
        now += DhcpServer.QUARANTINE;
        assertFalse(discover(4) == null);
    }

    @Test
    void aClientThatDeclinesAllGetsNoMore() {
        for (int i = 0; i < DhcpServer.MOST_DECLINED; i++) {
            String address = lease(1);
            send(of(1, MsgType.DHCPDECLINE).asking(address).server("10.1.0.1"));
        }
        assertEquals(null, discover(1));
        assertEquals(Optional.of("DHCP: a client that declines every address"), last.refusal());
        assertFalse(discover(2) == null, "one is left for the others");
    }

    @Test
    void anAddressThatWasGivenBackRests() {
        String address = lease(1);
        assertEquals(null, send(of(1, MsgType.DHCPRELEASE).own(address).server("10.1.0.1")));
        assertEquals(Optional.of(IpAddress.valueOf(address)), last.ended());
        assertEquals(State.RETURNED, grant(address).state());
        assertEquals(MsgType.DHCPNAK, send(of(2, MsgType.DHCPREQUEST).asking(address).server("10.1.0.1"))
                .getPacketType());
        assertEquals(address, lease(1), "its old holder may have it at once");
        send(of(1, MsgType.DHCPRELEASE).own(address).server("10.1.0.1"));
        now += DhcpServer.REST;
        assertEquals(MsgType.DHCPACK, send(of(2, MsgType.DHCPREQUEST).asking(address).server("10.1.0.1"))
                .getPacketType());
    }

    @Test
    void whoHasJustComeGivesNothingBack() {
        String address = lease(1);
        settled = false;
        send(of(1, MsgType.DHCPRELEASE).own(address).server("10.1.0.1"));
        send(of(1, MsgType.DHCPDECLINE).asking(address).server("10.1.0.1"));
        assertEquals(State.GRANTED, grant(address).state());
        assertEquals(Optional.empty(), last.ended());
    }

    @Test
    void aNodeWithAnAddressOfItsOwnIsInformed() {
        DHCP ack = send(of(1, MsgType.DHCPINFORM).own("10.1.0.20"));
        assertEquals(MsgType.DHCPACK, ack.getPacketType());
        assertEquals(0, ack.getYourIPAddress());
        assertEquals(Set.of(1, 3, 6, 15, 26, 28, 53, 54, 121, 255), codes(ack));
        assertEquals(Optional.empty(), last.change());
        holders.put(IpAddress.valueOf("10.1.0.20"), MobileNodeId.of(mac(2)));
        assertEquals(null, send(of(1, MsgType.DHCPINFORM).own("10.1.0.20")));
        assertEquals(null, send(of(1, MsgType.DHCPINFORM).own("172.16.0.1")));
        assertEquals(null, send(of(1, MsgType.DHCPINFORM).own("10.1.0.1")), "the gateway's");
        assertEquals(MsgType.DHCPNAK, send(of(1, MsgType.DHCPREQUEST).asking("10.1.0.1")).getPacketType());
    }

    @Test
    void onePortDoesNotGetThemAll() {
        domain = domain(RANGES + ", 'perPort': 2");
        String first = lease(1);
        lease(2);
        assertEquals(null, discover(3));
        assertEquals(Optional.of("DHCP: more addresses at of:0000000000000001/3"), last.refusal());
        assertEquals(MsgType.DHCPNAK, send(of(3, MsgType.DHCPREQUEST).asking("10.1.0.103").server("10.1.0.1"))
                .getPacketType());
        assertEquals(MsgType.DHCPACK, renew(1, first).getPacketType());
        edge = 2;
        assertFalse(discover(4) == null);
    }

    @Test
    void aClientMayWishForAnAddress() {
        assertEquals("10.1.0.102", yours(send(of(1, MsgType.DHCPDISCOVER).asking("10.1.0.102"))));
        assertFalse("10.1.0.102".equals(yours(send(of(2, MsgType.DHCPDISCOVER).asking("10.1.0.102")))));
        assertTrue(yours(send(of(3, MsgType.DHCPDISCOVER).asking("10.2.0.102"))).startsWith("10.1.0."));
    }
}
