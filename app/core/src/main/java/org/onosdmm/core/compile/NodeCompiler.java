/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import org.onlab.packet.IpAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.Attachment;
import org.onosdmm.api.Binding;
import org.onosdmm.api.Expected;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NetworkView;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.model.RuleKey;
import org.onosdmm.core.model.RuleSet;
import org.onosdmm.core.model.Way;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.TrafficTreatment;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import static org.onosdmm.core.compile.Pipeline.ADMIT;
import static org.onosdmm.core.compile.Pipeline.ATTACH;
import static org.onosdmm.core.compile.Pipeline.STEER;
import static org.onosdmm.core.compile.Pipeline.generation;

/**
 * The rules that one node needs, in whatever phase of a handover it is: as many as its addresses, pins, leases and
 * peers ask for, however large the network is.
 *
 * <p>Steering points to where the node is. Former places hold the node's rules until they are drained, and bounce to
 * the place that came after them.
 */
public final class NodeCompiler {

    private final Domain domain;
    private final NetworkView network;
    private final NodeState state;
    private final Binding binding;
    private final RuleSet.Collector rules = new RuleSet.Collector();
    private final Hand hand;

    private NodeCompiler(Domain domain, NetworkView network, NodeState state) {
        this.domain = domain;
        this.network = network;
        this.state = state;
        this.binding = state.binding();
        this.hand = new Hand(domain, binding);
    }

    /**
     * The rules of one node.
     *
     * @param domain the domain as configured
     * @param network the network as it is
     * @param state the node
     * @param peerEdges the edges at which nodes are that talk with this one
     */
    public static RuleSet compile(Domain domain, NetworkView network, NodeState state, Set<AnchorId> peerEdges) {
        NodeCompiler compiler = new NodeCompiler(domain, network, state);
        FlowSteering flows = new FlowSteering(domain, state, compiler.rules);
        compiler.places().forEach(place -> {
            compiler.place(place);
            flows.at(place);
        });
        compiler.steerToNode(peerEdges);
        Leaving.collect(domain, network, state, compiler.rules);
        Anticipation.collect(domain, state, compiler.rules);
        return compiler.rules.toRuleSet();
    }

    /** Of these rules the ones that a handover is in a hurry for: deliver where the node is, bounce where it was. */
    public static RuleSet first(Domain domain, NetworkView network, NodeState state) {
        NodeCompiler compiler = new NodeCompiler(domain, network, state);
        compiler.places().forEach(compiler::reach);
        return compiler.rules.toRuleSet();
    }

    private Stream<Attachment> places() {
        return Stream.concat(binding.attachments().stream(), binding.expected().map(Expected::place).stream());
    }

    /** What an edge holds as long as the node is there, is expected there, or was there until just now. */
    private void place(Attachment place) {
        DeviceId device = place.poa().deviceId();
        for (IpAddress address : binding.addresses()) {
            if (binding.isOpen(place) && !isAway(place)) {
                rule(device, ADMIT, Pipeline.ADMIT_NODE, Match.port(place.poa().port())
                        .ethSrc(binding.node().mac()).source(address), Act.go(STEER));
            }
        }
        reach(place);
    }

    /** Packets for a place come to the node, wherever it is by now. */
    private void reach(Attachment place) {
        deliver(place);
        if (place.sequence() < binding.sequence()) {
            bounce(place);
        }
    }

    /** A node that was reported gone has to show itself where it was or is expected: its first packet tells. */
    private boolean isAway(Attachment place) {
        return binding.absentSince().isPresent() && place.sequence() >= binding.sequence();
    }

    private void deliver(Attachment place) {
        DeviceId device = place.poa().deviceId();
        PortNumber port = place.poa().port();
        rule(device, ATTACH, Pipeline.ATTACH_LOCATOR, Match.locator(place.locator()), hand.to(port));
        rule(device, ATTACH, Pipeline.ATTACH_SAME_PORT, Match.locator(place.locator()).inPort(port),
                hand.to(PortNumber.IN_PORT));
    }

    /**
     * Rescues what is on its way to a place that the node has left: sends it on to the next place at another edge,
     * which is younger. So a later move never touches this rule, and a packet cannot loop.
     */
    private void bounce(Attachment place) {
        Attachment next = nextPlace(place);
        DeviceId device = place.poa().deviceId();
        int priority = generation(Pipeline.ATTACH_BOUNCE, next.sequence());
        Match match = Match.locator(place.locator());
        if (!next.poa().deviceId().equals(device)) {
            rule(device, ATTACH, priority, match, Act.onto(next.locator()));
            return;
        }
        PortNumber port = next.poa().port();
        rule(device, ATTACH, priority, match, hand.to(port));
        rule(device, ATTACH, priority + Pipeline.GENERATIONS, Match.locator(place.locator()).inPort(port),
                hand.to(PortNumber.IN_PORT));
    }

    /** The first later place at another edge; at the same edge only the present one will do. */
    private Attachment nextPlace(Attachment place) {
        return binding.attachments().stream()
                .filter(a -> a.sequence() > place.sequence())
                .filter(a -> a.sequence() == binding.sequence()
                        || !a.poa().deviceId().equals(place.poa().deviceId()))
                .findFirst().orElse(binding.current());
    }

    /** The node's own addresses lead to it from its home, from where it is, and from where its peers are. */
    private void steerToNode(Set<AnchorId> peerEdges) {
        Attachment here = binding.current();
        for (IpAddress address : binding.addresses()) {
            TreeSet<AnchorId> edges = new TreeSet<>(peerEdges);
            edges.add(home(address).id());
            home(address).standing().standIn().map(Way::owner).ifPresent(edges::add);
            edges.add(here.edge());
            for (AnchorId edge : edges) {
                rule(domain.anchor(edge).device(), STEER, generation(Pipeline.STEER_NODE, here.sequence()),
                        Match.any().destination(address), Act.steer(here.locator()));
            }
        }
    }

    /** The owner of the address: a node may have addresses of several prefixes. */
    private Anchor home(IpAddress address) {
        return domain.homeOf(address, binding);
    }

    private void rule(DeviceId device, int table, int priority, Match match, TrafficTreatment treatment) {
        rules.add(RuleKey.of(device, table, priority, match.build()), treatment);
    }
}
