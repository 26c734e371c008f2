/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onosdmm.api.Locator;
import org.onosdmm.core.compile.GeneratedNetwork.Cable;
import org.onosdmm.core.model.PathGroup;
import org.onosdmm.dataplane.Drop;
import org.onosdmm.dataplane.Trace;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Links die and nobody tells the switches: what the groups make of it. */
class ProtectionTest {

    private static final int FLOWS = 6;
    private static final int ROUNDS = 150;

    static Stream<GeneratedNetwork> networks() {
        return Stream.of(GeneratedNetwork.campus(), GeneratedNetwork.ring(6), GeneratedNetwork.meshedCore(6, 4, 2),
                GeneratedNetwork.meshedCore(5, 3, 3), GeneratedNetwork.twins(4), GeneratedNetwork.random(8, 4, 7),
                GeneratedNetwork.random(10, 8, 42), GeneratedNetwork.random(12, 14, 2026));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void inPeaceEveryEdgeReachesEveryOtherOnAShortestWay(GeneratedNetwork net) {
        net.everyPair((from, to) -> net.send(from, to, FLOWS).forEach(trace -> {
            assertTrue(net.isDelivered(trace, to), trace::toString);
            assertEquals(net.distance(from, to) + 1, trace.hops().size(), trace::toString);
        }));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void afterOneFailureEveryPairGoesOnWhereThereIsAnAlternate(GeneratedNetwork net) {
        int[] counts = new int[3];
        for (Cable dead : net.cables()) {
            net.cut(List.of(dead));
            net.everyPair((from, to) -> {
                boolean expected = net.hasAlternates(from, to, dead);
                net.send(from, to, FLOWS).forEach(trace -> {
                    mayNotStray(net, trace, to);
                    assertTrue(net.isDelivered(trace, to) || !expected, trace::toString);
                    counts[net.isDelivered(trace, to) ? 0 : 1]++;
                });
                counts[2] += expected ? 1 : 0;
            });
            net.mend();
        }
        System.out.printf("%s: one link cut, controller unaware: %d packets arrived, %d did not%n", net, counts[0],
                counts[1]);
        assertTrue(counts[2] > 0);
    }

    @Test
    void inCampusNoPairIsLostByOneFailure() {
        GeneratedNetwork net = GeneratedNetwork.campus();
        net.cables().forEach(dead -> net.everyPair((from, to) -> assertTrue(net.hasAlternates(from, to, dead))));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void nothingCirclesWhateverTwoLinksDie(GeneratedNetwork net) {
        List<Cable> cables = net.cables();
        int arrived = 0;
        int sent = 0;
        for (int i = 0; i < cables.size(); i++) {
            for (int j = 0; j < i; j++) {
                net.cut(List.of(cables.get(i), cables.get(j)));
                int[] counts = circlesNowhere(net);
                arrived += counts[0];
                sent += counts[1];
                net.mend();
            }
        }
        System.out.printf("%s: two links cut, controller unaware: %d of %d packets arrived, none circled%n", net,
                arrived, sent);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void nothingCirclesHoweverManyLinksDie(GeneratedNetwork net) {
        long seed = 20261122;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Set<Cable> dead = new HashSet<>();
            for (int i = 0; i < 2 + random.nextInt(net.cables().size() / 2); i++) {
                dead.add(net.cables().get(random.nextInt(net.cables().size())));
            }
            net.cut(List.copyOf(dead));
            circlesNowhere(net);
            net.mend();
        }
    }

    private static int[] circlesNowhere(GeneratedNetwork net) {
        int[] counts = new int[2];
        net.everyPair((from, to) -> net.send(from, to, 2).forEach(trace -> {
            mayNotStray(net, trace, to);
            counts[0] += net.isDelivered(trace, to) ? 1 : 0;
            counts[1]++;
        }));
        return counts;
    }

    private static void mayNotStray(GeneratedNetwork net, Trace trace, int to) {
        assertFalse(trace.isLooping(), trace::toString);
        assertTrue(trace.hops().size() <= 2 * net.longest() + 1, trace::toString);
        assertTrue(trace.deliveries().isEmpty() || net.isDelivered(trace, to), trace::toString);
        assertTrue(trace.deliveries().size() <= 1, trace::toString);
    }

    @Test
    void whatHasBeenDivertedIsNotDivertedAgain() {
        GeneratedNetwork net = GeneratedNetwork.meshedCore(3, 3, 3);
        net.cut(net.cables(net.edge(1)));

        List<Trace> traces = net.send(2, 1, 20);

        traces.forEach(trace -> {
            assertFalse(trace.isLooping(), trace::toString);
            assertTrue(trace.deliveries().isEmpty());
            assertEquals(3, trace.hops().size(), trace::toString);
        });
    }

    @Test
    void aPacketIsNotSentBackToTheCoreThatDivertedIt() {
        GeneratedNetwork net = GeneratedNetwork.campus();
        net.cut(net.cables(net.edge(3)));

        net.send(1, 3, 20).forEach(trace -> {
            assertFalse(trace.isLooping(), trace::toString);
            assertTrue(trace.isDropped(Drop.Reason.NO_LIVE_BUCKET) || trace.isDropped(Drop.Reason.PORT_DOWN),
                    trace::toString);
            assertTrue(trace.hops().size() <= 3, trace::toString);
        });
    }

    @Test
    void atAnEdgeAPacketWithANewLocatorLeavesByTheWayThatIsLeft() {
        GeneratedNetwork net = GeneratedNetwork.campus();
        for (Cable dead : net.cables(net.edge(1))) {
            net.cut(List.of(dead));
            PortNumber left = net.livePort(net.edge(1));
            for (int to = 2; to <= 4; to++) {
                Trace trace = net.turn(1, left, to);
                assertTrue(net.isDelivered(trace, to), trace::toString);
            }
            net.mend();
        }
    }

    @Test
    void flowsSpreadOverEquallyShortWays() {
        GeneratedNetwork net = GeneratedNetwork.campus();
        Set<DeviceId> cores = new HashSet<>();
        net.send(1, 3, 20).forEach(trace -> cores.add(trace.devices().get(1)));
        assertEquals(2, cores.size());
    }

    @Test
    void groupsAreFewAndBounded() {
        GeneratedNetwork wide = GeneratedNetwork.meshedCore(40, 12, 12);
        for (DeviceId device : wide.devices()) {
            Map<Integer, PathGroup> groups = wide.groups(device);
            groups.values().forEach(group -> assertTrue(group.ports().size() <= 6 && group.members().size() <= 4));
            long rules = wide.protections(device).stream().mapToLong(p -> p.rules().size()).sum();
            assertTrue(groups.size() <= 7 * 40, groups.size() + " groups at " + device);
            assertTrue(rules <= 12 * 40, rules + " rules at " + device);
        }
        assertEquals(5, GeneratedNetwork.campus().groups(GeneratedNetwork.campus().edge(1)).size());
        assertEquals(4, GeneratedNetwork.campus().groups(GeneratedNetwork.campus().device(5)).size());
    }

    @Test
    void aNumberThatIsTakenByAnotherGroupIsNotUsed() {
        GeneratedNetwork net = GeneratedNetwork.campus();
        Protection protection = net.protections(net.edge(1)).get(0);
        int id = protection.groups().firstKey();
        PathGroup other = PathGroup.failover(net.edge(1), List.of(PortNumber.portNumber(77)));

        assertTrue(protection.fits(Map.of()));
        assertTrue(protection.fits(Map.of(id, protection.groups().get(id))));
        assertFalse(protection.fits(Map.of(id, other)));
    }

    @Test
    void aGroupThatDoesSomethingElseHasAnotherNumber() {
        DeviceId device = DeviceId.deviceId("of:0000000000000001");
        PortNumber one = PortNumber.portNumber(1);
        PortNumber two = PortNumber.portNumber(2);
        PathGroup there = PathGroup.failover(device, List.of(one, two));
        PathGroup back = PathGroup.failover(device, List.of(two, one));
        Set<Integer> ids = new TreeSet<>(List.of(there.id(), back.id(),
                PathGroup.failover(device, List.of(one, two), two).id(),
                PathGroup.failover(device, List.of(one, two), one).id(),
                PathGroup.select(device, List.of(there, back)).id(),
                PathGroup.select(device, List.of(back, there)).id()));

        assertEquals(6, ids.size());
        assertEquals(there.id(), PathGroup.failover(DeviceId.deviceId("of:02"), List.of(one, two)).id());
        assertTrue(PathGroup.select(device, List.of(there, back)).id() > Math.max(there.id(), back.id()));
        assertTrue(ids.stream().allMatch(id -> id > 0));
    }

    @Test
    void rulesCarryLocatorsOnly() {
        GeneratedNetwork net = GeneratedNetwork.campus();
        net.protections(net.edge(1)).forEach(protection -> protection.rules().rules().keySet().forEach(key ->
                assertTrue(key.selector().toString().contains("0A:00:00:0") && key.table() == Pipeline.TRANSIT)));
        assertEquals(3, net.protections(net.edge(1)).size());
        assertEquals(Locator.of(2, 0).mac().toString().substring(0, 11), "0A:00:00:02");
    }
}
