/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.packet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onlab.packet.Ip6Address;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onlab.packet.ndp.NeighborAdvertisement;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.Uplink;
import org.onosdmm.dataplane.Frame;
import org.onosdmm.dataplane.Packets;
import org.onosproject.net.PortNumber;

import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the virtual gateway answers to neighbour solicitations, and what it asks. */
class NdpAnswersTest {
    private static final MacAddress MAC = MacAddress.valueOf("02:00:00:00:00:10");
    private static final Ip6Address LINK_LOCAL = Ip6Address.valueOf("fe80::10");
    private static final PortNumber ACCESS = PortNumber.portNumber(3);
    private static final PortNumber UPLINK = PortNumber.portNumber(10);

    private final Domain domain = Topology.lending().domain();
    private final Anchor edge = Topology.anchor(domain, 2);

    private Optional<Frame> answer(PortNumber port, Frame question) {
        return NdpMessage.in(question.ethernet())
                .flatMap(m -> NdpAnswers.answer(domain, edge, port, m, question.ethernet()))
                .map(Frames::serialized).map(Frame::of);
    }

    private Optional<Frame> asked(PortNumber port, String target) {
        return answer(port, Packets.neighborSolicitation(MAC, LINK_LOCAL, Ip6Address.valueOf(target)));
    }

    private static NeighborAdvertisement told(Frame frame) {
        assertEquals(NdpMessage.Kind.ADVERTISEMENT, NdpMessage.in(frame.ethernet()).get().kind(), "hosts take it");
        assertTrue(frame.checksumsAreValid());
        return (NeighborAdvertisement) frame.ethernet().getPayload().getPayload().getPayload();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:db8:0:2::1", "2001:db8:0:1::1", "fe80::5eff:fe00:1"})
    void aGatewayIsARouterAtTheVirtualMacAddress(String gateway) {
        assertEquals(Ip6Address.valueOf("fe80::5eff:fe00:1"), domain.gatewayLinkLocal());
        Frame frame = asked(ACCESS, gateway).get();
        assertEquals(MAC, frame.ethDst());
        assertEquals(domain.gatewayMac(), frame.ethSrc());
        assertEquals(1, told(frame).getRouterFlag());
        assertEquals(1, told(frame).getSolicitedFlag());
        assertEquals(domain.gatewayMac(), MacAddress.valueOf(told(frame).getOptions().get(0).data()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:db8:0:2::20", "2001:db8:0:4:1:2:3:4"})
    void aNeighbourIsAtTheVirtualMacAddressTooAndIsNoRouter(String neighbour) {
        Frame frame = asked(ACCESS, neighbour).get();
        assertEquals(domain.gatewayMac(), frame.ethSrc());
        assertEquals(0, told(frame).getRouterFlag());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fe80::20", "2001:db8:cafe::10", "2001:db8:f:2::2", "2001:db8:e:2::3"})
    void nothingIsSaidAboutOthers(String target) {
        assertEquals(Optional.empty(), asked(ACCESS, target));
    }

    @Test
    void whoLooksForADuplicateIsNotAnswered() {
        for (String target : new String[] {"2001:db8:0:2::20", "2001:db8:0:2::1", "fe80::5eff:fe00:1"}) {
            Frame doubt = Packets.duplicateDetection(MAC, Ip6Address.valueOf(target));
            assertEquals(Optional.empty(), answer(ACCESS, doubt));
            assertEquals(Optional.empty(), answer(UPLINK, doubt));
        }
        assertEquals(Optional.empty(), answer(ACCESS, Packets.neighborSolicitation(MAC,
                Ip6Address.valueOf("2001:db8:0:2::20"), Ip6Address.valueOf("2001:db8:0:2::20"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:db8:0:2::1", "2001:db8:0:1::1", "fe80::5eff:fe00:1"})
    void whoWouldLikeToHaveAnAddressOfTheGatewayIsToldThatItIsTaken(String gateway) {
        Frame doubt = Packets.duplicateDetection(MAC, Ip6Address.valueOf(gateway));
        Frame answer = NdpAnswers.defence(domain, NdpMessage.in(doubt.ethernet()).get(), doubt.ethernet())
                .map(Frames::serialized).map(Frame::of).get();
        assertEquals("ff02::1", answer.ipDst().get().toString());
        assertEquals(MAC, answer.ethDst());
        assertEquals(0, told(answer).getSolicitedFlag());
        assertEquals(IpAddress.valueOf(gateway), NdpMessage.in(answer.ethernet()).get().target());
    }

    @Test
    void nobodyElseIsDefended() {
        Frame doubt = Packets.duplicateDetection(MAC, Ip6Address.valueOf("2001:db8:0:2::20"));
        assertEquals(Optional.empty(),
                NdpAnswers.defence(domain, NdpMessage.in(doubt.ethernet()).get(), doubt.ethernet()));
        Frame question = Packets.neighborSolicitation(MAC, LINK_LOCAL, Ip6Address.valueOf("2001:db8:0:2::1"));
        assertEquals(Optional.empty(),
                NdpAnswers.defence(domain, NdpMessage.in(question.ethernet()).get(), question.ethernet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:db8:f:2::2", "2001:db8:e:2::3", "2001:db8:0:2::20"})
    void atTheUplinkTheAnchorAnswersForWhatItOwns(String target) {
        assertEquals(edge.exit().mac(), asked(UPLINK, target).get().ethSrc());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:db8:f:1::2", "2001:db8:e:1::3", "2001:db8:0:1::20", "fe80::5eff:fe00:1",
            "2001:db8:f:2::1"})
    void atTheUplinkItAnswersForNothingElse(String target) {
        assertEquals(Optional.empty(), asked(UPLINK, target));
    }

    @Test
    void itAsksForItsRouter() {
        Uplink uplink = edge.uplink(IpAddress.Version.INET6).get();
        Frame frame = Frame.of(Frames.serialized(NdpAnswers.askRouter(edge, uplink)));
        NdpMessage question = NdpMessage.in(frame.ethernet()).get();
        assertEquals(uplink.nextHop(), question.target());
        assertEquals(uplink.address(), question.source());
        assertEquals(edge.exit().mac(), question.mac());
        assertEquals(MacAddress.valueOf("33:33:ff:00:00:01"), frame.ethDst());
        assertTrue(frame.checksumsAreValid());
    }

    @Test
    void itAsksOneNodeOrAllThatListen() {
        IpAddress address = IpAddress.valueOf("2001:db8:0:4::20");
        Frame one = Frame.of(Frames.serialized(NdpAnswers.probe(domain, MAC, address)));
        Frame all = Frame.of(Frames.serialized(NdpAnswers.search(domain, address)));
        assertEquals(MAC, one.ethDst());
        assertEquals(MacAddress.valueOf("33:33:ff:00:00:20"), all.ethDst());
        for (Frame frame : new Frame[] {one, all}) {
            NdpMessage question = NdpMessage.in(frame.ethernet()).get();
            assertEquals(NdpMessage.Kind.SOLICITATION, question.kind(), "not a doubt: the node would give it up");
            assertEquals(address, question.target());
            assertEquals(domain.gatewayLinkLocal(), question.source());
            assertEquals(domain.gatewayMac(), frame.ethSrc());
        }
    }
}
