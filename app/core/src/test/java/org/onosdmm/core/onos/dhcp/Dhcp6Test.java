/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.dhcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.onlab.packet.DHCP6;
import org.onlab.packet.DHCP6.MsgType;
import org.onlab.packet.DHCP6.OptionCode;
import org.onlab.packet.DeserializationException;
import org.onlab.packet.IPacket;
import org.onlab.packet.IPv6;
import org.onlab.packet.Ip6Address;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onlab.packet.UDP;
import org.onlab.packet.dhcp.Dhcp6Option;
import org.onlab.packet.ndp.RouterAdvertisement;
import org.onosdmm.api.AddressGrant.State;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.config.Documents;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.packet.RouterAdvertisements;
import org.onosdmm.dataplane.Frame;
import org.onosdmm.dataplane.Packets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** DHCPv6 in a network with the app at work in it: information without state, and a relay. */
class Dhcp6Test {

    private static final MacAddress MAC = MacAddress.valueOf("02:00:00:00:0a:01");
    private static final MacAddress SERVERS_MAC = MacAddress.valueOf("33:33:00:01:00:02");
    private static final IpAddress SERVERS = IpAddress.valueOf("ff02::1:2");
    private static final IpAddress OUTSIDE = IpAddress.valueOf("2001:db8:cafe::67");
    private static final byte[] DUID = {0, 3, 0, 1, 2, 0, 0, 0, 10, 1};
    private static final byte[] DNS_AND_NAME = {0, 23, 0, 24};
    private static final String INFORMATION = "{ 'dns': ['2001:db8:cafe::53'], 'domainName': 'campus.example' }";

    private static final String GIVEN = "2001:db8:0:1::1000";

    private Emulation net;
    private Station node;

    private void start(String dhcp6) {
        ObjectNode document = Topology.campus().document();
        document.set("dhcp6", Documents.json(dhcp6));
        net = Emulation.of(Topology.campus().configured(document));
        node = net.newcomer("mn", MAC, 1);
    }

    private static Dhcp6Option option(int code, byte... value) {
        Dhcp6Option option = new Dhcp6Option();
        option.setCode((short) code);
        option.setLength((short) value.length);
        option.setData(value);
        return option;
    }

    private static byte[] message(MsgType type, Dhcp6Option... more) {
        DHCP6 packet = new DHCP6();
        packet.setMsgType(type.value());
        packet.setTransactionId(0x123456);
        List<Dhcp6Option> options = new ArrayList<>(List.of(option(1, DUID), option(6, DNS_AND_NAME)));
        options.addAll(List.of(more));
        packet.setOptions(options);
        return packet.serialize();
    }

    private static Frame toServers(byte[] message) {
        return Packets.udp().eth(MAC, SERVERS_MAC).ip(Domain.linkLocal(MAC), SERVERS).ports(546, 547)
                .payload(message).build();
    }

    private void ask(byte[] message) {
        node.clear();
        node.send(toServers(message));
        net.run(20);
    }

    private static DHCP6 dhcp(Frame frame) {
        IPacket udp = frame.ethernet().getPayload().getPayload();
        return udp instanceof UDP && udp.getPayload() instanceof DHCP6 ? (DHCP6) udp.getPayload() : null;
    }

    /** The one DHCPv6 message that the node has been sent. */
    private DHCP6 answer() {
        List<Frame> answers = new ArrayList<>();
        node.heard().stream().filter(h -> dhcp(h.frame()) != null).forEach(h -> answers.add(h.frame()));
        assertEquals(1, answers.size(), () -> node.heard().toString());
        Frame frame = answers.get(0);
        IPv6 ip = (IPv6) frame.ethernet().getPayload();
        assertEquals(net.domain().gatewayLinkLocal(), Ip6Address.valueOf(ip.getSourceAddress()));
        assertEquals(Domain.linkLocal(MAC), Ip6Address.valueOf(ip.getDestinationAddress()));
        assertEquals(546, ((UDP) ip.getPayload()).getDestinationPort());
        assertTrue(frame.checksumsAreValid());
        return dhcp(frame);
    }

    private static byte[] value(DHCP6 packet, int code) {
        byte[] whole = packet.getOptions().stream().filter(o -> o.getCode() == code).findFirst()
                .orElseThrow(() -> new AssertionError("no option " + code + " in " + packet)).serialize();
        return Arrays.copyOfRange(whole, 4, whole.length);
    }

    private long count(String name) {
        return net.mobility().counters().counts().getOrDefault(name, 0L);
    }

    @Test
    void aNodeIsToldWhatItAsksFor() {
        start(INFORMATION);
        ask(message(MsgType.INFORMATION_REQUEST));
        DHCP6 reply = answer();
        assertEquals(MsgType.REPLY.value(), reply.getMsgType());
        assertEquals(0x123456, reply.getTransactionId());
        assertArrayEquals(DUID, value(reply, 1));
        assertArrayEquals(IpAddress.valueOf("2001:db8:cafe::53").toOctets(), value(reply, 23));
        assertEquals("\6campus\7example\0", new String(value(reply, 24), StandardCharsets.US_ASCII));
    }

    @Test
    void theServerIsTheSameAtEveryEdge() {
        start(INFORMATION);
        ask(message(MsgType.INFORMATION_REQUEST));
        byte[] server = value(answer(), 2);
        for (int edge = 2; edge <= 4; edge++) {
            node.at(net.topology().access(edge));
            ask(message(MsgType.INFORMATION_REQUEST, option(2, server)));
            assertArrayEquals(server, value(answer(), 2));
            assertEquals(net.topology().access(edge), net.binding(node).current().poa());
            assertEquals(Trigger.DHCP, net.binding(node).current().trigger());
        }
    }

    @Test
    void announcementsSayThatThereIsMoreToBeTold() {
        start(INFORMATION);
        assertEquals(List.of(1, 0), flags());
        start("{ 'relay': '" + OUTSIDE + "' }");
        assertEquals(List.of(1, 1), flags());
    }

    /** The O and M flags of what is announced to the node. */
    private List<Integer> flags() {
        RouterAdvertisement message = (RouterAdvertisement) RouterAdvertisements.to(net.domain(),
                Topology.anchor(net.domain(), 1), Optional.empty(), MAC, 0).getPayload().getPayload().getPayload();
        return List.of((int) message.getOFlag(), (int) message.getMFlag());
    }

    @Test
    void whatIsNotGivenIsNotAnsweredAndCounted() {
        start(INFORMATION);
        ask(message(MsgType.SOLICIT, option(3, new byte[12])));
        ask(message(MsgType.INFORMATION_REQUEST, option(3, new byte[12])));
        ask(message(MsgType.INFORMATION_REQUEST, option(2, (byte) 0, (byte) 3, (byte) 9)));
        assertEquals(3, count("refused DHCPv6: not given here"));
        assertEquals(0, node.heard().stream().filter(h -> dhcp(h.frame()) != null).count());
    }

    @Test
    void whatMakesNoSenseIsCounted() {
        start(INFORMATION);
        ask(message(MsgType.REPLY));
        ask(message(MsgType.RENEW, option(6, (byte) 1)));
        DHCP6 anonymous = new DHCP6();
        anonymous.setMsgType(MsgType.SOLICIT.value());
        anonymous.setOptions(List.of());
        ask(anonymous.serialize());
        assertEquals(3, count("refused DHCPv6: malformed") + count("refused DHCPv6: not given here"));
    }

    @Test
    void anyOctetsWhateverDoNoHarm() {
        start(INFORMATION);
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        byte[] good = message(MsgType.INFORMATION_REQUEST);
        int shown = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] bad = Arrays.copyOf(good, 1 + random.nextInt(good.length));
            for (int change = random.nextInt(4); change >= 0; change--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            if (isShown(toServers(bad))) {
                shown++;
                ask(bad);
            }
        }
        assertTrue(shown > 100, "seed " + seed);
        ask(good);
        assertEquals(MsgType.REPLY.value(), answer().getMsgType(), "seed " + seed);
    }

    /** ONOS reads some of them, of which it cannot say then what it has read: an identity association of one octet. */
    @Test
    void anOptionOfAnyLengthDoesNoHarm() {
        start(INFORMATION);
        byte[] good = message(MsgType.INFORMATION_REQUEST);
        int shown = 0;
        for (int code = 0; code <= 40; code++) {
            for (int length = 0; length <= 44; length++) {
                ByteBuffer bad = ByteBuffer.allocate(good.length + 4 + length).put(good).putShort((short) code)
                        .putShort((short) length);
                if (isShown(toServers(bad.array()))) {
                    shown++;
                    ask(bad.array());
                }
            }
        }
        assertTrue(shown > 100, () -> "there were some to be read");
        ask(good);
        assertEquals(MsgType.REPLY.value(), answer().getMsgType());
    }

    /** Whether ONOS itself can read a frame: of others apps see nothing. */
    private static boolean isShown(Frame frame) {
        try {
            return frame.ethernet() != null;
        } catch (RuntimeException e) {
            return false;
        }
    }

    @Test
    void aServerOutsideIsAskedAndItsAnswerComesBackToThePort() throws DeserializationException {
        start("{ 'relay': '" + OUTSIDE + "' }");
        byte[] question = message(MsgType.SOLICIT, option(3, new byte[12]));
        ask(question);
        Frame asked = net.outside().last().frame();
        assertEquals(1, net.outside().last().edge());
        assertEquals(OUTSIDE, net.outside().last().to());
        DHCP6 relayed = dhcp(asked);
        assertEquals(MsgType.RELAY_FORW.value(), relayed.getMsgType());
        assertEquals(IpAddress.valueOf("2001:db8:0:1::1"), relayed.getIp6LinkAddress());
        assertEquals(Domain.linkLocal(MAC), relayed.getIp6PeerAddress());
        assertArrayEquals(question, value(relayed, 9), "not a bit of it is changed");
        node.clear();
        reply(relayed, value(relayed, OptionCode.INTERFACE_ID.value()), message(MsgType.ADVERTISE));
        assertEquals(MsgType.ADVERTISE.value(), answer().getMsgType());
    }

    private static Dhcp6Option association(String address) {
        ByteBuffer value = ByteBuffer.allocate(12 + 4 + 24);
        value.putInt(0x110).putInt(60).putInt(105).putShort((short) 5).putShort((short) 24)
                .put(IpAddress.valueOf(address).toOctets()).putInt(120).putInt(120);
        return option(3, value.array());
    }

    private IpAddress linkAddress(byte[] question) {
        ask(question);
        return dhcp(net.outside().last().frame()).getIp6LinkAddress();
    }

    @Test
    void theServerIsAskedByTheLinkThatTheAddressIsAtHomeAtWhereverTheNodeIs() {
        start("{ 'relay': '" + OUTSIDE + "' }");
        IpAddress home = IpAddress.valueOf("2001:db8:0:1::1");
        IpAddress here = IpAddress.valueOf("2001:db8:0:3::1");
        node.at(net.topology().access(3)).announce();
        net.settle();
        for (MsgType type : List.of(MsgType.RENEW, MsgType.REBIND, MsgType.CONFIRM, MsgType.RELEASE, MsgType.DECLINE)) {
            assertEquals(home, linkAddress(message(type, association("2001:db8:0:1::1000"))), type.toString());
        }
        assertEquals(here, linkAddress(message(MsgType.REQUEST, association("2001:db8:0:3::1000"))));
        assertEquals(here, linkAddress(message(MsgType.SOLICIT, association("2001:db8:0:1::1000"))), "a new one");
        assertEquals(here, linkAddress(message(MsgType.REBIND, association("2001:db8:ffff::1"))), "nobody's");
        assertEquals(here, linkAddress(message(MsgType.INFORMATION_REQUEST)));
    }

    private void reply(DHCP6 asked, byte[] interfaceId, byte[] inner) {
        net.outside().send(1, answerOf(asked, interfaceId, inner));
        net.run(20);
    }

    private Frame answerOf(DHCP6 asked, byte[] interfaceId, byte[] inner) {
        DHCP6 packet = new DHCP6();
        packet.setMsgType(MsgType.RELAY_REPL.value());
        packet.setLinkAddress(asked.getLinkAddress());
        packet.setPeerAddress(asked.getPeerAddress());
        packet.setOptions(List.of(option(18, interfaceId), option(9, inner)));
        return net.outside().udp(1, OUTSIDE, 547, IpAddress.valueOf("2001:db8:0:1::1"), 547, "")
                .payload(packet.serialize()).build();
    }

    /** The node asks, and the server gives the address to this one. */
    private void given(MacAddress to) {
        ask(message(MsgType.REQUEST, association(GIVEN)));
        DHCP6 relayed = dhcp(net.outside().last().frame());
        String id = new String(value(relayed, OptionCode.INTERFACE_ID.value()), StandardCharsets.US_ASCII);
        reply(relayed, id.replace(MAC.toString(), to.toString()).getBytes(StandardCharsets.US_ASCII),
                message(MsgType.REPLY, association(GIVEN)));
        node.send(Packets.duplicateDetection(to, Ip6Address.valueOf(GIVEN)));
        net.run(20);
    }

    private State state() {
        return net.stores().grants().at(IpAddress.valueOf(GIVEN)).get().state();
    }

    private Optional<MacAddress> holder() {
        return net.mobility().holder(IpAddress.valueOf(GIVEN)).map(MobileNodeId::mac);
    }

    @Test
    void anAddressThatTheServerOutsideGaveEndsWhenItIsNotRenewed() {
        start("{ 'relay': '" + OUTSIDE + "' }");
        given(MAC);
        assertEquals(Optional.of(MAC), holder());
        net.run(100_000);
        given(MAC);
        net.run(119_000);
        net.expire();
        assertEquals(State.GRANTED, state());
        net.run(1_000);
        net.expire();
        assertEquals(State.EXPIRED, state());
        assertEquals(Optional.empty(), holder());
        assertTrue(net.mobility().state(MobileNodeId.of(MAC)).isPresent(), "it has others");
    }

    @Test
    void anAddressThatTheServerOutsideGaveIsFreeOnceItIsGivenBack() {
        start("{ 'relay': '" + OUTSIDE + "' }");
        given(MAC);
        ask(message(MsgType.RELEASE, association(GIVEN)));
        assertEquals(OUTSIDE, net.outside().last().to(), "the server hears of it");
        assertEquals(State.RETURNED, state());
        assertEquals(Optional.empty(), holder());
        given(MAC);
        ask(message(MsgType.DECLINE, association(GIVEN)));
        assertEquals(State.DECLINED, state());
        assertEquals(Optional.empty(), holder());
    }

    @Test
    void whatTheServerOutsideGivesToAnotherIsTheOthers() {
        start("{ 'relay': '" + OUTSIDE + "' }");
        given(MAC);
        MacAddress other = MacAddress.valueOf("02:00:00:00:0a:02");
        given(other);
        assertEquals(Optional.of(other), holder());
    }

    @Test
    void anyAnswerOfTheServerOutsideDoesNoHarm() {
        start("{ 'relay': '" + OUTSIDE + "' }");
        ask(message(MsgType.SOLICIT, option(3, new byte[12])));
        DHCP6 relayed = dhcp(net.outside().last().frame());
        int shown = 0;
        for (int code = 3; code <= 5; code++) {
            for (int length = 0; length <= 44; length++) {
                Frame bad = answerOf(relayed, value(relayed, OptionCode.INTERFACE_ID.value()),
                        message(MsgType.REPLY, option(code, new byte[length])));
                if (isShown(bad)) {
                    shown++;
                    net.outside().send(1, bad);
                    net.run(20);
                }
            }
        }
        assertTrue(shown > 10, () -> "there were some to be read");
        given(MAC);
        assertEquals(Optional.of(MAC), holder());
    }

    @Test
    void anAnswerThatSaysNotWhomItIsForGoesNowhere() {
        start("{ 'relay': '" + OUTSIDE + "' }");
        ask(message(MsgType.SOLICIT, option(3, new byte[12])));
        DHCP6 relayed = dhcp(net.outside().last().frame());
        node.clear();
        for (String id : List.of("of:0000000000000001/10 " + MAC, "of:0000000000000001/1 " + MAC, "nonsense at all",
                "of:0000000000000009/3 " + MAC)) {
            reply(relayed, id.getBytes(StandardCharsets.US_ASCII), message(MsgType.ADVERTISE));
        }
        assertEquals(0, node.heard().stream().filter(h -> dhcp(h.frame()) != null).count());
    }

    @Test
    void withARelayInformationThatTheEdgeHasIsGivenByTheEdge() {
        start("{ 'dns': ['2001:db8:cafe::53'], 'relay': '" + OUTSIDE + "' }");
        ask(message(MsgType.INFORMATION_REQUEST));
        assertArrayEquals(IpAddress.valueOf("2001:db8:cafe::53").toOctets(), value(answer(), 23));
    }
}
