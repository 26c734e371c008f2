/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.junit.jupiter.api.Test;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.core.emulation.VirtualClock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What can wait for what is urgent. */
class HeadStartTest {

    private final VirtualClock clock = new VirtualClock();
    private final HeadStart headStart = new HeadStart(MobileNodeId.of(MacAddress.valueOf("02:00:00:00:00:0a")), clock);
    private final List<String> done = new ArrayList<>();

    private CompletableFuture<Void> afterwards(String name) {
        return headStart.afterwards(() -> done.add(name));
    }

    private void pass(long micros) {
        clock.run(Duration.ofNanos(micros * 1_000));
    }

    @Test
    void withNothingUrgentItIsDoneAtOnce() {
        assertTrue(afterwards("a").isDone());
        headStart.give(CompletableFuture.completedFuture(null));
        assertTrue(afterwards("b").isDone());
        assertEquals(List.of("a", "b"), done);
    }

    @Test
    void itWaitsForTheAnswerInTheOrderInWhichItCame() {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        headStart.give(answer);
        CompletableFuture<Void> first = afterwards("a");
        afterwards("b");
        pass(1_000);
        assertFalse(first.isDone());
        answer.complete(null);
        pass(0);
        assertEquals(List.of("a", "b"), done);
        assertTrue(first.isDone());
    }

    @Test
    void aRefusalIsAnAnswer() {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        headStart.give(answer);
        afterwards("a");
        answer.completeExceptionally(new IllegalStateException("table full"));
        pass(0);
        assertEquals(List.of("a"), done);
    }

    @Test
    void aSwitchThatDoesNotAnswerHoldsNothingUpForLong() {
        headStart.give(new CompletableFuture<>());
        afterwards("a");
        pass(4_999);
        assertEquals(List.of(), done);
        pass(1);
        assertEquals(List.of("a"), done);
        assertTrue(afterwards("b").isDone());
    }

    @Test
    void whatIsMoreUrgentIsWaitedForInstead() {
        CompletableFuture<Void> former = new CompletableFuture<>();
        CompletableFuture<Void> latter = new CompletableFuture<>();
        headStart.give(former);
        afterwards("a");
        pass(3_000);
        headStart.give(latter);
        afterwards("b");
        former.complete(null);
        pass(3_000);
        assertEquals(List.of(), done);
        latter.complete(null);
        pass(0);
        assertEquals(List.of("a", "b"), done);
    }

    @Test
    void whatBecomesUrgentMeanwhileStopsTheRest() {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        CompletableFuture<Void> next = new CompletableFuture<>();
        headStart.give(answer);
        headStart.afterwards(() -> headStart.give(next));
        afterwards("a");
        answer.complete(null);
        pass(0);
        assertEquals(List.of(), done);
        next.complete(null);
        pass(0);
        assertEquals(List.of("a"), done);
    }

    @Test
    void whatFailsDoesNotTakeTheOthersWithIt() {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        headStart.give(answer);
        headStart.afterwards(() -> {
            throw new IllegalStateException("a listener's mistake");
        });
        afterwards("b");
        answer.complete(null);
        assertThrows(IllegalStateException.class, () -> pass(0));
        pass(0);
        assertEquals(List.of("b"), done);
    }
}
