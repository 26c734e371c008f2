/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.emulation;

import org.onosdmm.core.engine.EngineClock;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * Time that passes only when a test lets it pass, and one thread for all. With a random source, tasks of different keys
 * run interleaved and a little late, those of one key still in their order: as on a pool of threads.
 */
public final class VirtualClock implements EngineClock {

    private static final long START = 1_800_000_000_000_000L;
    private static final int MOST_TASKS = 3_000_000;
    private static final int MOST_JITTER = 300;

    private final PriorityQueue<Task> due = new PriorityQueue<>();
    private final Map<Object, Long> latest = new HashMap<>();
    private Random random;
    private long now = START;
    private long count;

    /** From now on tasks are late and interleaved as this random source says. */
    public void disturb(Random source) {
        random = source;
    }

    @Override
    public long micros() {
        return now;
    }

    @Override
    public void execute(Object key, Runnable task) {
        if (random == null) {
            at(now, task);
        } else {
            long time = Math.max(now + random.nextInt(MOST_JITTER), latest.getOrDefault(key, 0L));
            latest.put(key, time);
            at(time, task);
        }
    }

    @Override
    public void schedule(Object key, Duration delay, Runnable task) {
        at(now + delay.toNanos() / 1000, () -> execute(key, task));
    }

    /** Runs a task later. */
    public void after(long micros, Runnable task) {
        at(now + micros, task);
    }

    /** Runs a task at a time; tasks of one time run in the order in which they came. */
    public void at(long micros, Runnable task) {
        due.add(new Task(Math.max(now, micros), count++, task));
    }

    /** Lets time pass. */
    public void run(Duration time) {
        long until = now + time.toNanos() / 1000;
        int tasks = 0;
        while (!due.isEmpty() && due.peek().time <= until) {
            Task next = due.remove();
            now = next.time;
            next.action.run();
            if (++tasks > MOST_TASKS) {
                throw new AssertionError("no end of tasks in " + time);
            }
        }
        now = until;
    }

    private static final class Task implements Comparable<Task> {
        private final long time;
        private final long number;
        private final Runnable action;

        Task(long time, long number, Runnable action) {
            this.time = time;
            this.number = number;
            this.action = action;
        }

        @Override
        public int compareTo(Task other) {
            return time != other.time ? Long.compare(time, other.time) : Long.compare(number, other.number);
        }
    }
}
