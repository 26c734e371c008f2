/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.gui;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** An executor whose tasks run at once, on the caller's thread, and whose time passes when a test says so. */
final class ByHand extends ScheduledThreadPoolExecutor {

    private final List<Runnable> repeated = new ArrayList<>();
    private long period;

    ByHand() {
        super(0);
    }

    /** The repeated tasks run once more. */
    void tick() {
        repeated.forEach(Runnable::run);
    }

    /** Time between two runs, ms. */
    long period() {
        return period;
    }

    @Override
    public void execute(Runnable task) {
        if (isShutdown()) {
            throw new RejectedExecutionException();
        }
        task.run();
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long first, long delay, TimeUnit unit) {
        repeated.add(task);
        period = unit.toMillis(delay);
        return null;
    }
}
