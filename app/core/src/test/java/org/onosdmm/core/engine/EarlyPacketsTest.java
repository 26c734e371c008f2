/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.junit.jupiter.api.Test;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.Locator;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.core.emulation.Topology;
import org.onosproject.net.ConnectPoint;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Packets that are bounced to a place before the switch there delivers. */
class EarlyPacketsTest {
    private static final Topology CAMPUS = Topology.campus();
    private static final Locator HERE = Locator.of(2, 20);
    private static final Locator ELSEWHERE = Locator.of(2, 21);

    private final List<Integer> released = new ArrayList<>();
    private long now = 1_000;
    private final EarlyPackets early = new EarlyPackets(new PacketPort() {
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
    });

    private void hold(Locator place, int number) {
        early.hold(place, HeldPacket.of(CAMPUS.fabric(2, 1), IpAddress.valueOf("10.1.0.10"), Optional.empty(),
                ByteBuffer.wrap(new byte[] {(byte) number})));
    }

    @Test
    void theyWaitUntilThePlaceDelivers() {
        early.await(HERE);
        hold(HERE, 1);
        hold(HERE, 2);
        assertEquals(List.of(), released);
        early.delivers(HERE);
        assertEquals(List.of(1, 2), released);
    }

    @Test
    void thoseForAnyOtherPlaceAreDropped() {
        hold(HERE, 1);
        early.await(HERE);
        hold(ELSEWHERE, 2);
        early.delivers(ELSEWHERE);
        hold(ELSEWHERE, 3);
        early.delivers(HERE);
        assertEquals(List.of(), released);
    }

    @Test
    void oneThatWasUnderWayWhenThePlaceBeganToDeliverIsPassedOnAndNoneLongAfter() {
        early.await(HERE);
        early.delivers(HERE);
        now += EarlyPackets.LATE;
        hold(HERE, 1);
        now++;
        hold(HERE, 2);
        early.delivers(HERE);
        hold(HERE, 3);
        assertEquals(List.of(1), released, "they would only come back");
    }

    @Test
    void thoseForAPlaceThatTheNodeHasLeftInTheMeantimeWaitUntilItBounces() {
        early.await(HERE);
        hold(HERE, 1);
        early.await(ELSEWHERE);
        hold(ELSEWHERE, 2);
        hold(HERE, 3);
        early.delivers(HERE);
        assertEquals(List.of(), released, "the node is not there");
        early.delivers(ELSEWHERE);
        assertEquals(List.of(2), released);
        early.bounces();
        now += EarlyPackets.LATE;
        hold(HERE, 4);
        now++;
        hold(HERE, 5);
        assertEquals(List.of(2, 1, 3, 4), released);
    }

    @Test
    void thatThePlacesBeforeBounceSaysNothingOfThePresentOne() {
        early.await(HERE);
        early.await(ELSEWHERE);
        hold(ELSEWHERE, 1);
        early.bounces();
        assertEquals(List.of(), released);
        early.delivers(ELSEWHERE);
        assertEquals(List.of(1), released);
    }

    @Test
    void theOldestGoesWhenThereAreTooMany() {
        early.await(HERE);
        for (int i = 0; i < EarlyPackets.MAX + 3; i++) {
            hold(HERE, i % 100);
        }
        early.delivers(HERE);
        assertEquals(EarlyPackets.MAX, released.size());
        assertEquals(3, released.get(0));
    }

    @Test
    void soDoesTheOldestPlaceWithItsPackets() {
        early.await(HERE);
        hold(HERE, 1);
        for (int i = 0; i < EarlyPackets.PLACES; i++) {
            early.await(Locator.of(3, i));
            hold(Locator.of(3, i), 2);
        }
        early.bounces();
        assertEquals(Collections.nCopies(EarlyPackets.PLACES - 1, 2), released, "of all but the first and the last");
    }
}
