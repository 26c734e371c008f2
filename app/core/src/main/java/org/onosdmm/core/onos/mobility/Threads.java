/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import org.onlab.util.PredictableExecutor;
import org.onosdmm.core.engine.EngineClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import static org.onlab.util.Tools.groupedThreads;

/**
 * Time and threads of a controller: tasks of one key run on one thread, by the key's hash.
 */
final class Threads implements EngineClock {

    private static final int WORKERS = 8;

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final PredictableExecutor workers =
            new PredictableExecutor(WORKERS, groupedThreads("onos/dmm", "node-%d", log));
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(groupedThreads("onos/dmm", "timer", log));

    @Override
    public long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    @Override
    public void execute(Object key, Runnable task) {
        try {
            workers.execute(() -> guarded(task), key.hashCode());
        } catch (RejectedExecutionException e) {
            log.debug("Stopped: {}", e.getMessage());
        }
    }

    @Override
    public void schedule(Object key, Duration delay, Runnable task) {
        if (!timer.isShutdown()) {
            timer.schedule(() -> execute(key, task), delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Runs a task again and again, on the timer's own thread. */
    void repeat(Duration period, Runnable task) {
        timer.scheduleWithFixedDelay(() -> guarded(task), period.toMillis(), period.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    void stop() {
        timer.shutdownNow();
        workers.shutdownNow();
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            if (timer.isShutdown()) {
                log.debug("A task was interrupted by the stop", e);
            } else {
                log.error("A task failed", e);
            }
        }
    }
}
