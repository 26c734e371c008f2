/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.Attachment;
import org.onosdmm.api.Handover;
import org.onosdmm.api.HandoverPhase;
import org.onosdmm.api.Locator;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.Trigger;
import org.onosproject.net.ConnectPoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

/** The log of the last handovers. */
class HandoverLogTest {

    private final HandoverLog log = new HandoverLog();

    private HandoverLog.Entry add(int sequence) {
        Attachment at = Attachment.of(sequence, AnchorId.of("edge1"),
                ConnectPoint.deviceConnectPoint("of:0000000000000001/" + sequence), Locator.of(1, 16 + sequence), 0,
                Trigger.ARP);
        return log.add(Handover.detected(MobileNodeId.parse("00:00:00:00:01:10"), at, at, sequence).build());
    }

    @Test
    void itIsTheSameListWhileNothingChanges() {
        assertSame(log.handovers(), log.handovers());
        HandoverLog.Entry first = add(1);
        HandoverLog.Entry second = add(2);
        ImmutableList<Handover> both = log.handovers();
        assertEquals(ImmutableList.of(first.handover(), second.handover()), both);
        assertSame(both, log.handovers());
        first.switched(5);
        ImmutableList<Handover> further = log.handovers();
        assertNotSame(both, further);
        assertEquals(HandoverPhase.SWITCHED, further.get(0).phase());
        assertSame(both.get(1), further.get(1));
        assertSame(further, log.handovers());
    }

    @Test
    void theOldestLeavesItAndThatIsAChange() {
        for (int i = 1; i <= 1_000; i++) {
            add(i);
        }
        ImmutableList<Handover> full = log.handovers();
        add(1_001);
        assertEquals(1_000, log.handovers().size());
        assertEquals(full.get(1), log.handovers().get(0));
        assertSame(log.handovers(), log.handovers());
    }
}
