/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.junit.jupiter.api.Test;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.Locator;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.emulation.VirtualClock;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Packets that are bounced to a place before the switch there delivers. */
class EarlyPacketsTest {
    private static final Topology CAMPUS = Topology.campus();
    private static final Locator HERE = Locator.of(2, 20);
    private static final Locator ELSEWHERE = Locator.of(2, 21);

    private final ReleasedPackets out = new ReleasedPackets();
    private final VirtualClock clock = new VirtualClock();
    private final EarlyPackets early = new EarlyPackets(out, clock);

    private void pass(long time) {
        clock.run(Duration.ofMillis(time));
    }

    private void hold(Locator place, int number) {
        early.hold(place, HeldPacket.of(CAMPUS.fabric(2, 1), IpAddress.valueOf("10.1.0.10"), Optional.empty(),
                ByteBuffer.wrap(new byte[] {(byte) number})));
    }

    @Test
    void theyWaitUntilThePlaceDelivers() {
        early.await(HERE);
        hold(HERE, 1);
        hold(HERE, 2);
        assertEquals(List.of(), out.numbers());
        early.delivers(HERE);
        assertEquals(List.of(1, 2), out.numbers());
    }

    @Test
    void thoseForAnyOtherPlaceAreDropped() {
        hold(HERE, 1);
        early.await(HERE);
        hold(ELSEWHERE, 2);
        early.delivers(ELSEWHERE);
        hold(ELSEWHERE, 3);
        early.delivers(HERE);
        assertEquals(List.of(), out.numbers());
    }

    @Test
    void oneThatWasUnderWayWhenThePlaceBeganToDeliverIsPassedOnAndNoneLongAfter() {
        early.await(HERE);
        early.delivers(HERE);
        pass(EarlyPackets.LATE);
        hold(HERE, 1);
        pass(1);
        hold(HERE, 2);
        early.delivers(HERE);
        hold(HERE, 3);
        assertEquals(List.of(1), out.numbers(), "they would only come back");
    }

    @Test
    void thoseForAPlaceThatTheNodeHasLeftInTheMeantimeWaitUntilItBounces() {
        early.await(HERE);
        hold(HERE, 1);
        early.await(ELSEWHERE);
        hold(ELSEWHERE, 2);
        hold(HERE, 3);
        early.delivers(HERE);
        assertEquals(List.of(), out.numbers(), "the node is not there");
        early.delivers(ELSEWHERE);
        assertEquals(List.of(2), out.numbers());
        early.bounces();
        pass(EarlyPackets.LATE);
        hold(HERE, 4);
        pass(1);
        hold(HERE, 5);
        assertEquals(List.of(2, 1, 3, 4), out.numbers());
    }

    @Test
    void thatThePlacesBeforeBounceSaysNothingOfThePresentOne() {
        early.await(HERE);
        early.await(ELSEWHERE);
        hold(ELSEWHERE, 1);
        early.bounces();
        assertEquals(List.of(), out.numbers());
        early.delivers(ELSEWHERE);
        assertEquals(List.of(1), out.numbers());
    }

    @Test
    void theOldestGoesWhenThereAreTooMany() {
        early.await(HERE);
        for (int i = 0; i < EarlyPackets.MAX + 3; i++) {
            hold(HERE, i % 100);
        }
        early.delivers(HERE);
        assertEquals(EarlyPackets.MAX, out.numbers().size());
        assertEquals(3, out.numbers().get(0));
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
        assertEquals(Collections.nCopies(EarlyPackets.PLACES - 1, 2), out.numbers(),
                "of all but the first and the last");
    }
}
