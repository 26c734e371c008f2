/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.junit.jupiter.api.Test;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.Attachment;
import org.onosdmm.api.Binding;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.Locator;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.model.NodeState;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Packets that wait for rules. */
class HeldPacketsTest {
    private static final Topology CAMPUS = Topology.campus();
    private static final IpAddress LOCAL = IpAddress.valueOf("10.1.0.10");
    private static final FlowKey FLOW = FlowKey.of(17, LOCAL, 1, IpAddress.valueOf("203.0.113.10"), 2);

    private final ReleasedPackets out = new ReleasedPackets();
    private final HeldPackets held = new HeldPackets(out);

    private static HeldPacket packet(int edge, int number, Optional<FlowKey> flow) {
        return HeldPacket.of(CAMPUS.access(edge), LOCAL, flow, ByteBuffer.wrap(new byte[] {(byte) number}));
    }

    private static NodeState at(int edge) {
        return NodeState.attached(Binding.builder()
                .node(MobileNodeId.of(MacAddress.valueOf("02:00:00:00:00:0a"))).addresses(List.of(LOCAL))
                .home(AnchorId.of("edge1")).attachments(List.of(Attachment.of(1, AnchorId.of("edge" + edge),
                        CAMPUS.access(edge), Locator.of(edge, 20), 1, Trigger.ARP)))
                .lastSeen(1).absentSince(Optional.empty()).build());
    }

    @Test
    void theyArePassedOnInTheirOrder() {
        for (int i = 1; i <= 5; i++) {
            held.hold(packet(1, i, Optional.empty()));
        }
        assertEquals(3, held.release(3, at(1), packet -> false));
        assertEquals(2, held.release(9, at(1), packet -> false));
        assertEquals(List.of(1, 2, 3, 4, 5), out.numbers());
        assertEquals(0, held.size());
    }

    @Test
    void theyArePassedOnWhereTheNodeIsByThen() {
        NodeState before = at(1);
        Attachment next = Attachment.of(2, AnchorId.of("edge2"), CAMPUS.access(2), Locator.of(2, 20), 1, Trigger.ARP);
        NodeState moved = before.with(before.binding().toBuilder()
                .attachments(List.of(before.binding().current(), next)).build());
        held.hold(packet(1, 1, Optional.empty()));
        held.hold(packet(2, 2, Optional.empty()));
        assertEquals(2, held.release(2, moved, packet -> false));
        assertEquals(List.of(CAMPUS.access(2), CAMPUS.access(2)),
                List.of(out.packets().get(0).port(), out.packets().get(1).port()));
    }

    @Test
    void whatNothingWillLetThroughIsDropped() {
        held.hold(packet(2, 1, Optional.empty()));
        held.hold(packet(1, 2, Optional.of(FLOW)));
        held.hold(packet(1, 3, Optional.empty()));
        assertEquals(1, held.release(3, at(1), packet -> false));
        assertEquals(List.of(3), out.numbers());
        assertEquals(0, held.size());
    }

    @Test
    void whatWaitsForRulesToComeStaysInItsOrder() {
        held.hold(packet(1, 1, Optional.of(FLOW)));
        held.hold(packet(1, 2, Optional.empty()));
        held.hold(packet(1, 3, Optional.of(FLOW)));
        held.hold(packet(1, 4, Optional.empty()));
        assertEquals(1, held.release(3, at(1), packet -> packet.flow().isPresent()));
        assertEquals(List.of(2), out.numbers());
        assertEquals(3, held.size());
        held.release(3, at(1), packet -> packet.flow().isPresent());
        assertEquals(List.of(2, 4), out.numbers());
        assertEquals(2, held.size());
    }

    @Test
    void theOldestGoesWhenThereAreTooMany() {
        for (int i = 0; i < HeldPackets.MAX + 3; i++) {
            held.hold(packet(1, i % 100, Optional.empty()));
        }
        assertEquals(HeldPackets.MAX, held.size());
        held.release(1, at(1), packet -> false);
        assertEquals(List.of(3), out.numbers());
    }

    @Test
    void whereTheyCameInIsKnown() {
        assertFalse(held.isFrom(CAMPUS.edge(1)));
        held.hold(packet(1, 1, Optional.empty()));
        assertTrue(held.isFrom(CAMPUS.edge(1)));
        assertFalse(held.isFrom(CAMPUS.edge(2)));
        held.clear();
        assertFalse(held.isFrom(CAMPUS.edge(1)));
    }
}
