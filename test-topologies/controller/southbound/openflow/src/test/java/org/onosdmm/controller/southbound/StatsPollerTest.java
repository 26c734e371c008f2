/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onosproject.openflow.controller.RoleState;
import org.projectfloodlight.openflow.protocol.OFEchoRequest;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class StatsPollerTest {

    private final FakeSwitch sw = new FakeSwitch(1);
    private final StatsPoller poller = new StatsPoller("test", asked -> asked.factory().echoRequest(new byte[0]));

    @AfterEach
    void stop() {
        poller.shutdown();
    }

    @Test
    void masterAsks() {
        poller.poll(sw);
        assertEquals(1, sw.sent(OFEchoRequest.class).size());
    }

    @Test
    void othersDoNot() {
        sw.role = RoleState.EQUAL;
        poller.poll(sw);
        sw.role = RoleState.SLAVE;
        poller.poll(sw);
        assertTrue(sw.sent.isEmpty());
    }

    @Test
    void lostSwitchIsNotAsked() {
        sw.connected = false;
        poller.poll(sw);
        assertTrue(sw.sent.isEmpty());
    }

    @Test
    void aPollThatFailsIsNotTheLast() {
        StatsPoller failing = new StatsPoller("failing", asked -> {
            throw new IllegalStateException("on purpose");
        });
        failing.poll(sw); // does not throw
        failing.shutdown();
    }

    @Test
    void aSwitchWhoseAnswerWaitsIsNotAskedAgainUntilPatienceIsOver() {
        long[] now = {0};
        StatsPoller patient = new StatsPoller("patient", asked -> asked.factory().echoRequest(new byte[0]),
                Duration.ofSeconds(60), () -> now[0]);
        patient.poll(sw);
        patient.poll(sw);
        assertEquals(1, sw.sent.size());
        patient.answered(sw.getDpid());
        patient.poll(sw);
        assertEquals(2, sw.sent.size());
        now[0] = TimeUnit.SECONDS.toNanos(60);
        patient.poll(sw);
        assertEquals(3, sw.sent.size(), "the answer may have been lost");
        patient.shutdown();
    }

    @Test
    void firstPollComesWithinTwoSecondsAndStopsWhenTold() throws InterruptedException {
        poller.start(sw.getDpid(), sw);
        for (int i = 0; i < 40 && sw.sent.isEmpty(); i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertEquals(1, sw.sent.size());
        poller.stop(sw.getDpid(), dpid -> null);
        poller.stop(sw.getDpid(), dpid -> null); // twice is no harm
        assertFalse(poller.isPolled(sw.getDpid()));
    }

    @Test
    void theEndOfAnEarlierConnectionThatIsToldLateDoesNotStopTheNewOne() {
        FakeSwitch next = new FakeSwitch(1);
        poller.start(sw.getDpid(), sw);
        poller.start(next.getDpid(), next);
        poller.stop(sw.getDpid(), dpid -> next);
        assertTrue(poller.isPolled(next.getDpid()));
        poller.stop(next.getDpid(), dpid -> null);
        assertFalse(poller.isPolled(next.getDpid()));
    }
}
