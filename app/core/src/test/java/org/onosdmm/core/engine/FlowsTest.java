/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.Continuity;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.FlowRequest;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.core.classify.FirstPacket;
import org.onosdmm.core.emulation.Conversation;
import org.onosdmm.core.emulation.DnsPackets;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.model.Crowding;
import org.onosdmm.core.model.FlowSample;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Flows are decided about by their first packets; what is decided travels with the node, ends, and is bounded. */
class FlowsTest {
    private static final IpAddress SIP = Outside.address(10);
    private static final IpAddress CONF = Outside.address(20);
    private static final IpAddress WEB = Outside.address(30);
    private static final IpAddress DNS = Outside.address(53);
    private static final int SYN = 2;
    private static final int ACK = 16;

    private ObjectNode document;
    private Emulation net;
    private Station node;

    @BeforeEach
    void attach() {
        document = Topology.campus().document();
        document.withArray("names").addObject().put("name", "meet.example.com").put("class", "multimedia-conferencing");
        start();
    }

    private void start() {
        net = Emulation.of(Topology.campus().configured(document));
        node = net.station("mn", 1, "10.1.0.10");
    }

    private PinnedFlow flow(int protocol, int localPort, IpAddress remote, int remotePort) {
        return net.state(node).flows().get(FlowKey.of(protocol, node.address(), localPort, remote, remotePort));
    }

    private void moveTo(int edge) {
        node.at(net.topology().access(edge)).announce();
        net.settle();
    }

    private void tcp(IpAddress to, int port, int remotePort, int flags, String text) {
        node.send(node.tcp(to, port, remotePort, text).flags(flags).build());
        net.run(20);
    }

    private long counted(String what) {
        return net.mobility().counters().packets().getOrDefault(what, 0L);
    }

    @Test
    void ofAnUnpinnedFlowTheFirstPacketAloneIsShown() {
        for (int i = 0; i < 5; i++) {
            node.say(WEB, 5_000, 8_080, "packet " + i);
            net.run(20);
            assertEquals("packet " + i, net.outside().last().text());
        }
        assertEquals(1, counted("flows shown"));
        assertEquals(Continuity.NON_PERSISTENT, flow(17, 5_000, WEB, 8_080).continuity());
        assertEquals("default", flow(17, 5_000, WEB, 8_080).step());
        assertEquals(net.leased(node, 1), net.outside().last().from());
        net.assertExact();
    }

    @Test
    void anUnpinnedFlowLeavesWhereItsNodeIsWithoutBeingShownAgain() {
        Conversation web = net.converse(node, 5_000, WEB, 8_080).start(2_000);
        net.run(50);
        for (int edge = 2; edge <= 4; edge++) {
            node.at(net.topology().access(edge)).announce();
            net.run(200);
            assertEquals(edge, net.outside().last().edge());
            assertEquals(net.leased(node, edge), net.outside().last().from());
        }
        web.stop();
        net.settle();
        assertEquals(List.of(), web.up().lost());
        assertEquals(List.of(), web.up().duplicated());
        assertTrue(counted("flows shown") <= 1 + 3 * 10, "shown " + counted("flows shown") + " times");
        net.assertExact();
    }

    @Test
    void aPacketThatTheSwitchShowsThoughItHasTheRuleIsPassedOnAtOnce() {
        net.stores().delay(100_000);
        net.settle();
        node.say(SIP, 16_384, 16_384, "first");
        net.run(10);
        assertEquals("first", net.outside().last().text(), "while the round still waits for the store");
        FlowKey key = FlowKey.of(17, node.address(), 16_384, SIP, 16_384);
        net.mobility().flows().begun(node.id(), FlowStart.of(FirstPacket.of(FlowSample.of(key, 0),
                PinnedFlow.Origin.NODE), false, HeldPacket.of(net.topology().access(1), node.address(),
                Optional.of(key), ByteBuffer.wrap(node.udp(SIP, 16_384, 16_384, "second").build().bytes()))));
        net.run(2);
        assertEquals("second", net.outside().last().text());
        net.settle();
        net.assertExact();
    }

    @Test
    void aNodeIsLetInBeforeItsUnpinnedFlowsHaveTheirRules() {
        for (int port = 0; port < 300; port++) {
            node.say(WEB, 5_000 + port, 8_080, "x");
            net.run(1);
        }
        Conversation call = net.converse(node, 16_384, SIP, 16_384).start(2_000);
        net.run(50);
        assertEquals(301, net.state(node).flows().size());
        node.at(net.topology().access(2)).announce();
        net.run(500);
        call.stop();
        net.settle();
        assertEquals(List.of(), call.up().lost());
        assertEquals(List.of(), call.up().duplicated());
        assertEquals(List.of(), call.down().duplicated());
        net.assertExact();
    }

    @Test
    void anUnpinnedFlowThatIsSilentGoesBeforeAPinnedOne() {
        node.say(WEB, 5_000, 8_080, "x");
        node.say(SIP, 16_384, 16_384, "x");
        net.run(50);
        net.age(90);
        assertEquals(Set.of(16_384), net.state(node).flows().keySet().stream().map(FlowKey::localPort)
                .collect(Collectors.toSet()));
        net.assertExact();
    }

    @Test
    void tcpOfTheDefaultClassIsNeverShown() {
        int before = net.packetIns();
        for (int port = 0; port < 1_000; port++) {
            node.send(node.tcp(WEB, 20_000 + port, 443, "syn").flags(SYN).build());
            if (port % 50 == 0) {
                net.run(2);
            }
        }
        net.run(50);
        assertEquals(1_000, net.outside().heard().size());
        assertEquals(before, net.packetIns());
    }

    @Test
    void questionsToTheDnsAreNotShown() {
        int before = net.packetIns();
        node.say(DNS, 5_353, 53, "question");
        node.say(DNS, 123, 123, "time");
        net.run(20);
        assertEquals(2, net.outside().heard().size());
        assertEquals(before, net.packetIns());
    }

    private void answer(String name, IpAddress address) {
        net.outside().send(net.outside().edgeFor(net.leased(node, 1)), net.outside().udp(DNS, 53, net.leased(node, 1),
                5_353, "").payload(DnsPackets.answer(name, address, 60)).build());
    }

    @Test
    void anAnswerOfTheDnsComesAtOnceIfNothingFollowsFromIt() {
        answer("www.example.org", WEB);
        net.runMicros(1_500);
        assertEquals(1, node.heard().size());
        assertEquals(net.domain().gatewayMac(), node.heard().get(0).frame().ethSrc());
        assertEquals(node.mac(), node.heard().get(0).frame().ethDst());
        assertTrue(net.state(node).hints().named().isEmpty());
        assertEquals(1, counted("names passed on"));
    }

    @Test
    void anAnswerThatAsksForAnotherClassComesWhenTheRulesAreThere() {
        answer("eu.meet.example.com", CONF);
        net.runMicros(1_200);
        assertEquals(List.of(), node.heard(), "held");
        net.run(20);
        assertEquals(1, node.heard().size());
        assertEquals(1, counted("names held"));
        assertEquals(0, counted("names released late"));
        tcp(CONF, 40_000, 443, SYN, "syn");
        PinnedFlow flow = flow(6, 40_000, CONF, 443);
        assertEquals("multimedia-conferencing", flow.applicationClass());
        assertEquals("name", flow.step());
        assertEquals(3, net.outside().last().edge(), "nearest");
        moveTo(2);
        tcp(CONF, 40_000, 443, ACK, "data");
        assertEquals(3, net.outside().last().edge());
        tcp(CONF, 40_001, 443, SYN, "another");
        assertEquals("name", flow(6, 40_001, CONF, 443).step(), "names travel with the node");
        net.assertExact();
    }

    @Test
    void anAnswerIsNotHeldForLongerThanTwentyMilliseconds() {
        net.control().channel(device -> 100_000);
        answer("eu.meet.example.com", CONF);
        net.run(19);
        assertEquals(List.of(), node.heard());
        net.run(5);
        assertEquals(1, node.heard().size());
        assertEquals(1, counted("names released late"));
        net.control().channel(device -> 300);
        net.run(500);
        assertEquals(1, node.heard().size(), "once");
        net.assertExact();
    }

    @Test
    void namesEnd() {
        answer("eu.meet.example.com", CONF);
        net.run(50);
        assertEquals(1, net.state(node).hints().named().size());
        net.age(310);
        assertTrue(net.state(node).hints().named().isEmpty());
        net.assertExact();
    }

    @Test
    void namesAreBounded() {
        document.putObject("limits").put("namesPerNode", 16);
        start();
        for (int i = 0; i < 100; i++) {
            answer("h" + i + ".meet.example.com", Outside.address(100 + i));
            net.run(5);
        }
        assertEquals(100, node.heard().size());
        assertEquals(16, net.state(node).hints().named().size());
        net.assertExact();
    }

    @Test
    void answersOfANodeThatServesTheDnsLeave() {
        node.say(SIP, 53, 4_000, "an answer");
        net.run(20);
        assertEquals("an answer", net.outside().last().text());
    }

    @Test
    void withoutStepsThatLookNothingIsShown() {
        document.putObject("classification").putArray("steps").add("rules");
        start();
        int before = net.packetIns();
        node.say(WEB, 5_000, 8_080, "x");
        answer("eu.meet.example.com", CONF);
        net.run(20);
        assertEquals(before, net.packetIns());
        assertEquals(1, node.heard().size());
    }

    @Test
    void atTheLimitOfUnknownFlowsFurtherOnesLeaveUnseenAndCallsAreStillKept() {
        document.putObject("limits").put("flowsPerNode", 40);
        start();
        for (int port = 0; port < 200; port++) {
            node.say(WEB, 40_000 + port, 8_080, "x" + port);
            net.run(5);
        }
        assertEquals(200, net.outside().heard().size());
        assertEquals(30, net.state(node).flows().size());
        assertEquals(Crowding.UNKNOWN, net.state(node).crowding());
        assertTrue(counted("flows shown") < 35, "shown " + counted("flows shown") + " times");
        node.say(SIP, 16_384, 16_384, "call");
        net.run(20);
        assertEquals("telephony", flow(17, 16_384, SIP, 16_384).applicationClass());
        moveTo(2);
        node.say(WEB, 9_999, 8_080, "unseen");
        net.run(20);
        assertEquals(2, net.outside().last().edge());
        net.assertExact();
        net.age(100);
        assertEquals(Crowding.NONE, net.state(node).crowding());
        net.assertExact();
    }

    @Test
    void atTheLimitOfKeptFlowsThoseOfTheHigherClassStay() {
        document.putObject("limits").put("flowsPerNode", 16);
        start();
        for (int port = 0; port < 16; port++) {
            node.say(CONF, 40_000 + port, 3_478, "conference");
            net.run(10);
        }
        node.say(SIP, 16_384, 16_384, "call");
        net.run(10);
        assertEquals(16, net.state(node).flows().size());
        assertEquals("telephony", flow(17, 16_384, SIP, 16_384).applicationClass());
        net.outside().clear();
        node.say(CONF, 50_000, 3_478, "one too many");
        net.run(20);
        assertEquals("one too many", net.outside().last().text());
        assertEquals(Crowding.ALL, net.state(node).crowding());
        assertTrue(net.mobility().counters().counts().containsKey("refused flows of " + node.id()));
        net.assertExact();
    }

    @Test
    void atTheLimitOfAnEdgeAFlowFallsBackToTheDefault() {
        document.putObject("limits").put("flowsPerEdge", 16);
        start();
        Station other = net.station("other", 1, "10.1.0.11");
        for (int port = 0; port < 20; port++) {
            (port % 2 == 0 ? node : other).say(SIP, 16_384, 16_384 - port, "x");
            node.say(WEB, 5_000 + port, 8_080, "x");
            net.run(10);
        }
        assertTrue(net.state(node).flows().size() + net.state(other).flows().size() <= 17);
        other.say(WEB, 7_000, 8_080, "still out");
        net.run(20);
        assertEquals("still out", net.outside().last().text());
        net.assertExact();
    }

    @Test
    void gracefulReplacementKeepsItsAnchorForAWhileAndIsThenReleased() {
        document.putObject("timers").put("overlap", 3_000);
        document.withArray("rules").insertObject(0).put("class", "multimedia-streaming").put("protocol", "udp")
                .put("ports", 7_000);
        start();
        Conversation stream = net.converse(node, 7_000, WEB, 7_000).start(10_000);
        net.run(100);
        assertEquals(Continuity.GRACEFUL_REPLACEMENT, flow(17, 7_000, WEB, 7_000).continuity());
        node.at(net.topology().access(2)).announce();
        net.run(2_500);
        assertEquals(1, net.outside().last().edge(), "during the overlap");
        assertTrue(flow(17, 7_000, WEB, 7_000).overlapEnds().isPresent());
        net.run(1_000);
        assertEquals(2, net.outside().last().edge(), "released");
        assertEquals(net.leased(node, 2), net.outside().last().from());
        assertTrue(flow(17, 7_000, WEB, 7_000).released().isPresent());
        stream.stop();
        net.settle();
        assertEquals(List.of(), stream.up().lost());
        assertEquals(List.of(), stream.up().duplicated());
        node.say(WEB, 7_001, 7_000, "new");
        net.run(20);
        assertEquals(2, net.outside().last().edge(), "new flows go to the serving anchor at once");
        net.assertExact();
    }

    @Test
    void gracefulReplacementThatComesBackInTimeStays() {
        document.putObject("timers").put("overlap", 3_000);
        document.withArray("rules").insertObject(0).put("class", "multimedia-streaming").put("protocol", "udp")
                .put("ports", 7_000);
        start();
        node.say(WEB, 7_000, 7_000, "x");
        net.run(50);
        node.at(net.topology().access(2)).announce();
        net.run(1_000);
        node.at(net.topology().access(1)).announce();
        net.settle();
        assertFalse(flow(17, 7_000, WEB, 7_000).released().isPresent());
        assertFalse(flow(17, 7_000, WEB, 7_000).overlapEnds().isPresent());
        net.assertExact();
    }

    @Test
    void gracefulReplacementWithOneAnchorForAllHasNothingToBeReleasedTo() {
        document.putObject("timers").put("overlap", 3_000);
        document.withArray("rules").insertObject(0).put("class", "multimedia-streaming").put("protocol", "udp")
                .put("ports", 7_000);
        document.withArray("classes").addObject().put("name", "multimedia-streaming").put("strategy", "central")
                .put("anchor", "edge3");
        start();
        Conversation stream = net.converse(node, 7_000, WEB, 7_000).start(10_000);
        net.run(100);
        moveTo(2);
        net.run(4_000);
        assertEquals(3, net.outside().last().edge());
        assertEquals(net.leased(node, 3), net.outside().last().from());
        assertFalse(flow(17, 7_000, WEB, 7_000).released().isPresent());
        stream.stop();
        net.settle();
        assertEquals(List.of(), stream.up().lost());
        net.assertExact();
    }

    @Test
    void aClassThatIsToldByItsPortAndHasOneAnchorForAllLeavesThereUnseen() {
        document.withArray("classes").addObject().put("name", "high-throughput-data").put("strategy", "central")
                .put("anchor", "edge3");
        start();
        for (int place : new int[] {1, 2, 3}) {
            moveTo(place);
            tcp(WEB, 5_000 + place, 143, SYN, "mail");
            assertEquals(3, net.outside().last().edge());
            assertEquals(net.leased(node, 3), net.outside().last().from());
            tcp(WEB, 6_000 + place, 80, SYN, "web");
            assertEquals(place, net.outside().last().edge());
        }
        net.setUplink(3, false);
        net.settle();
        moveTo(1);
        tcp(WEB, 5_100, 143, SYN, "mail");
        assertEquals(1, net.outside().last().edge(), "while the one anchor cannot be left");
        assertEquals(0, counted("flows shown"));
        net.setUplink(3, true);
        net.settle();
        net.assertExact();
    }

    @Test
    void aSessionThatSipAnnouncesIsKnownBeforeItBegins() {
        node.say(SIP, 5_060, 5_060, "INVITE sip:bob@example.com SIP/2.0\r\nContent-Type: application/sdp\r\n"
                + "Content-Length: 200\r\n\r\nv=0\r\no=- 0 0 IN IP4 203.0.113.10\r\ns=-\r\nc=IN IP4 10.1.0.10\r\n"
                + "t=0 0\r\nm=audio 40000 RTP/AVP 0\r\n");
        net.run(50);
        assertTrue(flow(17, 5_060, SIP, 5_060).copied());
        net.outside().say(SIP, 5_060, net.outside().last().from(), 5_060, "SIP/2.0 200 OK\r\n"
                + "Content-Type: application/sdp\r\nContent-Length: 200\r\n\r\nv=0\r\no=- 0 0 IN IP4 203.0.113.30\r\n"
                + "s=-\r\nc=IN IP4 203.0.113.30\r\nt=0 0\r\nm=audio 30000 RTP/AVP 0\r\n");
        net.run(50);
        assertTrue(counted("control packets copied") >= 2);
        assertEquals(1, node.heard().size());
        node.say(WEB, 40_000, 30_000, "anything");
        net.run(50);
        PinnedFlow media = flow(17, 40_000, WEB, 30_000);
        assertEquals("telephony", media.applicationClass());
        assertEquals(node.address(), net.outside().last().from(), "its peer was told the node's own address");
        assertEquals(1, net.outside().last().edge());
        moveTo(3);
        node.say(WEB, 40_000, 30_000, "goes on");
        net.outside().say(WEB, 30_000, node.address(), 40_000, "both ways");
        net.run(50);
        assertEquals(1, net.outside().last().edge());
        assertTrue(node.texts().contains("both ways"));
        net.assertExact();
    }

    @Test
    void turningWebIntoSessionLastingBreaksNoRunningFlow() {
        document.withArray("rules").insertObject(0).put("class", "web").put("protocol", "tcp").put("ports", 443);
        ObjectNode web = document.withArray("classes").addObject().put("name", "web")
                .put("continuity", "NON_PERSISTENT");
        start();
        tcp(CONF, 40_000, 443, SYN, "syn");
        tcp(CONF, 40_000, 443, ACK, "data");
        IpAddress before = net.outside().last().from();
        web.put("continuity", "SESSION_LASTING");
        net.configure(Topology.campus().configured(document).domain());
        net.run(500);
        tcp(CONF, 40_000, 443, ACK, "goes on");
        assertEquals(before, net.outside().last().from());
        assertEquals(1, net.outside().last().edge());
        tcp(CONF, 40_001, 443, SYN, "new");
        assertEquals(3, net.outside().last().edge(), "nearest");
        moveTo(2);
        tcp(CONF, 40_000, 443, ACK, "after a move");
        assertEquals(before, net.outside().last().from());
        net.assertExact();
    }

    @ParameterizedTest
    @ValueSource(strings = {"central", "pinned"})
    void aDefaultClassWithOneAnchorLeavesThereFromEverywhere(String strategy) {
        for (int i = 0; i < document.withArray("classes").size(); i++) {
            ObjectNode each = (ObjectNode) document.withArray("classes").get(i);
            if (!each.get("continuity").asText().equals("FIXED")) {
                each.put("strategy", strategy).put("anchor", "edge4");
            }
        }
        start();
        IpAddress central = net.leased(node, 4);
        for (int edge = 1; edge <= 4; edge++) {
            moveTo(edge);
            tcp(WEB, 40_000, 443, ACK, "tcp");
            assertEquals(central, net.outside().last().from());
            node.say(SIP, 16_384, 16_384, "call");
            node.say(WEB, 5_000, 8_080, "udp");
            net.run(20);
            net.outside().heard().forEach(heard -> assertEquals(central, heard.from()));
            net.outside().clear();
        }
        net.assertExact();
        net.setUplink(4, false);
        net.run(4_000);
        tcp(WEB, 40_001, 443, SYN, "elsewhere");
        assertNotEquals(central, net.outside().last().from());
        net.setUplink(4, true);
        net.run(8_000);
        net.settle();
        net.assertExact();
    }

    @Test
    void aDrainingAnchorTakesNoNewFlowAndIsEmptyOnceItsFlowsEnd() {
        node.say(SIP, 16_384, 16_384, "call");
        net.run(50);
        assertEquals("edge1", flow(17, 16_384, SIP, 16_384).anchor().name());
        ((ObjectNode) document.withArray("anchors").get(0)).put("drain", true);
        net.configure(Topology.campus().configured(document).domain());
        net.run(500);
        node.say(SIP, 16_384, 16_384, "goes on");
        net.run(20);
        assertEquals(1, net.outside().last().edge());
        node.say(CONF, 40_000, 16_385, "new call");
        net.run(20);
        assertNotEquals(1, net.outside().last().edge());
        tcp(WEB, 40_000, 443, SYN, "web");
        assertNotEquals(1, net.outside().last().edge());
        net.assertExact();
        net.age(400);
        assertTrue(net.state(node).flows().values().stream().noneMatch(f -> f.anchor().name().equals("edge1")));
        net.assertExact();
    }

    @Test
    void anAnchorAtItsCapacityTakesNoMore() {
        ((ObjectNode) document.withArray("anchors").get(2)).put("capacity", 1);
        start();
        node.say(CONF, 40_000, 3_478, "one");
        net.run(50);
        assertEquals(3, net.outside().last().edge());
        node.say(CONF, 40_001, 3_478, "two");
        net.run(50);
        assertEquals(1, net.outside().last().edge());
        net.assertExact();
    }

    private FlowRequest request(String applicationClass, int remotePort) {
        return FlowRequest.builder().id("one").node(node.id()).remote(Optional.of(WEB)).protocol(Optional.of(6))
                .remotePort(Optional.of(remotePort)).applicationClass(applicationClass).by("pbx")
                .since(net.clock().millis()).until(net.clock().millis() + 60_000).build();
    }

    @Test
    void whatIsRequestedComesFirstAndEnds() {
        net.mobility().flows().requested(request("telephony", 443));
        net.run(50);
        tcp(WEB, 40_000, 443, SYN, "syn");
        assertEquals("request", flow(6, 40_000, WEB, 443).step());
        assertEquals("requested by pbx", flow(6, 40_000, WEB, 443).evidence());
        assertEquals("telephony", flow(6, 40_000, WEB, 443).applicationClass());
        int before = net.packetIns();
        tcp(WEB, 40_000, 80, SYN, "other port");
        assertEquals(before, net.packetIns());
        moveTo(2);
        tcp(WEB, 40_000, 443, ACK, "goes on");
        assertEquals(1, net.outside().last().edge());
        net.assertExact();
        net.age(70);
        assertTrue(net.state(node).hints().requests().isEmpty());
        before = net.packetIns();
        tcp(WEB, 40_001, 443, SYN, "unseen");
        assertEquals(before, net.packetIns());
        net.assertExact();
    }

    @Test
    void aRequestKeepsAFlowThatRunsWithTheAddressThatItHas() {
        node.say(WEB, 5_000, 8_080, "x");
        net.run(50);
        IpAddress address = net.outside().last().from();
        net.mobility().flows().requested(request("real-time-interactive", 0).toBuilder().protocol(Optional.of(17))
                .remotePort(Optional.empty()).build());
        net.run(50);
        moveTo(3);
        node.say(WEB, 5_000, 8_080, "goes on");
        net.run(50);
        assertEquals(address, net.outside().last().from());
        net.mobility().flows().withdrawn(node.id(), "one");
        net.run(50);
        assertTrue(net.state(node).hints().requests().isEmpty());
        net.assertExact();
    }
}
