/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.mobility;

import org.junit.jupiter.api.Test;
import org.onosdmm.api.Binding;
import org.onosdmm.api.Locator;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.model.NodeState;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onosdmm.core.mobility.Samples.access;

/**
 * A node that moves and forgers elsewhere; claims, questions and answers get lost, late and out of order by lot. A
 * failure names its seed; {@code -Ddmm.seed=N} plays one again, {@code -Ddmm.rounds=N} takes more of them.
 */
class ClaimsByLotTest {
    private static final int ROUNDS = Integer.getInteger("dmm.rounds", 60) * 5;
    private static final long PROBE = 1_000;
    private static final int EDGES = 4;
    /** What a failure shows of what was judged last. */
    private static final int TRACE = 100;

    /** A world in which it is known where the node is. */
    private static final class World {
        private final Random random;
        private final MobilityStep step;
        private final PriorityQueue<Map.Entry<Long, Runnable>> events =
                new PriorityQueue<>(Comparator.comparingLong((Map.Entry<Long, Runnable> e) -> e.getKey()));
        private final Map<Integer, Boolean> forgers = new HashMap<>();
        private long now = 100_000;
        private int node = 1;
        private int late;
        private double loss;
        private Trust trust = Trust.FULL;
        private NodeState state = Samples.walked(1);
        private long alarm;
        private int questions;
        private long diverted;
        private final Deque<Object[]> trace = new ArrayDeque<>();

        World(long seed) {
            random = new Random(seed);
            AtomicLong number = new AtomicLong(200);
            step = new MobilityStep(Samples.DOMAIN, edge -> Locator.of(edge.number(),
                    (int) number.incrementAndGet()), (address, trigger) -> true);
        }

        void after(long millis, Runnable event) {
            events.add(Map.entry(now + millis, event));
        }

        /** What is sent from an edge is heard later. */
        void sent(Trigger trigger, int edge) {
            if (random.nextDouble() >= loss) {
                after(1 + random.nextInt(1 + late), () -> take(trust.heard(Optional.of(state.binding()),
                        Samples.sign(trigger, access(edge), now), now, PROBE)));
            }
        }

        void goTo(int edge) {
            node = edge;
            after(1, () -> sent(Trigger.ARP, edge));
        }

        private void take(Judgement judgement) {
            trace.addLast(new Object[] {now, " node ", node, " at ", place(), " ", judgement});
            if (trace.size() > TRACE) {
                trace.removeFirst();
            }
            trust = judgement.trust();
            judgement.ask().forEach(place -> {
                questions++;
                int edge = Samples.DOMAIN.anchorAt(place.deviceId()).get().number();
                after(1 + random.nextInt(3), () -> asked(edge));
            });
            judgement.believed().ifPresent(evidence -> {
                Binding before = state.binding();
                state = step.apply(Optional.of(state), evidence).get();
                if (state.binding().sequence() != before.sequence()) {
                    long sequence = state.binding().sequence();
                    after(3 + random.nextInt(1 + late), () -> switched(sequence));
                }
            });
            trust.next().ifPresent(time -> {
                if (time != alarm) {
                    alarm = time;
                    after(Math.max(0, time - now), () -> take(trust.passed(state.binding(), now, PROBE)));
                }
            });
        }

        String trace() {
            return trace.stream().map(parts -> Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining()))
                    .collect(Collectors.joining("\n"));
        }

        private void switched(long sequence) {
            if (sequence == state.binding().sequence()) {
                take(trust.moved(state.binding(), now, PROBE));
                after(1_500, () -> {
                    if (sequence == state.binding().sequence()) {
                        state = Handovers.cleaned(state, sequence - 1);
                    }
                });
            }
        }

        private void asked(int edge) {
            if (edge == node || forgers.getOrDefault(edge, false)) {
                sent(Trigger.PROBE_REPLY, edge);
            }
        }

        void run(long millis) {
            long end = now + millis;
            while (!events.isEmpty() && events.peek().getKey() <= end) {
                Map.Entry<Long, Runnable> next = events.remove();
                diverted += place() == node ? 0 : next.getKey() - now;
                now = Math.max(now, next.getKey());
                next.getValue().run();
            }
            diverted += place() == node ? 0 : end - now;
            now = end;
        }

        int place() {
            return Samples.DOMAIN.anchorAt(state.binding().current().poa().deviceId()).get().number();
        }

        /** At this edge somebody claims to be the node, again and again, and answers or not. */
        void forge(int edge, boolean answers, long millis) {
            forgers.put(edge, answers);
            long end = now + millis;
            after(0, new Runnable() {
                @Override
                public void run() {
                    sent(Trigger.ARP, edge);
                    if (now < end) {
                        after(1 + random.nextInt(20), this);
                    } else {
                        forgers.remove(edge);
                    }
                }
            });
        }
    }

    private interface Play {
        void of(World world, String name);
    }

    private static void byLot(String what, Play play) {
        Long only = Long.getLong("dmm.seed");
        long first = only == null ? 1 : only;
        long last = only == null ? ROUNDS : only;
        for (long seed = first; seed <= last; seed++) {
            play.of(new World(seed), what + ", seed " + seed);
        }
        System.out.println(what + ": seeds " + first + " to " + last + " end well");
    }

    private static int other(World world) {
        return 1 + (world.node + world.random.nextInt(EDGES - 1)) % EDGES;
    }

    @Test
    void aNodeThatGoesToAndFroFasterThanItIsAskedIsSoonBelieved() {
        byLot("to and fro", (world, name) -> {
            world.late = world.random.nextInt(60);
            int period = 1 + world.random.nextInt(40);
            int moves = 2 + world.random.nextInt(60);
            for (int i = 0; i < moves; i++) {
                world.goTo(other(world));
                world.run(1 + world.random.nextInt(period));
            }
            world.run(100);
            world.goTo(other(world));
            world.run(1_500);
            assertEquals(world.node, world.place(), () -> name + " after 1.5 s:\n" + world.trace());
            world.run(20_000);
            assertEquals(world.node, world.place(), name);
            int before = world.questions;
            world.run(20_000);
            assertEquals(before, world.questions, name + ": it is over");
        });
    }

    @Test
    void aNodeWhoseAnswersGetLostIsBelievedAsLongAsItSpeaks() {
        byLot("lossy", (world, name) -> {
            world.late = world.random.nextInt(60);
            world.loss = 0.3;
            for (int i = 0; i < 30; i++) {
                world.goTo(other(world));
                world.run(1 + world.random.nextInt(40));
            }
            for (int i = 0; i < 100; i++) {
                world.sent(Trigger.DATA_PACKET, world.node);
                world.run(50);
            }
            assertEquals(world.node, world.place(), name);
        });
    }

    @Test
    void forgersDivertPacketsOnceEach() {
        byLot("forged", (world, name) -> {
            world.late = world.random.nextInt(60);
            int forgers = 1 + world.random.nextInt(3);
            for (int edge = 2; edge <= 1 + forgers; edge++) {
                world.forge(edge, world.random.nextBoolean(), 60_000);
                world.run(world.random.nextInt(300));
            }
            world.run(60_000);
            int most = (Trust.BURST + 62) * (forgers + 1) + 40 * forgers;
            assertTrue(world.questions <= most, name + ": " + world.questions + " questions");
            assertTrue(world.diverted <= 400L * forgers, name + ": diverted for " + world.diverted + " ms");
            world.run(10_000);
            assertEquals(1, world.place(), name);
        });
    }

    @Test
    void aNodeMovesFreelyWhileItIsForgedElsewhere() {
        byLot("moving beside a forger", (world, name) -> {
            world.late = world.random.nextInt(30);
            world.forge(2, world.random.nextBoolean(), 20_000);
            world.run(5_000);
            world.goTo(3);
            world.run(1_000);
            assertEquals(3, world.place(), name);
            world.goTo(4);
            world.run(1_000);
            assertEquals(4, world.place(), name);
            world.run(20_000);
            assertEquals(4, world.place(), name);
        });
    }
}
