/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.model.SwitchView;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Paths while switches are not connected. */
class BelievedPathsTest {
    private static final long NOW = 1_000_000;
    private static final PortNumber FIRST = PortNumber.portNumber(1);
    private static final PortNumber SECOND = PortNumber.portNumber(2);

    private final Topology campus = Topology.campus();
    private final Map<DeviceId, Boolean> switches = new HashMap<>();
    private final Set<Connection> connections = new HashSet<>();
    private final Set<ConnectPoint> down = new HashSet<>();
    private LinkMemory memory = new LinkMemory(Set.of(), NOW);

    @BeforeEach
    void allAreConnected() {
        campus.edges().forEach(edge -> switches.put(edge, true));
        campus.cores().forEach(core -> switches.put(core, true));
        campus.links().forEach((from, to) -> connections.add(Connection.of(from, to)));
        views();
    }

    private Map<DeviceId, SwitchView> views() {
        return views(NOW);
    }

    private Map<DeviceId, SwitchView> views(long now) {
        connections.removeIf(c -> !switches.get(c.from().deviceId()) || !switches.get(c.to().deviceId()));
        memory.observe(switches, connections, down::contains, now);
        return BelievedPaths.views(campus.domain(), switches.keySet(), memory, now);
    }

    private SwitchView edge(int number) {
        return views().get(campus.edge(number));
    }

    @Test
    void anEdgeThatIsNotConnectedIsStillReached() {
        SwitchView before = edge(1);
        switches.put(campus.edge(4), false);
        assertEquals(before, edge(1));
        assertFalse(edge(4).available());
    }

    @Test
    void aCoreThatIsNotConnectedIsGoneRoundButWhatStillComesOverItIsTaken() {
        switches.put(campus.cores().get(0), false);
        assertEquals(Map.of(2, SECOND, 3, SECOND, 4, SECOND), edge(1).nextHops());
        assertEquals(Set.of(FIRST, SECOND), edge(1).fabricPorts());
    }

    @Test
    void aCoreThatIsNotConnectedIsUsedIfItIsTheOnlyWay() {
        switches.put(campus.cores().get(0), false);
        down.add(campus.fabric(3, 2));
        connections.removeIf(c -> down.contains(c.from()) || down.contains(c.to()));
        assertEquals(FIRST, edge(3).nextHops().get(1));
    }

    /** Its links are dead while it is away, and all there as soon as it is back. */
    private void loseAndFindAgain(DeviceId core) {
        Set<Connection> all = Set.copyOf(connections);
        switches.put(core, false);
        all.stream().filter(c -> c.to().deviceId().equals(core)).forEach(c -> down.add(c.from()));
        views();
        down.clear();
        connections.addAll(all);
        switches.put(core, true);
    }

    @Test
    void aCoreThatHasComeBackHasItsPathsBeforeOthersGoByIt() {
        Map<DeviceId, SwitchView> before = views();
        DeviceId core = campus.cores().get(0);
        loseAndFindAgain(core);
        assertEquals(before.get(core), views().get(core));
        assertEquals(Map.of(2, SECOND, 3, SECOND, 4, SECOND), edge(1).nextHops());
        assertFalse(memory.isSettled(NOW + LinkMemory.FRESH - 1));
        assertEquals(before, views(NOW + LinkMemory.FRESH));
    }

    @Test
    void aCoreThatHasComeBackIsUsedAtOnceIfItIsTheOnlyWay() {
        loseAndFindAgain(campus.cores().get(0));
        down.add(campus.fabric(3, 2));
        connections.removeIf(c -> down.contains(c.from()) || down.contains(c.to()));
        assertEquals(FIRST, edge(3).nextHops().get(1));
    }

    @Test
    void uplinksThatASwitchOutsideJoinsAreNoWayFromEdgeToEdge() {
        Map<DeviceId, SwitchView> before = views();
        for (int from = 1; from <= 4; from++) {
            for (int to = 1; to <= 4; to++) {
                if (from != to) {
                    connections.add(Connection.of(campus.uplink(from), campus.uplink(to)));
                }
            }
        }
        assertEquals(before, views());
    }

    @Test
    void aSwitchThatIsDeadIsSeenByItsNeighbours() {
        DeviceId core = campus.cores().get(0);
        switches.put(core, false);
        campus.links().forEach((from, to) -> {
            if (to.deviceId().equals(core)) {
                down.add(from);
            }
        });
        assertEquals(Set.of(SECOND), edge(1).fabricPorts());
    }

    @Test
    void aSwitchThatIsTheFirstToConnectAfterARestartGetsThePathsThatItHad() {
        Map<DeviceId, SwitchView> before = views();
        for (DeviceId first : before.keySet()) {
            memory = new LinkMemory(memory.believed(), NOW);
            Map<DeviceId, SwitchView> after = new HashMap<>();
            memory.observe(Map.of(first, true), Set.of(), down::contains, NOW);
            after.putAll(BelievedPaths.views(campus.domain(), Set.of(first), memory, NOW));
            assertEquals(before.get(first), after.get(first));
        }
    }
}
