/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.junit.jupiter.api.Test;
import org.onlab.packet.IpAddress;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.emulation.VirtualClock;
import org.onosproject.net.ConnectPoint;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What is kept for a node that is away, and what of it is passed on. */
class RescueBufferTest {
    private static final ConnectPoint FABRIC = Topology.campus().fabric(2, 1);

    private final ReleasedPackets out = new ReleasedPackets();
    private final VirtualClock clock = new VirtualClock();
    private final RescueBuffer buffer = new RescueBuffer(out, clock, new RescueBuffer.Total());

    private void pass(long time) {
        clock.run(Duration.ofMillis(time));
    }

    private void keep(int number, boolean copied) {
        buffer.keep(HeldPacket.of(FABRIC, IpAddress.valueOf("10.1.0.10"), Optional.empty(),
                ByteBuffer.wrap(new byte[] {(byte) number})), copied);
    }

    @Test
    void copiesAreOwedFromTheTimeOnAtWhichTheNodeWasAway() {
        keep(1, true);
        pass(100);
        keep(2, true);
        buffer.away(clock.millis());
        keep(3, true);
        keep(4, false);
        assertEquals(3, buffer.release());
        assertEquals(List.of(2, 3, 4), out.numbers(), "in their order");
        assertEquals(0, buffer.release());
    }

    @Test
    void copiesAreNotOwedAnyMoreOnceTheNodeIsBack() {
        buffer.away(clock.millis());
        keep(1, true);
        pass(50);
        buffer.back();
        pass(50);
        keep(2, true);
        assertEquals(1, buffer.release());
        assertEquals(List.of(1), out.numbers(), "the other one has found it");
    }

    @Test
    void whatWasShownBeforeTheNodeWasBackIsOwedThoughItComesLateAndNothingLongAfter() {
        buffer.away(clock.millis());
        buffer.back();
        pass(RescueBuffer.LATE);
        keep(1, false);
        buffer.back();
        buffer.release();
        pass(1);
        keep(2, false);
        buffer.release();
        assertEquals(List.of(1), out.numbers(), "a rule that stays would show the other one again and again");
    }

    @Test
    void nothingIsOwedToWhoWasNeverAway() {
        keep(1, true);
        keep(2, false);
        assertEquals(0, buffer.release());
    }
}
