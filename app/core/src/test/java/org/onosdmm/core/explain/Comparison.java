/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.explain;

import org.onlab.packet.IPv4;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.Explanation;
import org.onosdmm.api.FlowDirection;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.FlowPath;
import org.onosdmm.api.PathHop;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.emulation.SwitchControl;
import org.onosdmm.core.engine.Situations;
import org.onosdmm.core.path.Connection;
import org.onosdmm.dataplane.Hop;
import org.onosdmm.dataplane.PacketBuilder;
import org.onosdmm.dataplane.Packets;
import org.onosdmm.dataplane.Trace;
import org.onosproject.net.PortNumber;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * An explanation beside what the switches of the emulated network do with a packet of the flow: another implementation
 * of OpenFlow, that knows packets by their bytes.
 */
final class Comparison {

    private final Emulation net;

    Comparison(Emulation net) {
        this.net = net;
    }

    Situation situation(FlowKey key) {
        Set<Connection> links = net.topology().links().entrySet().stream()
                .map(e -> Connection.of(e.getKey(), e.getValue())).collect(Collectors.toSet());
        return new Situations(net.mobility(), net.fabric(), net.control().groups()).of(key, links, SwitchControl.APP);
    }

    Explanation explain(FlowKey key) {
        return Explainer.explain(situation(key));
    }

    /** The explanation; asserts that a packet takes one of its ways, with the same rules, in both directions. */
    Explanation compare(Station node, FlowKey key, IpAddress outside) {
        Explanation explanation = explain(key);
        agree(explanation.outbound(), out(node, key));
        agree(explanation.inbound(), in(key, outside));
        return explanation;
    }

    /** The same in the middle of things: the rules that are there are read from the switches at this very moment. */
    Explanation compareNow(Station node, FlowKey key, IpAddress outside) {
        Situation situation = situation(key);
        Explanation explanation = Explainer.explain(situation.toBuilder().installed(net.control().reported())
                .fabricInstalled(Map.of()).build());
        agreeNow(explanation.outbound(), out(node, key));
        agreeNow(explanation.inbound(), in(key, outside));
        return explanation;
    }

    private static void agree(FlowDirection direction, Trace trace, Collection<String> said) {
        assertFalse(trace.isLooping(), trace::toString);
        assertTrue(said.containsAll(ways(trace)), () -> direction.sentence() + "\n" + String.join("\n", said)
                + "\nand a packet goes\n" + String.join("\n", ways(trace)));
    }

    private void agree(FlowDirection direction, Trace trace) {
        assertTrue(direction.confirmed(), direction::toString);
        assertTrue(direction.present().isEmpty(), direction::toString);
        agree(direction, trace, ways(direction.paths()));
    }

    private void agreeNow(FlowDirection direction, Trace trace) {
        agree(direction, trace, ways(direction.present().isEmpty() ? direction.paths() : direction.present()));
    }

    /** What becomes of a packet of the flow that the node sends. */
    Trace out(Station node, FlowKey key) {
        PacketBuilder packet = builder(key).eth(node.mac(), net.domain().gatewayMac()).ip(key.local(), key.remote());
        return net.wires().probe(node.location().get(), (key.hasPorts()
                ? packet.ports(key.localPort(), key.remotePort()) : packet).build());
    }

    /** What becomes of a packet of the flow that somebody outside sends. */
    Trace in(FlowKey key, IpAddress outside) {
        int edge = net.outside().edgeFor(outside);
        PacketBuilder udp = net.outside().udp(edge, key.remote(), key.remotePort(), outside, key.localPort(), "x");
        PacketBuilder packet = key.protocol() == IPv4.PROTOCOL_UDP ? udp : builder(key).eth(
                udp.build().ethernet().getSourceMAC(), udp.build().ethernet().getDestinationMAC())
                .ip(key.remote(), outside);
        return net.wires().probe(net.topology().uplink(edge), (key.hasPorts()
                ? packet.ports(key.remotePort(), key.localPort()) : packet).build());
    }

    private static PacketBuilder builder(FlowKey key) {
        return key.protocol() == IPv4.PROTOCOL_UDP ? Packets.udp() : key.protocol() == IPv4.PROTOCOL_TCP ? Packets.tcp()
                : key.local().isIp4() ? Packets.ping() : Packets.ping6();
    }

    /** Each way in a line: per switch the port in, the port out, and the rules by table and priority. */
    static Set<String> ways(Collection<FlowPath> paths) {
        return paths.stream().map(path -> path.hops().stream().map(Comparison::text).collect(Collectors.joining(" | ")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(PathHop hop) {
        return hop.device() + " " + hop.in() + " to " + hop.out().map(PortNumber::toString).orElse("-") + " by "
                + hop.rules().stream().map(r -> r.table() + ":" + r.priority()).collect(Collectors.joining(" "));
    }

    /** The same of a packet that was really sent. */
    static Set<String> ways(Trace trace) {
        Set<String> ways = new TreeSet<>();
        for (Hop hop : trace.hops()) {
            List<PortNumber> out = outputs(hop);
            boolean last = trace.hops().stream().noneMatch(h -> h.previous().filter(hop::equals).isPresent());
            if (last) {
                (out.isEmpty() ? Stream.of("-") : out.stream().map(PortNumber::toString))
                        .forEach(port -> ways.add(text(hop.path(), port)));
            }
        }
        return ways;
    }

    private static List<PortNumber> outputs(Hop hop) {
        return hop.outputs().stream().map(Hop.Output::port).filter(port -> !port.equals(PortNumber.CONTROLLER))
                .collect(Collectors.toList());
    }

    private static String text(List<Hop> path, String lastPort) {
        List<String> hops = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            Hop hop = path.get(i);
            String port = i + 1 == path.size() ? lastPort : outputs(hop).get(0).toString();
            hops.add(hop.deviceId() + " " + hop.in().port() + " to " + port + " by " + hop.steps().stream()
                    .flatMap(s -> s.rule().stream()).map(r -> r.tableId() + ":" + r.priority())
                    .collect(Collectors.joining(" ")));
        }
        return String.join(" | ", hops);
    }


    /** The switches of each way, in a line. */
    static Set<String> devices(FlowDirection direction, Function<PathHop, String> name) {
        return direction.paths().stream().map(path -> path.hops().stream().map(name).collect(Collectors.joining(" ")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String devices(Trace trace) {
        return trace.devices().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
}
