/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.path;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.SwitchView;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds for every switch the port towards every edge, by the number of links. Of several equally short ways an edge
 * takes one by its number, so that edges spread over parallel core switches and the result depends on nothing else.
 */
public final class ShortestPaths {

    private final Map<DeviceId, Boolean> switches;
    private final ImmutableListMultimap<DeviceId, Connection> outgoing;
    private final ImmutableListMultimap<DeviceId, Connection> incoming;

    private ShortestPaths(Map<DeviceId, Boolean> switches, Collection<Connection> connections) {
        this.switches = switches;
        List<Connection> usable = connections.stream()
                .filter(c -> switches.getOrDefault(c.from().deviceId(), false)
                        && switches.getOrDefault(c.to().deviceId(), false))
                .sorted(Comparator.comparing(c -> c.from().toString()))
                .collect(Collectors.toList());
        this.outgoing = Multimaps.index(usable, c -> c.from().deviceId());
        this.incoming = Multimaps.index(usable, c -> c.to().deviceId());
    }

    /**
     * The views of all switches.
     *
     * @param switches the switches that exist, and whether each is connected to the controller
     * @param connections the links that are up, each direction by itself
     */
    public static Map<DeviceId, SwitchView> views(Domain domain, Map<DeviceId, Boolean> switches,
                                                  Collection<Connection> connections) {
        ShortestPaths paths = new ShortestPaths(switches, connections);
        Map<DeviceId, Map<Integer, PortNumber>> hops = new HashMap<>();
        Map<DeviceId, Map<Integer, Integer>> distances = new HashMap<>();
        for (Anchor edge : domain.anchors().values()) {
            Map<DeviceId, Integer> distance = paths.distancesTo(edge.device());
            distance.forEach((device, length) -> {
                if (length > 0) {
                    distances.computeIfAbsent(device, d -> new HashMap<>()).put(edge.number(), length);
                    hops.computeIfAbsent(device, d -> new HashMap<>())
                            .put(edge.number(), paths.towards(device, edge.number(), distance));
                }
            });
        }
        Map<DeviceId, SwitchView> views = new LinkedHashMap<>();
        switches.forEach((device, available) -> views.put(device, SwitchView.of(available, paths.fabricPorts(device),
                hops.getOrDefault(device, Map.of()), distances.getOrDefault(device, Map.of()))));
        return views;
    }

    private Map<DeviceId, Integer> distancesTo(DeviceId edge) {
        Map<DeviceId, Integer> distance = new HashMap<>();
        if (!switches.getOrDefault(edge, false)) {
            return distance;
        }
        Deque<DeviceId> next = new ArrayDeque<>(List.of(edge));
        distance.put(edge, 0);
        while (!next.isEmpty()) {
            DeviceId device = next.removeFirst();
            for (Connection connection : incoming.get(device)) {
                DeviceId neighbour = connection.from().deviceId();
                if (!distance.containsKey(neighbour)) {
                    distance.put(neighbour, distance.get(device) + 1);
                    next.addLast(neighbour);
                }
            }
        }
        return distance;
    }

    private PortNumber towards(DeviceId device, int edge, Map<DeviceId, Integer> distance) {
        List<PortNumber> ports = outgoing.get(device).stream()
                .filter(c -> distance.getOrDefault(c.to().deviceId(), Integer.MAX_VALUE) == distance.get(device) - 1)
                .map(c -> c.from().port())
                .sorted(Comparator.comparingLong(PortNumber::toLong))
                .collect(Collectors.toList());
        return ports.get(Math.floorMod(edge, ports.size()));
    }

    private Set<PortNumber> fabricPorts(DeviceId device) {
        return outgoing.get(device).stream().map(c -> c.from().port()).collect(Collectors.toSet());
    }
}
