/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.path;

import org.junit.jupiter.api.Test;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.SwitchView;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The ports towards the edges. */
class ShortestPathsTest {
    private final Topology campus = Topology.campus();
    private final Domain domain = campus.domain();
    private final Map<DeviceId, Boolean> switches = new HashMap<>();
    private final List<Connection> connections = new ArrayList<>();

    ShortestPathsTest() {
        campus.edges().forEach(edge -> switches.put(edge, true));
        campus.cores().forEach(core -> switches.put(core, true));
        campus.links().forEach((from, to) -> connections.add(Connection.of(from, to)));
    }

    private Map<DeviceId, SwitchView> views() {
        return ShortestPaths.views(domain, switches, connections);
    }

    private SwitchView edge(int number) {
        return views().get(campus.edge(number));
    }

    private SwitchView core(int number) {
        return views().get(campus.cores().get(number - 1));
    }

    private void cut(ConnectPoint end) {
        connections.removeIf(c -> c.from().equals(end) || c.to().equals(end));
    }

    private static PortNumber port(int number) {
        return PortNumber.portNumber(number);
    }

    @Test
    void fromEdgeToEdgeItIsTwoLinksAndFromACoreOne() {
        assertEquals(Map.of(2, 2, 3, 2, 4, 2), edge(1).distances());
        assertEquals(Map.of(1, 1, 2, 1, 3, 1, 4, 1), core(1).distances());
        assertEquals(Map.of(1, port(1), 2, port(2), 3, port(3), 4, port(4)), core(2).nextHops());
    }

    @Test
    void edgesSpreadOverTheCoresByTheirNumber() {
        assertEquals(Map.of(2, port(1), 3, port(2), 4, port(1)), edge(1).nextHops());
        assertEquals(Map.of(1, port(2), 2, port(1), 3, port(2)), edge(4).nextHops());
    }

    @Test
    void portsOfTheFabricAreThoseWithLinks() {
        assertEquals(Set.of(port(1), port(2)), edge(3).fabricPorts());
        assertEquals(5, core(1).fabricPorts().size());
    }

    @Test
    void aLinkThatIsKnownOneWayOnlyIsTakenFromAndNotSentOver() {
        for (ConnectPoint from : List.of(campus.fabric(1, 2), campus.links().get(campus.fabric(1, 2)))) {
            Connection lost = Connection.of(from, campus.links().get(from));
            connections.remove(lost);
            assertEquals(Map.of(2, port(1), 3, port(1), 4, port(1)), edge(1).nextHops());
            assertEquals(port(5), core(2).nextHops().get(1));
            assertEquals(Set.of(port(1), port(2)), edge(1).fabricPorts());
            assertEquals(5, core(2).fabricPorts().size());
            connections.add(lost);
        }
    }

    @Test
    void aCutLinkIsGoneRound() {
        cut(campus.fabric(4, 1));
        assertEquals(port(5), core(1).nextHops().get(4));
        assertEquals(2, core(1).distances().get(4));
        assertEquals(port(2), edge(1).nextHops().get(4));
        assertEquals(2, edge(1).distances().get(4));
        assertEquals(port(2), edge(4).nextHops().get(1));
        assertEquals(Set.of(port(2)), edge(4).fabricPorts());
    }

    @Test
    void overBothCoresIfNothingElseIsLeft() {
        cut(campus.fabric(4, 1));
        cut(campus.fabric(1, 2));
        assertEquals(3, edge(1).distances().get(4));
        assertEquals(port(1), edge(1).nextHops().get(4));
    }

    @Test
    void anEdgeThatCannotBeReachedIsNotThere() {
        cut(campus.fabric(4, 1));
        cut(campus.fabric(4, 2));
        assertFalse(edge(1).nextHops().containsKey(4));
        assertFalse(edge(1).distances().containsKey(4));
        assertTrue(edge(4).nextHops().isEmpty());
    }

    @Test
    void aSwitchThatIsNotConnectedIsNoWay() {
        switches.put(campus.cores().get(0), false);
        assertEquals(Map.of(2, port(2), 3, port(2), 4, port(2)), edge(1).nextHops());
        assertFalse(core(1).available());
        assertTrue(core(1).nextHops().isEmpty());

        switches.put(campus.edge(2), false);
        assertEquals(Set.of(3, 4), edge(1).nextHops().keySet());
    }

    @Test
    void theResultDependsOnNothingElse() {
        Map<DeviceId, SwitchView> expected = views();
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(connections, new Random(seed));
            assertEquals(expected, views());
        }
    }

    @Test
    void everyPathLeadsThereInAsManyStepsAsItSays() {
        cut(campus.fabric(2, 2));
        cut(campus.fabric(3, 1));
        Map<DeviceId, SwitchView> views = views();
        for (DeviceId from : campus.edges()) {
            views.get(from).distances().forEach((edge, distance) -> {
                DeviceId at = from;
                Set<DeviceId> passed = new HashSet<>();
                for (int step = 0; step < distance; step++) {
                    assertTrue(passed.add(at), "a loop");
                    at = campus.links().get(new ConnectPoint(at, views.get(at).nextHops().get(edge))).deviceId();
                }
                assertEquals(campus.edge(edge), at);
            });
        }
    }

    @Test
    void nothingIsKnownOfNothing() {
        assertEquals(Map.of(), ShortestPaths.views(domain, Map.of(), connections));
    }
}
