/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onosdmm.api.MobileNodeId;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/**
 * Leaves the processor to what is urgent, but not for long: on a small machine the other work of a handover would keep
 * the threads waiting that carry its first rules. What can wait is done in the order in which it came, on the node's
 * thread, once the urgent has been answered or has had its time.
 */
final class HeadStart {

    /** Switches answer within a few ms; one that does not holds nothing up. */
    private static final Duration LONGEST = Duration.ofMillis(5);

    private final MobileNodeId node;
    private final EngineClock clock;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    /** The answer that is waited for; null if none is. */
    private CompletableFuture<?> urgent;

    HeadStart(MobileNodeId node, EngineClock clock) {
        this.node = node;
        this.clock = clock;
    }

    /** Something urgent was sent, and whatever was urgent before no longer is. */
    void give(CompletableFuture<?> answer) {
        if (answer.isDone()) {
            urgent = null;
        } else {
            urgent = answer;
            answer.whenComplete((ok, failure) -> clock.execute(node, () -> over(answer)));
            clock.schedule(node, LONGEST, () -> over(answer));
        }
    }

    /** Does something now, or when the urgent is over; completes when it is done. */
    CompletableFuture<Void> afterwards(Runnable task) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        waiting.add(() -> {
            task.run();
            done.complete(null);
        });
        if (urgent == null) {
            work();
        }
        return done;
    }

    private void over(CompletableFuture<?> answer) {
        if (urgent == answer) {
            urgent = null;
            work();
        }
    }

    /** A task that fails does not take the others with it. */
    private void work() {
        try {
            while (urgent == null && !waiting.isEmpty()) {
                waiting.poll().run();
            }
        } finally {
            if (urgent == null && !waiting.isEmpty()) {
                clock.execute(node, this::work);
            }
        }
    }
}
