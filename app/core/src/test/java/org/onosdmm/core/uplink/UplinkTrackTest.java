/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.uplink;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onosdmm.core.model.UplinkTrouble;
import org.onosdmm.core.model.UplinkTrouble.Cause;

import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** One uplink over time; questions every second, packets by another uplink for one second more. */
class UplinkTrackTest {
    private static final long PERIOD = 1_000;
    private static final long LINGER = 1_000;

    private long now = 100_000;
    private UplinkTrack track = UplinkTrack.begin(now);
    private boolean switchUp = true;
    private boolean portUp = true;
    private boolean answering = true;

    private void look() {
        track = track.observed(switchUp, portUp, now, PERIOD, LINGER);
    }

    /** A question a second, and its answer if the router is there. */
    private void pass(long seconds) {
        for (long second = 0; second < seconds; second++) {
            now += PERIOD;
            if (switchUp) {
                track = track.asked();
                look();
                if (portUp && answering) {
                    track = track.answered(now);
                }
            }
            look();
        }
    }

    private Optional<UplinkTrouble.Phase> phase() {
        return track.trouble().map(UplinkTrouble::phase);
    }

    private void assertDead(Cause cause) {
        assertEquals(Optional.of(UplinkTrouble.Phase.DEAD), phase());
        assertEquals(cause, track.trouble().get().cause());
    }

    @Test
    void anUplinkThatAnswersHasNoTrouble() {
        pass(1_000);
        assertEquals(Optional.empty(), track.trouble());
    }

    @ParameterizedTest
    @CsvSource({"true, true, ROUTER_SILENT", "true, false, PORT_DOWN", "false, true, SWITCH_DOWN"})
    void atTheStartAnUplinkIsGivenTime(boolean connected, boolean up, Cause cause) {
        switchUp = connected;
        portUp = up;
        answering = false;
        pass(9);
        assertEquals(Optional.empty(), track.trouble());
        pass(1);
        assertDead(cause);
    }

    @Test
    void threeQuestionsInARowHaveToGoUnanswered() {
        pass(5);
        answering = false;
        pass(2);
        answering = true;
        pass(1);
        answering = false;
        pass(3);
        assertEquals(Optional.empty(), track.trouble(), "counted anew");
        pass(1);
        assertDead(Cause.ROUTER_SILENT);
    }

    @Test
    void aPortAndASwitchThatGoDownAreNoticedAtOnce() {
        pass(5);
        portUp = false;
        look();
        assertDead(Cause.PORT_DOWN);
        assertFalse(track.trouble().get().switchGone());
        switchUp = false;
        look();
        assertDead(Cause.SWITCH_DOWN);
        switchUp = true;
        look();
        assertDead(Cause.PORT_DOWN);
        assertTrue(track.trouble().get().switchGone(), "it may have lost its rules");
    }

    @Test
    void itReturnsWithTheFirstAnswerAndIsUsedOnceItHasGoneOnAnswering() {
        pass(5);
        portUp = false;
        pass(60);
        portUp = true;
        look();
        assertDead(Cause.ROUTER_SILENT);
        pass(1);
        assertEquals(Optional.of(UplinkTrouble.Phase.RETURNING), phase());
        assertTrue(track.trouble().get().isDead());
        pass(2);
        assertEquals(Optional.of(UplinkTrouble.Phase.RETURNING), phase());
        pass(1);
        assertEquals(Optional.of(UplinkTrouble.Phase.SETTLING), phase());
        assertFalse(track.trouble().get().isDead());
        pass(1);
        assertEquals(Optional.empty(), track.trouble());
    }

    @Test
    void itHasToProveItselfFromTheBeginningIfItFailsMeanwhile() {
        pass(5);
        portUp = false;
        look();
        portUp = true;
        pass(3);
        portUp = false;
        look();
        assertDead(Cause.PORT_DOWN);
        portUp = true;
        pass(3);
        assertEquals(Optional.of(UplinkTrouble.Phase.RETURNING), phase());
        pass(1);
        assertEquals(Optional.of(UplinkTrouble.Phase.SETTLING), phase());
    }

    private long secondsUntilUsed() {
        portUp = false;
        look();
        portUp = true;
        pass(1);
        long seconds = 0;
        while (track.trouble().get().isDead()) {
            pass(1);
            seconds++;
        }
        return seconds;
    }

    @Test
    void onesThatDieAgainAndAgainHaveToProveThemselvesForLonger() {
        pass(5);
        assertEquals(3, secondsUntilUsed());
        assertEquals(6, secondsUntilUsed());
        assertEquals(12, secondsUntilUsed());
        pass(10);
        assertEquals(24, secondsUntilUsed());
        assertEquals(48, secondsUntilUsed());
        assertEquals(60, secondsUntilUsed(), "a minute at most");
        pass(62);
        assertEquals(3, secondsUntilUsed(), "it has been used for a minute");
    }

    @Test
    void whatTheSwitchWasIsForgottenOnceTheUplinkWasUsed() {
        pass(5);
        switchUp = false;
        look();
        switchUp = true;
        pass(4);
        assertTrue(track.trouble().get().switchGone());
        pass(2);
        portUp = false;
        look();
        assertFalse(track.trouble().get().switchGone());
    }
}
