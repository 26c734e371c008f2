/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.bench;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.Attachment;
import org.onosdmm.api.Binding;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.Lease;
import org.onosdmm.api.Locator;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.classify.Decision;
import org.onosdmm.core.classify.signalling.ControlFlows;
import org.onosdmm.core.compile.FabricCompiler;
import org.onosdmm.core.compile.NodeCompiler;
import org.onosdmm.core.compile.Punt;
import org.onosdmm.core.config.Documents;
import org.onosdmm.core.config.DomainParser;
import org.onosdmm.core.emulation.SwitchControl;
import org.onosdmm.core.mobility.HintKeeping;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.Hints;
import org.onosdmm.core.model.NetworkView;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.model.Policy;
import org.onosdmm.core.model.RuleKey;
import org.onosdmm.core.model.RuleSet;
import org.onosdmm.core.model.SwitchView;
import org.onosdmm.core.strategy.Strategies;
import org.onosdmm.dataplane.DataPlane;
import org.onosdmm.dataplane.Frame;
import org.onosdmm.dataplane.PacketBuilder;
import org.onosdmm.dataplane.Packets;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.IndexTableId;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which packets the rules show to the controller: one edge with an uplink, whose switch holds what is compiled for it
 * and for its nodes with the configuration that names no class. Nodes get addresses of their own there, for those of a
 * capture may be anything.
 */
final class Shown {
    private static final String DOCUMENT = "{ 'anchors': [{ 'name': 'edge1', 'device': 'of:0000000000000001',"
            + " 'number': 1, 'prefixes': ['198.18.0.0/16', '2001:db8:1::/64'],"
            + " 'uplink': { 'port': 10, 'address': '192.0.2.2/29',"
            + " 'nextHop': '192.0.2.1', 'pool': ['198.19.0.0/16'], 'reach': [{ 'prefix': '0.0.0.0/0', 'cost': 1 }],"
            + " 'ipv6': { 'address': '2001:db8:f::2/64', 'nextHop': 'fe80::1', 'pool': ['2001:db8:e::/112'],"
            + " 'reach': [{ 'prefix': '::/0', 'cost': 1 }] } } }] }";
    private static final Domain DOMAIN = new DomainParser(Strategies.builtIn().ids())
            .parse(Documents.json(DOCUMENT));
    private static final Anchor EDGE = DOMAIN.anchors().values().iterator().next();
    private static final ConnectPoint ACCESS = new ConnectPoint(EDGE.device(), PortNumber.portNumber(20));
    private static final ConnectPoint UPLINK = new ConnectPoint(EDGE.device(), PortNumber.portNumber(10));
    private static final MacAddress ROUTER = MacAddress.valueOf("02:00:00:00:ff:01");
    private static final NetworkView NETWORK = NetworkView.of(
            ImmutableMap.of(EDGE.device(), SwitchView.of(true, Set.of(), Map.of(), Map.of())),
            ImmutableMap.of(EDGE.id(), ROUTER), ImmutableMap.of(EDGE.id(), ROUTER));
    private static final Set<Punt> FOR_ITS_CLASS = Set.of(Punt.NEW_FLOW, Punt.NAME, Punt.CONTROL,
            Punt.CALL_FROM_OUTSIDE);
    private static final int FIRST = 16;
    private static final int TCP = 6;
    private static final int ACK = 16;
    private static final long FOR_EVER = Long.MAX_VALUE;

    private final DataPlane plane = new DataPlane();
    private final Map<IpAddress, Node> nodes = new HashMap<>();

    Shown() {
        plane.addPort(ACCESS).addPort(UPLINK);
        FabricCompiler.compile(DOMAIN, NETWORK, EDGE.device()).rules()
                .forEach((key, treatment) -> plane.add(SwitchControl.flowRule(key, treatment)));
    }

    /** The configuration that ships, as far as classes are concerned. */
    static Policy policy() {
        return DOMAIN.policy();
    }

    /** A node and the rules that it has. */
    private static final class Node {
        private final MacAddress mac;
        private final IpAddress own;
        private final Lease lease;
        private final Map<FlowKey, PinnedFlow> flows = new LinkedHashMap<>();
        private final Map<IpAddress, Hints.Named> named = new LinkedHashMap<>();
        private final NodeState attached;
        private RuleSet rules = RuleSet.EMPTY;

        private Node(int number, IpAddress.Version family) {
            mac = MacAddress.valueOf(0x0200_0001_0000L + number);
            own = address(family == IpAddress.Version.INET ? "198.18.0.0" : "2001:db8:1::", number);
            lease = Lease.of(EDGE.id(), own, address(family == IpAddress.Version.INET ? "198.19.0.0" : "2001:db8:e::",
                    number));
            Attachment place = Attachment.of(1, EDGE.id(), ACCESS, Locator.of(EDGE.number(), number), 0,
                    Trigger.values()[0]);
            attached = NodeState.attached(Binding.builder().node(MobileNodeId.of(mac)).addresses(Set.of(own))
                    .home(EDGE.id()).attachments(Set.of(place)).lastSeen(0).absentSince(Optional.empty()).build())
                    .withLeases(Set.of(lease));
        }

        private static IpAddress address(String base, int number) {
            byte[] octets = IpAddress.valueOf(base).toOctets();
            octets[octets.length - 2] = (byte) (number >> 8);
            octets[octets.length - 1] = (byte) number;
            return IpAddress.valueOf(octets.length == 4 ? IpAddress.Version.INET : IpAddress.Version.INET6, octets);
        }
    }

    /** Whether a packet of a flow, as its node has it, is punted, copied or held for the sake of its class. */
    boolean shows(FlowKey flow, boolean fromNode, int dscp) {
        Node node = node(flow.local());
        PacketBuilder packet = (flow.protocol() == TCP ? Packets.tcp().flags(ACK) : Packets.udp()).dscp(dscp);
        Frame frame = fromNode
                ? packet.eth(node.mac, DOMAIN.gatewayMac()).ip(node.own, flow.remote())
                .ports(flow.localPort(), flow.remotePort()).build()
                : packet.eth(ROUTER, Locator.exit(EDGE.number()).mac()).ip(flow.remote(), node.lease.outside())
                .ports(flow.remotePort(), flow.localPort()).build();
        return plane.inject(fromNode ? ACCESS : UPLINK, frame).punts().stream()
                .map(punt -> punt.rule().map(Shown::key).flatMap(Punt::of))
                .anyMatch(reason -> reason.filter(FOR_ITS_CLASS::contains).isPresent());
    }

    private static RuleKey key(FlowRule rule) {
        return RuleKey.of(rule.deviceId(), ((IndexTableId) rule.table()).id(), rule.priority(), rule.selector());
    }

    /** A flow has been decided about: it gets its rules. */
    void know(FlowKey flow, PinnedFlow.Origin origin, Decision decision) {
        Node node = node(flow.local());
        FlowKey key = FlowKey.of(flow.protocol(), node.own, flow.localPort(), flow.remote(), flow.remotePort());
        boolean leaves = origin == PinnedFlow.Origin.NODE && decision.applicationClass().continuity().pinned();
        node.flows.put(key, PinnedFlow.builder().key(key).origin(origin)
                .applicationClass(decision.applicationClass().name())
                .continuity(decision.applicationClass().continuity()).anchor(EDGE.id())
                .outside(leaves ? node.lease.outside() : node.own).step(decision.step()).evidence(decision.evidence())
                .strategy("serving").reason("").since(0).overlapEnds(Optional.empty()).released(Optional.empty())
                .copied(ControlFlows.isControl(key, decision.applicationClass().name())).build());
        compile(node);
    }

    /** A node has looked an address up by names that tell a class. */
    void name(IpAddress local, IpAddress remote, Set<String> names) {
        Node node = node(local);
        node.named.put(remote, Hints.Named.of(ImmutableSet.copyOf(names), FOR_EVER));
        compile(node);
    }

    private Node node(IpAddress local) {
        Node node = nodes.get(local);
        if (node == null) {
            node = new Node(FIRST + nodes.size(), local.version());
            nodes.put(local, node);
            compile(node);
        }
        return node;
    }

    private void compile(Node node) {
        NodeState state = node.attached.withFlows(node.flows)
                .with(HintKeeping.named(Hints.NONE, node.named, Integer.MAX_VALUE, 0));
        RuleSet rules = NodeCompiler.compile(DOMAIN, NETWORK, state, Set.of());
        node.rules.minusKeys(rules).rules()
                .forEach((key, treatment) -> plane.remove(SwitchControl.flowRule(key, treatment)));
        rules.minus(node.rules).rules()
                .forEach((key, treatment) -> plane.add(SwitchControl.flowRule(key, treatment)));
        node.rules = rules;
    }
}
