/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import org.onlab.packet.MacAddress;
import org.onosdmm.api.Locator;
import org.onosdmm.core.emulation.SwitchControl;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NetworkView;
import org.onosdmm.core.model.PathGroup;
import org.onosdmm.core.model.RuleKey;
import org.onosdmm.core.path.Connection;
import org.onosdmm.core.path.ShortestPaths;
import org.onosdmm.dataplane.DataPlane;
import org.onosdmm.dataplane.Packets;
import org.onosdmm.dataplane.Trace;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.flow.TrafficTreatment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Switches that hold what is compiled for them, groups and all, and that nobody looks after. Packets with locators
 * start at a port of their own at each edge; a port of its own takes those that have arrived.
 */
final class GeneratedNetwork {

    private static final int FIRST_FABRIC_PORT = 1;
    private static final int START = 90;
    private static final int END = 91;
    private static final int ATTACHMENT = 20;
    private static final MacAddress SOURCE = MacAddress.valueOf("02:00:00:00:77:77");

    /** A link between two switches. */
    static final class Cable {
        private final ConnectPoint one;
        private final ConnectPoint other;

        Cable(ConnectPoint one, ConnectPoint other) {
            this.one = one;
            this.other = other;
        }

        private int end(int which) {
            return (int) Long.parseLong((which == 0 ? one : other).deviceId().uri().getSchemeSpecificPart(), 16);
        }
    }

    private final String name;
    private final int edges;
    private final int switches;
    private final List<Cable> cables = new ArrayList<>();
    private final DataPlane plane = new DataPlane();
    private final Map<DeviceId, Integer> ports = new HashMap<>();
    private final Map<Integer, Map<Integer, Integer>> distances = new HashMap<>();
    private Domain domain;
    private NetworkView view;

    private GeneratedNetwork(String name, int edges, int cores) {
        this.name = name;
        this.edges = edges;
        this.switches = edges + cores;
    }

    /** Four edges on two cores that have a link between them. */
    static GeneratedNetwork campus() {
        return meshedCore(4, 2, 2).named("campus");
    }

    /** Edges in a circle, no core. */
    static GeneratedNetwork ring(int edges) {
        GeneratedNetwork net = new GeneratedNetwork("ring of " + edges, edges, 0);
        for (int i = 1; i <= edges; i++) {
            net.cable(i, i % edges + 1);
        }
        return net.compiled();
    }

    /** Every core has a link to every other, every edge to so many of them. */
    static GeneratedNetwork meshedCore(int edges, int cores, int homes) {
        GeneratedNetwork net = new GeneratedNetwork(edges + " edges on " + cores + " cores", edges, cores);
        for (int i = 0; i < edges; i++) {
            for (int j = 0; j < homes; j++) {
                net.cable(i + 1, edges + 1 + (i + j) % cores);
            }
        }
        for (int i = 1; i <= cores; i++) {
            for (int j = 1; j < i; j++) {
                net.cable(edges + i, edges + j);
            }
        }
        return net.compiled();
    }

    /** A chain of edges, each with two links to the next one. */
    static GeneratedNetwork twins(int edges) {
        GeneratedNetwork net = new GeneratedNetwork("chain of " + edges + ", double links", edges, 0);
        for (int i = 1; i < edges; i++) {
            net.cable(i, i + 1);
            net.cable(i, i + 1);
        }
        return net.compiled();
    }

    /** A random tree, and so many links more; every other switch is an edge. */
    static GeneratedNetwork random(int switches, int more, long seed) {
        GeneratedNetwork net = new GeneratedNetwork("random " + switches + "+" + more + ", seed " + seed,
                switches / 2, switches - switches / 2);
        Random random = new Random(seed);
        for (int i = 2; i <= switches; i++) {
            net.cable(i, 1 + random.nextInt(i - 1));
        }
        for (int i = 0; i < more; i++) {
            int one = 1 + random.nextInt(switches);
            net.cable(one, 1 + (one + random.nextInt(switches - 1)) % switches);
        }
        return net.compiled();
    }

    private GeneratedNetwork named(String other) {
        GeneratedNetwork net = new GeneratedNetwork(other, edges, switches - edges);
        cables.forEach(cable -> net.cable(cable.end(0), cable.end(1)));
        return net.compiled();
    }

    private void cable(int one, int other) {
        Cable cable = new Cable(port(one), port(other));
        cables.add(cable);
        plane.link(cable.one, cable.other);
    }

    private ConnectPoint port(int number) {
        return Topology.port(device(number), ports.merge(device(number), FIRST_FABRIC_PORT, Integer::sum));
    }

    private GeneratedNetwork compiled() {
        domain = Topology.of(edges).domain();
        Map<DeviceId, Boolean> present = new LinkedHashMap<>();
        List<Connection> connections = new ArrayList<>();
        for (int i = 1; i <= switches; i++) {
            present.put(device(i), true);
        }
        cables.forEach(cable -> {
            connections.add(Connection.of(cable.one, cable.other));
            connections.add(Connection.of(cable.other, cable.one));
        });
        view = NetworkView.of(ShortestPaths.views(domain, present, connections), Map.of());
        present.keySet().forEach(this::install);
        for (int edge = 1; edge <= edges; edge++) {
            distances.put(edge, distancesTo(edge));
            ends(edge);
        }
        return this;
    }

    private void install(DeviceId device) {
        groups(device).values().forEach(group -> plane.apply(group.describe(SwitchControl.APP)));
        FabricCompiler.compile(domain, view, device).rules().forEach(this::add);
        protections(device).forEach(protection -> protection.rules().rules().forEach(this::add));
    }

    private void ends(int edge) {
        DeviceId device = device(edge);
        plane.addPort(Topology.port(device, START)).addPort(Topology.port(device, END));
        add(RuleKey.of(device, Pipeline.ADMIT, 65_000, Match.port(PortNumber.portNumber(START)).build()),
                Act.go(Pipeline.TRANSIT));
        add(RuleKey.of(device, Pipeline.ATTACH, 65_000, Match.locator(Locator.of(edge, ATTACHMENT)).build()),
                Act.output(PortNumber.portNumber(END)));
        for (int to = 1; to <= edges; to++) {
            if (to != edge) {
                add(RuleKey.of(device, Pipeline.ATTACH, 65_000, Match.locator(Locator.of(edge, 100 + to)).build()),
                        turned(to));
            }
        }
    }

    private static TrafficTreatment turned(int to) {
        return DefaultTrafficTreatment.builder()
                .setEthDst(Locator.of(to, ATTACHMENT).mac()).transition(Pipeline.TRANSIT).build();
    }

    private void add(RuleKey key, TrafficTreatment treatment) {
        plane.add(SwitchControl.flowRule(key, treatment));
    }

    DeviceId device(int number) {
        return DeviceId.deviceId(String.format("of:%016x", number));
    }

    DeviceId edge(int number) {
        return device(number);
    }

    Iterable<DeviceId> devices() {
        return view.switches().keySet();
    }

    List<Protection> protections(DeviceId device) {
        return Protection.compile(domain, view, device);
    }

    /** In the order in which they can be sent: members first. */
    Map<Integer, PathGroup> groups(DeviceId device) {
        Map<Integer, PathGroup> groups = new TreeMap<>();
        protections(device).forEach(protection -> groups.putAll(protection.groups()));
        return groups;
    }

    List<Cable> cables() {
        return cables;
    }

    /** The links of a switch. */
    List<Cable> cables(DeviceId device) {
        return cables.stream().filter(c -> c.one.deviceId().equals(device) || c.other.deviceId().equals(device))
                .collect(Collectors.toList());
    }

    void cut(List<Cable> dead) {
        dead.forEach(cable -> plane.setPort(cable.one, false).setPort(cable.other, false));
    }

    void mend() {
        cables.forEach(cable -> plane.setPort(cable.one, true).setPort(cable.other, true));
    }

    PortNumber livePort(DeviceId device) {
        return cables(device).stream().map(c -> c.one.deviceId().equals(device) ? c.one : c.other)
                .filter(plane::isLive).findFirst().get().port();
    }

    void everyPair(BiConsumer<Integer, Integer> action) {
        for (int from = 1; from <= edges; from++) {
            for (int to = 1; to <= edges; to++) {
                if (from != to) {
                    action.accept(from, to);
                }
            }
        }
    }

    /** So many flows from one edge to another. */
    List<Trace> send(int from, int to, int flows) {
        List<Trace> traces = new ArrayList<>();
        for (int flow = 0; flow < flows; flow++) {
            traces.add(plane.inject(Topology.port(device(from), START), Packets.udp()
                    .eth(SOURCE, Locator.of(to, ATTACHMENT).mac()).ip("10.0.0.1", "10.0.1.1")
                    .ports(1000 + flow, 2000).build()));
        }
        return traces;
    }

    /** A packet comes to an edge from the fabric, and there gets the locator of another edge. */
    Trace turn(int at, PortNumber by, int to) {
        return plane.inject(new ConnectPoint(device(at), by), Packets.udp()
                .eth(SOURCE, Locator.of(at, 100 + to).mac()).ip("10.0.0.1", "10.0.1.1").ports(1000, 2000).build());
    }

    boolean isDelivered(Trace trace, int to) {
        return trace.isDeliveredAt(Topology.port(device(to), END));
    }

    int distance(int from, int to) {
        return distances.get(to).get(from);
    }

    /** The longest of the shortest ways. */
    int longest() {
        return distances.values().stream().flatMap(d -> d.values().stream()).mapToInt(d -> d).max().getAsInt();
    }

    private Map<Integer, Integer> distancesTo(int edge) {
        Map<Integer, Integer> distance = new HashMap<>(Map.of(edge, 0));
        for (int round = 0; round < switches; round++) {
            for (Cable cable : cables) {
                for (int end = 0; end < 2; end++) {
                    Integer far = distance.get(cable.end(end));
                    if (far != null) {
                        distance.merge(cable.end(1 - end), far + 1, Math::min);
                    }
                }
            }
        }
        return distance;
    }

    /**
     * Whether every switch that packets may pass has a way around a dead link: another one to a nearer neighbour, or
     * one to a neighbour as near. Worked out from the links alone.
     */
    boolean hasAlternates(int from, int to, Cable dead) {
        Map<Integer, Integer> distance = distances.get(to);
        int farther = distance.get(dead.end(0)) > distance.get(dead.end(1)) ? dead.end(0) : dead.end(1);
        int nearer = farther == dead.end(0) ? dead.end(1) : dead.end(0);
        if (distance.get(farther).equals(distance.get(nearer)) || !isOnAWay(from, farther, distance)) {
            return true;
        }
        return cables.stream().filter(cable -> cable != dead).anyMatch(cable ->
                leads(cable, farther, distance, distance.get(farther))
                        || leads(cable, farther, distance, distance.get(farther) - 1));
    }

    private boolean leads(Cable cable, int at, Map<Integer, Integer> distance, int wanted) {
        return cable.end(0) == at && distance.get(cable.end(1)) == wanted
                || cable.end(1) == at && distance.get(cable.end(0)) == wanted;
    }

    private boolean isOnAWay(int from, int by, Map<Integer, Integer> distance) {
        if (from == by) {
            return true;
        }
        return cables.stream().anyMatch(cable -> step(cable, from, distance, 0) && isOnAWay(cable.end(1), by, distance)
                || step(cable, from, distance, 1) && isOnAWay(cable.end(0), by, distance));
    }

    private static boolean step(Cable cable, int from, Map<Integer, Integer> distance, int end) {
        return cable.end(end) == from && distance.get(cable.end(1 - end)) == distance.get(from) - 1;
    }

    @Override
    public String toString() {
        return name;
    }
}
