/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.junit.jupiter.api.Test;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.core.emulation.Topology;
import org.onosproject.net.ConnectPoint;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What is kept for a node that is away, and what of it is passed on. */
class RescueBufferTest {
    private static final ConnectPoint FABRIC = Topology.campus().fabric(2, 1);

    private final List<Integer> released = new ArrayList<>();
    private long now = 1_000;
    private final RescueBuffer buffer = new RescueBuffer(new PacketPort() {
        @Override
        public void release(HeldPacket packet) {
            released.add((int) packet.frame().get(0));
        }

        @Override
        public void hand(HeldPacket packet, MobileNodeId node, ConnectPoint port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void probe(MobileNodeId node, IpAddress address, ConnectPoint place) {
            throw new UnsupportedOperationException();
        }
    }, new EngineClock() {
        @Override
        public long micros() {
            return now * 1_000;
        }

        @Override
        public void execute(Object key, Runnable task) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void schedule(Object key, Duration delay, Runnable task) {
            throw new UnsupportedOperationException();
        }
    }, new RescueBuffer.Total());

    private void keep(int number, boolean copied) {
        buffer.keep(HeldPacket.of(FABRIC, IpAddress.valueOf("10.1.0.10"), Optional.empty(),
                ByteBuffer.wrap(new byte[] {(byte) number})), copied);
    }

    @Test
    void copiesAreOwedFromTheTimeOnAtWhichTheNodeWasAway() {
        keep(1, true);
        now += 100;
        keep(2, true);
        buffer.away(now);
        keep(3, true);
        keep(4, false);
        assertEquals(3, buffer.release());
        assertEquals(List.of(2, 3, 4), released, "in their order");
        assertEquals(0, buffer.release());
    }

    @Test
    void copiesAreNotOwedAnyMoreOnceTheNodeIsBack() {
        buffer.away(now);
        keep(1, true);
        now += 50;
        buffer.back();
        now += 50;
        keep(2, true);
        assertEquals(1, buffer.release());
        assertEquals(List.of(1), released, "the other one has found it");
    }

    @Test
    void whatWasShownBeforeTheNodeWasBackIsOwedThoughItComesLateAndNothingLongAfter() {
        buffer.away(now);
        buffer.back();
        now += RescueBuffer.LATE;
        keep(1, false);
        buffer.back();
        buffer.release();
        now++;
        keep(2, false);
        buffer.release();
        assertEquals(List.of(1), released, "a rule that stays would show the other one again and again");
    }

    @Test
    void nothingIsOwedToWhoWasNeverAway() {
        keep(1, true);
        keep(2, false);
        assertEquals(0, buffer.release());
    }
}
