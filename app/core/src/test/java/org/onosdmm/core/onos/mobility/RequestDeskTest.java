/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.Continuity;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.FlowRequest;
import org.onosdmm.api.FlowRequestService;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.core.emulation.Conversation;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Station;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Requests for what flows are to be promised, on emulated switches. */
class RequestDeskTest {

    private static final IpAddress WEB = Outside.address(30);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int UDP = 17;

    private final RequestDesk desk = new RequestDesk();
    private Emulation net;
    private Station node;

    @BeforeEach
    void attach() {
        net = Emulation.campus();
        node = net.station("mn", 1, "10.1.0.10");
        desk.engines = new EmulatedEngines(net);
    }

    private FlowRequest.Builder builder() {
        return FlowRequest.builder().node(node()).applicationClass("telephony").by("pbx");
    }

    private MobileNodeId node() {
        return net.state(node).node();
    }

    private FlowRequest ask(UnaryOperator<FlowRequest.Builder> with) {
        FlowRequest taken = desk.request(with.apply(builder()).build(), HOUR);
        net.run(50);
        return taken;
    }

    private static DmmException refused(Executable what) {
        return assertThrows(DmmException.class, what);
    }

    @Test
    void aNewFlowIsPromisedWhatWasAskedFor() {
        FlowRequest taken = ask(r -> r.remote(Optional.of(WEB)).protocol(Optional.of(UDP))
                .remotePort(Optional.of(7_000)));
        assertFalse(taken.id().isEmpty());
        assertEquals(HOUR.toMillis(), taken.until() - taken.since());
        Conversation talk = net.converse(node, 7_000, WEB, 7_000).start(5_000);
        net.run(100);
        IpAddress before = net.outside().last().from();
        node.at(net.topology().access(2)).announce();
        net.run(2_000);
        assertEquals(before, net.outside().last().from());
        talk.stop();
        net.settle();
        assertEquals("request", net.state(node).flows().get(FlowKey.of(UDP, node.address(), 7_000, WEB, 7_000)).step());
        assertEquals(List.of(), talk.up().lost());
        net.assertExact();
    }

    @Test
    void otherFlowsAreAsTheyWere() {
        ask(r -> r.remote(Optional.of(WEB)).protocol(Optional.of(UDP)).remotePort(Optional.of(7_000)));
        node.say(WEB, 7_001, 7_001, "x");
        net.run(50);
        assertEquals(Continuity.NON_PERSISTENT,
                net.state(node).flows().get(FlowKey.of(UDP, node.address(), 7_001, WEB, 7_001)).continuity());
    }

    @Test
    void requestsOfAllNodesAreListedAndNamesDiffer() {
        Station other = net.station("other", 2, "10.2.0.10");
        FlowRequest one = ask(r -> r);
        FlowRequest two = ask(r -> r.node(net.state(other).node()));
        assertNotEquals(one.id(), two.id());
        assertEquals(ImmutableList.of(one, two), desk.requests());
    }

    @Test
    void whatIsTakenBackHoldsNoMore() {
        FlowRequest taken = ask(r -> r.remote(Optional.of(WEB)));
        desk.withdraw(taken.id());
        net.run(50);
        assertEquals(List.of(), desk.requests());
        node.say(WEB, 7_000, 7_000, "x");
        net.run(50);
        assertEquals(Continuity.NON_PERSISTENT,
                net.state(node).flows().get(FlowKey.of(UDP, node.address(), 7_000, WEB, 7_000)).continuity());
        assertEquals(DmmException.Kind.NOT_FOUND, refused(() -> desk.withdraw(taken.id())).kind());
    }

    @Test
    void aRequestEndsWithItsTime() {
        FlowRequest.Builder brief = builder().remote(Optional.of(WEB));
        desk.request(brief.build(), Duration.ofSeconds(2));
        net.run(2_100);
        assertEquals(List.of(), desk.requests());
        node.say(WEB, 7_000, 7_000, "x");
        net.run(50);
        assertEquals(Continuity.NON_PERSISTENT,
                net.state(node).flows().get(FlowKey.of(UDP, node.address(), 7_000, WEB, 7_000)).continuity());
    }

    @Test
    void aNodeHasSoManyAndNoMore() {
        for (int i = 0; i < FlowRequestService.MOST; i++) {
            int port = 7_000 + i;
            ask(r -> r.protocol(Optional.of(UDP)).remotePort(Optional.of(port)));
        }
        assertEquals(DmmException.Kind.EXHAUSTED, refused(() -> ask(r -> r)).kind());
        desk.withdraw(desk.requests().get(0).id());
        net.run(50);
        ask(r -> r);
        assertEquals(FlowRequestService.MOST, desk.requests().size());
    }

    @Test
    void aContinuityTypeStandsForTheLeastOfItsClasses() {
        for (Continuity each : Continuity.values()) {
            ApplicationClass found = desk.classFor(each.name());
            assertEquals(each, found.continuity());
            assertTrue(net.domain().policy().classes().values().stream().filter(c -> c.continuity() == each)
                    .allMatch(c -> c.priority() >= found.priority()), found::name);
        }
        assertEquals("continuity", refused(() -> desk.classFor("FOREVER")).field());
    }

    @Test
    void theHolderOfAnAddressIsFound() {
        assertEquals(node(), desk.holder(node.address()));
        assertEquals("address", refused(() -> desk.holder(IpAddress.valueOf("10.1.0.99"))).field());
    }

    @Test
    void aNodeThatIsNotBoundHasNothingToAskFor() {
        assertEquals("node", refused(() -> ask(r -> r.node(MobileNodeId.parse("02:00:00:00:00:99")))).field());
    }

    @ParameterizedTest
    @CsvSource({"0", "999", "86400001"})
    void lifetimesHaveBounds(long millis) {
        DmmException refusal = refused(() -> desk.request(builder().build(), Duration.ofMillis(millis)));
        assertEquals("lifetime", refusal.field());
        assertEquals(List.of(), desk.requests());
    }

    @ParameterizedTest
    @CsvSource({"1000", "86400000"})
    void boundsThemselvesAreAllowed(long millis) {
        desk.request(builder().build(), Duration.ofMillis(millis));
        net.run(50);
        assertEquals(1, desk.requests().size());
    }

    @Test
    void mistakesNameTheFieldAndNothingIsTaken() {
        assertRefused("class", r -> r.applicationClass("voice"));
        assertRefused("address", r -> r.local(Optional.of(IpAddress.valueOf("10.1.0.11"))));
        assertRefused("remote", r -> r.remote(Optional.of(IpAddress.valueOf("10.4.0.20"))));
        assertRefused("remote", r -> r.remote(Optional.of(IpAddress.valueOf("198.51.100.7"))));
        assertRefused("remote", r -> r.local(Optional.of(node.address()))
                .remote(Optional.of(IpAddress.valueOf("2001:db8::1"))));
        assertRefused("protocol", r -> r.protocol(Optional.of(256)));
        assertRefused("protocol", r -> r.protocol(Optional.of(-1)));
        assertRefused("localPort", r -> r.protocol(Optional.of(UDP)).localPort(Optional.of(65_536)));
        assertRefused("remotePort", r -> r.protocol(Optional.of(UDP)).remotePort(Optional.of(0)));
        assertRefused("localPort", r -> r.localPort(Optional.of(5_060)));
        assertRefused("remotePort", r -> r.protocol(Optional.of(1)).remotePort(Optional.of(5_060)));
        assertRefused("by", r -> r.by(""));
        assertRefused("by", r -> r.by("x".repeat(65)));
    }

    private void assertRefused(String field, UnaryOperator<FlowRequest.Builder> with) {
        DmmException refusal = refused(() -> ask(with));
        assertEquals(field, refusal.field(), refusal.getMessage());
        assertEquals(DmmException.Kind.INVALID, refusal.kind());
        assertTrue(desk.requests().isEmpty());
    }
}
