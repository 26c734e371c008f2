/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.junit.jupiter.api.Test;
import org.onlab.packet.IpPrefix;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.TrafficSelector;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onosdmm.dataplane.Samples.S1;
import static org.onosdmm.dataplane.Samples.act;
import static org.onosdmm.dataplane.Samples.at;
import static org.onosdmm.dataplane.Samples.device;
import static org.onosdmm.dataplane.Samples.ipv4;
import static org.onosdmm.dataplane.Samples.match;
import static org.onosdmm.dataplane.Samples.oneSwitch;
import static org.onosdmm.dataplane.Samples.out;
import static org.onosdmm.dataplane.Samples.port;
import static org.onosdmm.dataplane.Samples.prefix;
import static org.onosdmm.dataplane.Samples.rule;
import static org.onosdmm.dataplane.Samples.tp;
import static org.onosdmm.dataplane.Samples.udp;

/** Large networks: many rules must not slow down a packet, and the index must find what a plain search finds. */
class ScaleTest {
    private static final int EDGES = 64;
    private static final int RULES = 2000;

    @Test
    void findsWhatAPlainSearchFinds() {
        Random random = new Random(3);
        for (int round = 0; round < 50; round++) {
            FlowTable table = new FlowTable();
            List<InstalledRule> rules = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                FlowRule rule = rule(S1, 0, i, randomMatch(random), out(1));
                Match compiled = MatchCompiler.compile(rule.selector());
                InstalledRule installed = new InstalledRule(rule, compiled, new Counters(), 0);
                rules.add(installed);
                table.put(installed);
            }
            while (rules.size() > 30) {
                InstalledRule gone = rules.remove(random.nextInt(rules.size()));
                table.remove(gone.match(), gone.priority());
            }
            assertEquals(30, table.size());
            for (int i = 0; i < 100; i++) {
                long[] key = randomPacket(random).headers().key(random.nextInt(3), 0);
                InstalledRule expected = rules.stream().filter(rule -> rule.match().matches(key))
                        .max((a, b) -> Integer.compare(a.priority(), b.priority())).orElse(null);
                assertSame(expected, table.lookup(key));
            }
        }
    }

    private static TrafficSelector.Builder randomMatch(Random random) {
        TrafficSelector.Builder selector = udp();
        if (random.nextBoolean()) {
            selector.matchIPDst(prefix(randomAddress(random) + "/" + (20 + random.nextInt(13))));
        }
        if (random.nextBoolean()) {
            selector.matchUdpDst(tp(random.nextInt(4)));
        }
        if (random.nextInt(4) == 0) {
            selector.matchInPort(port(random.nextInt(3)));
        }
        return selector;
    }

    private static Frame randomPacket(Random random) {
        return Packets.udp().ip("10.0.0.1", randomAddress(random)).ports(1, random.nextInt(4)).build();
    }

    private static String randomAddress(Random random) {
        return "10.0." + random.nextInt(4) + "." + random.nextInt(4);
    }

    @Test
    void carriesManyPacketsThroughManyRules() {
        DataPlane net = star();
        List<Frame> packets = new ArrayList<>();
        Random random = new Random(4);
        for (int i = 0; i < 1000; i++) {
            packets.add(Packets.udp().ip("10.99.0.1", address(random.nextInt(EDGES), random.nextInt(RULES))).build());
        }
        int delivered = 0;
        for (int i = 0; i < 50_000; i++) {
            Trace trace = net.inject(at(device(i % EDGES + 1), 1), packets.get(i % packets.size()));
            delivered += trace.deliveries().size();
        }
        assertEquals(50_000, delivered);
    }

    @Test
    void standsSeveralThreads() throws InterruptedException {
        DataPlane net = oneSwitch(2);
        List<Throwable> errors = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            int number = t;
            threads.add(new Thread(() -> {
                for (int i = 0; i < 2000; i++) {
                    FlowRule rule = rule(S1, 0, number * 2000 + i, match(), out(2));
                    net.add(rule);
                    assertTrue(net.inject(at(S1, 1), Packets.udp().build()).isDeliveredAt(at(S1, 2)));
                    net.remove(rule);
                }
            }));
        }
        threads.forEach(thread -> thread.setUncaughtExceptionHandler((failed, error) -> errors.add(error)));
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(List.of(), errors);
        assertEquals(16000, net.log().mark());
    }

    /** Each edge knows addresses of its own, exactly, and the prefixes of the others. */
    private static DataPlane star() {
        DataPlane net = new DataPlane();
        DeviceId core = device(EDGES + 1);
        for (int edge = 0; edge < EDGES; edge++) {
            DeviceId device = device(edge + 1);
            net.link(at(device, 9), at(core, edge + 1)).addPort(at(device, 1)).addPort(at(device, 2));
            net.add(rule(core, 0, 10, ipv4().matchIPDst(prefix("10." + edge + ".0.0/16")), out(edge + 1)));
            net.add(rule(device, 0, 10, match(), act().transition(1)), rule(device, 1, 1, match(), out(9)));
            for (int host = 0; host < RULES; host++) {
                net.add(rule(device, 1, 20, ipv4().matchIPDst(IpPrefix.valueOf(address(edge, host) + "/32")), out(2)));
            }
        }
        return net;
    }

    private static String address(int edge, int host) {
        return "10." + edge + "." + host / 250 + "." + host % 250;
    }
}
