/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import java.time.Duration;

/**
 * Time and threads, so that tests can hold both.
 */
public interface EngineClock {

    /** The time, us since the epoch. */
    long micros();

    /** The time, ms since the epoch. */
    default long millis() {
        return micros() / 1000;
    }

    /** Runs a task: tasks of one key (a node, a switch) run one after the other, in the order of their submission. */
    void execute(Object key, Runnable task);

    /** Runs a task of a key later. */
    void schedule(Object key, Duration delay, Runnable task);
}
