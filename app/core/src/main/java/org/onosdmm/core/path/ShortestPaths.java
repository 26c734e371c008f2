/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.path;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Multimaps;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.SwitchView;
import org.onosdmm.core.model.Ways;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds for every switch the ways to every edge, by the number of links. Of several equally short ones the first is
 * chosen by the edge's number, so that edges spread over parallel core switches and the result depends on nothing else.
 *
 * <p>Links are found one direction at a time. From the first on, what comes over the link is taken at both ends;
 * nothing is sent over it before the second: who receives it has had time to be told.
 */
public final class ShortestPaths {

    private static final Comparator<Connection> BY_PLACE = Comparator.comparing(c -> c.from().toString());

    /** So many equally short ways of one switch to one edge are used. */
    static final int MOST_NEARER = 4;
    /** So many alternates of one switch to one edge are used. */
    static final int MOST_LEVEL = 2;

    private final Map<DeviceId, Boolean> switches;
    private final Set<ConnectPoint> ends;
    private final ImmutableListMultimap<DeviceId, Connection> outgoing;
    private final ImmutableListMultimap<DeviceId, Connection> incoming;

    private ShortestPaths(Map<DeviceId, Boolean> switches, Collection<Connection> connections) {
        this.switches = switches;
        Set<Connection> known = connections.stream()
                .filter(c -> switches.getOrDefault(c.from().deviceId(), false)
                        && switches.getOrDefault(c.to().deviceId(), false))
                .collect(Collectors.toSet());
        this.ends = known.stream().flatMap(c -> Stream.of(c.from(), c.to())).collect(Collectors.toSet());
        List<Connection> usable = known.stream().filter(c -> known.contains(c.reversed()))
                .sorted(BY_PLACE).collect(Collectors.toList());
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
        Map<DeviceId, Map<Integer, Ways>> ways = new HashMap<>();
        Map<DeviceId, Map<Integer, Integer>> distances = new HashMap<>();
        for (Anchor edge : domain.anchors().values()) {
            Map<DeviceId, Integer> distance = paths.distancesTo(edge.device());
            paths.waysTo(edge, distance).forEach((device, found) -> {
                distances.computeIfAbsent(device, d -> new HashMap<>()).put(edge.number(), distance.get(device));
                ways.computeIfAbsent(device, d -> new HashMap<>()).put(edge.number(), found);
            });
        }
        Map<DeviceId, SwitchView> views = new LinkedHashMap<>();
        switches.forEach((device, available) -> views.put(device, SwitchView.of(available, paths.fabricPorts(device),
                ways.getOrDefault(device, Map.of()), distances.getOrDefault(device, Map.of()))));
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

    private Map<DeviceId, Ways> waysTo(Anchor edge, Map<DeviceId, Integer> distance) {
        Map<DeviceId, List<Connection>> level = new HashMap<>();
        distance.forEach((device, length) ->
                level.put(device, neighbours(device, length, edge.number(), MOST_LEVEL, distance)));
        ListMultimap<DeviceId, PortNumber> diverted = ArrayListMultimap.create();
        level.values().stream().flatMap(List::stream).sorted(BY_PLACE)
                .forEach(c -> diverted.put(c.to().deviceId(), c.to().port()));
        Map<DeviceId, Ways> ways = new HashMap<>();
        distance.forEach((device, length) -> {
            if (length > 0) {
                ways.put(device, Ways.of(ports(neighbours(device, length - 1, edge.number(), MOST_NEARER, distance)),
                        ports(level.get(device)), diverted.get(device)));
            }
        });
        return ways;
    }

    /** The links to neighbours at this distance from an edge, at most so many of them, from the edge's number on. */
    private List<Connection> neighbours(DeviceId device, int wanted, int edge, int most,
                                        Map<DeviceId, Integer> distance) {
        List<Connection> found = outgoing.get(device).stream()
                .filter(c -> distance.getOrDefault(c.to().deviceId(), -1) == wanted)
                .sorted(Comparator.comparingLong(c -> c.from().port().toLong()))
                .collect(Collectors.toList());
        if (!found.isEmpty()) {
            Collections.rotate(found, -Math.floorMod(edge, found.size()));
        }
        return found.subList(0, Math.min(most, found.size()));
    }

    private static List<PortNumber> ports(List<Connection> connections) {
        return connections.stream().map(c -> c.from().port()).collect(Collectors.toList());
    }

    private Set<PortNumber> fabricPorts(DeviceId device) {
        return ends.stream().filter(end -> end.deviceId().equals(device)).map(ConnectPoint::port)
                .collect(Collectors.toSet());
    }
}
