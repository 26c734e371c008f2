/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.junit.jupiter.api.Test;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.Attachment;
import org.onosdmm.api.Binding;
import org.onosdmm.api.Locator;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.mobility.Evidence;
import org.onosdmm.core.model.NodeState;
import org.onosproject.net.ConnectPoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whom to believe. */
class TrustTest {
    private static final MobileNodeId NODE = MobileNodeId.of(MacAddress.valueOf("02:00:00:00:00:0a"));
    private static final Topology CAMPUS = Topology.campus();

    private final Trust trust = new Trust();

    private static ConnectPoint place(int edge) {
        return CAMPUS.access(edge);
    }

    private static NodeState walked(Trigger last, int... edges) {
        List<Attachment> places = new ArrayList<>();
        for (int edge : edges) {
            places.add(Attachment.of(places.size() + 1, Topology.anchor(CAMPUS.domain(), edge).id(), place(edge),
                    Locator.of(edge, 20 + places.size()), places.size(), last));
        }
        return NodeState.attached(Binding.builder().node(NODE).addresses(Set.of(IpAddress.valueOf("10.1.0.10")))
                .home(Topology.anchor(CAMPUS.domain(), 1).id()).attachments(places)
                .lastSeen(1).absentSince(Optional.empty()).build());
    }

    private static Evidence sign(Trigger trigger, int edge, long time) {
        return Evidence.of(NODE, Set.of(), place(edge), trigger, time);
    }

    private List<ConnectPoint> asked(NodeState state, long now) {
        return trust.ask(state.binding(), now, now + 1_000).stream().map(Attachment::poa)
                .collect(Collectors.toList());
    }

    private void lie(int edge, long time) {
        trust.judge(walked(Trigger.ARP, 1, edge), sign(Trigger.PROBE_REPLY, 1, time));
    }

    @Test
    void aNewPlaceIsBelievedAtFirst() {
        assertTrue(trust.judge(null, sign(Trigger.ARP, 2, 5)));
        assertTrue(trust.judge(walked(Trigger.ARP, 1), sign(Trigger.ARP, 2, 5)));
    }

    @Test
    void everyFormerPlaceIsAskedOnceAndNotThePresentOne() {
        assertEquals(Set.of(place(1), place(2)), Set.copyOf(asked(walked(Trigger.ARP, 1, 2, 1, 3), 10)));
        assertEquals(2, asked(walked(Trigger.ARP, 1, 2, 1, 3), 10).size());
        assertEquals(List.of(place(2)), asked(walked(Trigger.ARP, 1, 2, 1), 10));
        assertEquals(List.of(), asked(walked(Trigger.PROBE_REPLY, 1, 2, 3), 10), "found by asking");
    }

    @Test
    void onlyAnAnswerThatWasAskedForIsOne() {
        Evidence reply = sign(Trigger.PROBE_REPLY, 1, 500);
        assertEquals(Trigger.ARP, trust.weigh(reply).trigger());
        asked(walked(Trigger.ARP, 1, 2), 100);
        assertEquals(reply, trust.weigh(reply));
        assertEquals(Trigger.ARP, trust.weigh(sign(Trigger.PROBE_REPLY, 3, 500)).trigger(), "not asked there");
        assertEquals(Trigger.ARP, trust.weigh(sign(Trigger.PROBE_REPLY, 1, 1_101)).trigger(), "too late");
        Evidence arp = sign(Trigger.ARP, 1, 500);
        assertEquals(arp, trust.weigh(arp));
    }

    @Test
    void aPlaceThatWasBeliedIsNotBelievedForASecond() {
        lie(2, 1_000);
        NodeState state = walked(Trigger.PROBE_REPLY, 1, 2, 1);
        assertFalse(trust.judge(state, sign(Trigger.ARP, 2, 1_999)));
        assertTrue(trust.judge(state, sign(Trigger.ARP, 3, 1_500)), "others are");
        assertTrue(trust.judge(state, sign(Trigger.ARP, 1, 1_500)), "and so is where it is");
        assertTrue(trust.judge(state, sign(Trigger.ARP, 2, 2_000)));
    }

    @Test
    void thenTwiceAsLongEachTimeAMinuteAtMost() {
        NodeState state = walked(Trigger.PROBE_REPLY, 1, 2, 1);
        long time = 0;
        long wait = 1_000;
        for (int i = 0; i < 200; i++) {
            lie(2, time);
            assertFalse(trust.judge(state, sign(Trigger.ARP, 2, time + wait - 1)), "lie " + i);
            assertTrue(trust.judge(state, sign(Trigger.ARP, 2, time + wait)), "lie " + i);
            time += wait;
            wait = Math.min(60_000, wait * 2);
        }
    }

    @Test
    void anAnswerOfANodeThatWasThereSinceAndHasLeftAgainBeliesNobody() {
        asked(walked(Trigger.ARP, 1, 2), 100);
        NodeState again = walked(Trigger.ARP, 1, 2, 1, 2);
        assertFalse(trust.judge(again, sign(Trigger.PROBE_REPLY, 1, 105)), "it is late");
        assertTrue(trust.judge(again, sign(Trigger.ARP, 2, 106)));
        asked(again, 110);
        assertTrue(trust.judge(again, sign(Trigger.PROBE_REPLY, 1, 115)), "asked once more");
        assertFalse(trust.judge(walked(Trigger.ARP, 1, 2, 1, 2, 1), sign(Trigger.ARP, 2, 116)));
    }

    @Test
    void anAnswerFromThePresentPlaceBeliesNobody() {
        NodeState state = walked(Trigger.ARP, 1, 2);
        assertTrue(trust.judge(state, sign(Trigger.PROBE_REPLY, 2, 100)));
        assertTrue(trust.judge(walked(Trigger.ARP, 1), sign(Trigger.ARP, 2, 101)));
    }
}
