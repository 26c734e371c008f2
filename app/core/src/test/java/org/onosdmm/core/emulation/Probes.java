/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.emulation;

import org.onlab.packet.IpAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.Attachment;
import org.onosdmm.api.Lease;
import org.onosdmm.dataplane.Delivery;
import org.onosdmm.dataplane.Frame;
import org.onosdmm.dataplane.Punt;
import org.onosdmm.dataplane.Trace;
import org.onosproject.net.ConnectPoint;

import java.util.Optional;

/**
 * Probe packets and what may become of them.
 *
 * <p>None may loop, be duplicated, or come to somebody else. One to a node arrives; it may leave by a port that the
 * node has left as long as the switch has not begun or the bounce has been sent and is not in force. One from a node
 * leaves with the right address by the right uplink, or is shown to the controller, that passes it on.
 */
public final class Probes {
    /** Priority of the rule that shows packets for places that do not deliver. */
    private static final int MISS = 20_000;

    private final Emulation net;

    /** Probes of a network. */
    public Probes(Emulation net) {
        this.net = net;
    }

    /** From a correspondent to an outside address of a node, or to its own address. */
    public StateChecker.Probe fromOutside(Station node, IpAddress correspondent, int port, IpAddress address,
                                          int nodePort) {
        int edge = net.outside().edgeFor(address);
        Frame frame = net.outside().udp(correspondent, port, address, nodePort, "probe").build();
        return (switches, state) -> toNode("to " + address + " by edge " + edge, node, state,
                switches.inject(net.topology().uplink(edge), frame));
    }

    /** A packet that was steered to a former place of a node and is about to arrive there. */
    public StateChecker.Probe inFlight(Station node) {
        return (switches, state) -> {
            for (Attachment place : net.binding(node).former()) {
                Frame frame = net.outside().udp(1, Outside.address(10), 1, node.address(), 2, "probe")
                        .eth(net.domain().gatewayMac(), place.locator().mac()).build();
                for (int core = 1; core <= 2; core++) {
                    Optional<String> fault = toNode("in flight to " + place.poa(), node, state,
                            switches.inject(net.topology().fabric(place.locator().edge(), core), frame));
                    if (fault.isPresent()) {
                        return fault;
                    }
                }
            }
            return Optional.empty();
        };
    }

    /** From one node to another. */
    public StateChecker.Probe between(Station from, Station to) {
        return whileSomewhere(from, (switches, state) -> {
            Trace trace = switches.inject(from.location().get(), from.udp(to.address(), 1, 2, "probe").build());
            boolean waits = trace.deliveries().isEmpty() && !trace.punts().isEmpty() && trace.hops().size() == 1;
            return waits ? Optional.empty() : toNode(from + " to", to, state, trace);
        });
    }

    private static StateChecker.Probe whileSomewhere(Station from, StateChecker.Probe probe) {
        return (switches, state) -> from.location().isPresent() ? probe.fault(switches, state) : Optional.empty();
    }

    private Optional<String> toNode(String name, Station node, StateChecker.State state, Trace trace) {
        Optional<String> general = general(name + " " + node, trace);
        if (general.isPresent()) {
            return general;
        }
        if (trace.deliveries().isEmpty()) {
            boolean kept = trace.punts().stream().anyMatch(punt -> isKept(node, state, punt));
            return kept || net.binding(node).absentSince().isPresent() ? Optional.empty()
                    : fault(name + " " + node + " vanishes", trace);
        }
        Delivery delivery = trace.deliveries().stream().filter(d -> !d.receivers().isEmpty()).findFirst()
                .orElse(trace.deliveries().get(0));
        if (delivery.receivers().contains(node.host())) {
            return delivery.frame().ipDst().get().equals(node.address()) ? Optional.empty()
                    : fault(name + " " + node + " arrives with another address", trace);
        }
        if (!delivery.receivers().isEmpty()) {
            return fault(name + " " + node + " comes to somebody else", trace);
        }
        return isFormer(node, delivery.at()) && mayBeLost(node, state) ? Optional.empty()
                : fault(name + " " + node + " leaves by a port where it is not", trace);
    }

    /** A packet for a place that does not deliver is kept if the node is there, or was and the bounce is on its way. */
    private boolean isKept(Station node, StateChecker.State state, Punt punt) {
        boolean missed = punt.rule().map(rule -> rule.priority() == MISS).orElse(false);
        return !missed || punt.frame().ethDst().equals(net.binding(node).current().locator().mac())
                || net.binding(node).former().stream().anyMatch(place ->
                        punt.frame().ethDst().equals(place.locator().mac()) && state.isBounceDue(place));
    }

    private boolean isFormer(Station node, ConnectPoint port) {
        return net.binding(node).attachments().stream().anyMatch(a -> a.poa().equals(port))
                || net.binding(node).expected().map(e -> e.place().poa().equals(port)).orElse(false)
                || !node.location().isPresent();
    }

    private boolean mayBeLost(Station node, StateChecker.State state) {
        boolean present = node.location().isPresent()
                && node.location().get().equals(net.binding(node).current().poa());
        return !present || state.isBounceDue(node) || !state.hasBegun(node);
    }

    /** From a node to a correspondent: leaves by this edge with this address. */
    public StateChecker.Probe pinned(Station node, int nodePort, IpAddress correspondent, int port, int edge,
                                     IpAddress address) {
        Frame frame = node.udp(correspondent, nodePort, port, "probe").build();
        return whileSomewhere(node, (switches, state) -> toOutside("pinned to " + correspondent,
                switches.inject(node.location().get(), frame), edge, address));
    }

    /** From a node to a correspondent: leaves by whatever edge with the address that the node has there. */
    public StateChecker.Probe unpinned(Station node, IpAddress correspondent) {
        Frame frame = node.udp(correspondent, 7_777, 8_888, "probe").build();
        return whileSomewhere(node, (switches, state) -> {
            Trace trace = switches.inject(node.location().get(), frame);
            int edge = trace.deliveries().isEmpty() ? 0
                    : net.domain().anchorAt(trace.deliveries().get(0).at().deviceId()).get().number();
            return toOutside("unpinned to " + correspondent, trace, edge, addressAt(node, edge));
        });
    }

    /** The lease; the node's own address for one that has no lease where it is and leaves from home. */
    private IpAddress addressAt(Station node, int edge) {
        boolean served = net.state(node).lease(edgeOf(node), node.address()).isPresent();
        return edge == 0 || !served ? node.address() : net.state(node).lease(Topology.anchor(net.domain(), edge).id(),
                node.address()).map(Lease::outside).orElse(node.address());
    }

    private AnchorId edgeOf(Station node) {
        return net.domain().anchorAt(node.location().get().deviceId()).get().id();
    }

    private Optional<String> toOutside(String name, Trace trace, int edge, IpAddress address) {
        Optional<String> general = general(name, trace);
        if (general.isPresent()) {
            return general;
        }
        if (trace.deliveries().isEmpty()) {
            return trace.punts().isEmpty() ? fault(name + " vanishes", trace) : Optional.empty();
        }
        Delivery delivery = trace.deliveries().get(0);
        if (!delivery.receivers().contains(net.outside().router(edge))) {
            return fault(name + " leaves elsewhere than by edge " + edge, trace);
        }
        return delivery.frame().ipSrc().get().equals(address) ? Optional.empty()
                : fault(name + " leaves with another address than " + address, trace);
    }

    private static Optional<String> general(String name, Trace trace) {
        if (trace.isLooping()) {
            return fault(name + " loops", trace);
        }
        if (trace.deliveries().stream().filter(d -> !d.receivers().isEmpty()).count() > 1) {
            return fault(name + " is duplicated", trace);
        }
        return Optional.empty();
    }

    private static Optional<String> fault(String what, Trace trace) {
        return Optional.of(what + "\n" + trace);
    }
}
