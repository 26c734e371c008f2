/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import org.onlab.packet.ICMP6;
import org.onlab.packet.IpAddress;
import org.onlab.packet.IpPrefix;
import org.onosdmm.api.Locator;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NetworkView;
import org.onosdmm.core.model.RuleKey;
import org.onosdmm.core.model.RuleSet;
import org.onosdmm.core.model.SwitchView;
import org.onosdmm.core.model.Uplink;
import org.onosdmm.core.model.Way;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.TrafficTreatment;

import java.util.Optional;
import java.util.stream.Stream;

import static org.onlab.packet.IpAddress.Version.INET;
import static org.onlab.packet.IpAddress.Version.INET6;
import static org.onosdmm.core.compile.Pipeline.ADMIT;
import static org.onosdmm.core.compile.Pipeline.ATTACH;
import static org.onosdmm.core.compile.Pipeline.STEER;
import static org.onosdmm.core.compile.Pipeline.TRANSIT;

/**
 * The rules of one switch that hold for every node: proactive, O(edges) many, and not touched by any handover.
 */
public final class FabricCompiler {

    /** Multicast, broadcast and link-local addresses: such packets never leave the edge. */
    private static final ImmutableListMultimap<IpAddress.Version, IpPrefix> NOT_ROUTED = ImmutableListMultimap.of(
            INET, IpPrefix.valueOf("224.0.0.0/4"), INET, IpPrefix.valueOf("255.255.255.255/32"),
            INET6, IpPrefix.valueOf("ff00::/8"), INET6, IpPrefix.valueOf("fe80::/10"));

    /**
     * ICMP types that quote the packet that they are about: unreachable, time exceeded, parameter (RFC 792); all
     * errors that there are (RFC 4443, section 2.1).
     */
    private static final ImmutableListMultimap<IpAddress.Version, Integer> ERRORS =
            ImmutableListMultimap.<IpAddress.Version, Integer>builder()
                    .putAll(INET, 3, 11, 12).putAll(INET6, 1, 2, 3, 4).build();

    /** What nodes send to discover routers and neighbours (RFC 4861). */
    private static final ImmutableList<Byte> DISCOVERY = ImmutableList.of(
            ICMP6.ROUTER_SOLICITATION, ICMP6.NEIGHBOR_SOLICITATION, ICMP6.NEIGHBOR_ADVERTISEMENT);

    /** What only routers send: not a node's to say (RFC 6105). */
    private static final ImmutableList<Byte> OF_ROUTERS = ImmutableList.of(
            ICMP6.ROUTER_ADVERTISEMENT, ICMP6.REDIRECT);

    private final Domain domain;
    private final DeviceId device;
    private final SwitchView view;
    private final ImmutableList<IpAddress.Version> families;
    private final RuleSet.Collector rules = new RuleSet.Collector();

    private FabricCompiler(Domain domain, DeviceId device, SwitchView view) {
        this.domain = domain;
        this.device = device;
        this.view = view;
        this.families = Stream.of(INET, INET6).filter(v -> v == INET || domain.speaks(v))
                .collect(ImmutableList.toImmutableList());
    }

    /** The rules of one switch that take no group. */
    public static RuleSet compile(Domain domain, NetworkView network, DeviceId device) {
        SwitchView view = network.switches().get(device);
        if (view == null) {
            return RuleSet.EMPTY;
        }
        FabricCompiler compiler = new FabricCompiler(domain, device, view);
        Optional<Anchor> anchor = domain.anchorAt(device);
        if (anchor.isPresent()) {
            compiler.edge(anchor.get());
        } else {
            compiler.core();
        }
        TransitCompiler.plain(device, view, anchor.isPresent()).rules().forEach(compiler.rules::add);
        return compiler.rules.toRuleSet();
    }

    private void core() {
        for (PortNumber port : view.fabricPorts()) {
            rule(ADMIT, Pipeline.ADMIT_LOCATOR, Match.port(port).anyLocator(), Act.go(TRANSIT));
        }
    }

    private void edge(Anchor self) {
        admitFabric(self);
        self.uplink().ifPresent(u -> admitUplink(self, u));
        standIn(self);
        admitAccess();
        view.arpMoves().ifPresent(moves -> ArpRules.collect(domain, self, moves, rules));
        DhcpRules.collect(domain, self, rules);
        GroupRules.collect(domain, self, rules);
        steerKnownPlaces(self);
        for (IpAddress.Version family : families) {
            if (domain.rewrites(family)) {
                ERRORS.get(family).forEach(type ->
                        rule(STEER, Pipeline.STEER_ERROR, Match.any().icmp(family, type), Act.punt()));
            }
            ClassSteering.collect(domain, self, family, rules);
            NameRules.collect(domain, self, family, rules);
        }
        rule(ATTACH, Pipeline.ATTACH_RESERVED_MISS, Match.any().anyReservedLocatorOf(self.number()), Act.drop());
        rule(ATTACH, Pipeline.ATTACH_MISS, Match.any().anyLocatorOf(self.number()), Act.punt());
        rule(ATTACH, Pipeline.ATTACH_FOREIGN, Match.any().anyLocator(), Act.go(TRANSIT));
    }

    private void admitFabric(Anchor self) {
        for (PortNumber port : view.fabricPorts()) {
            rule(ADMIT, Pipeline.ADMIT_LOOKUP, Match.locator(self.lookup()).inPort(port), Act.go(STEER));
            rule(ADMIT, Pipeline.ADMIT_LOCATOR, Match.port(port).anyLocator(), Act.go(ATTACH));
            rule(ADMIT, Pipeline.ADMIT_PORT_REST, Match.port(port), Act.drop());
        }
    }

    /** From outside come packets to leased addresses and to the own addresses of nodes at home here. */
    private void admitUplink(Anchor self, Uplink uplink) {
        PortNumber port = uplink.port();
        insidePrefixes().forEach(p ->
                rule(ADMIT, Pipeline.ADMIT_SPOOFED, Match.port(port).source(p), Act.drop()));
        admitOwned(self, Way.own(self));
        rule(ADMIT, Pipeline.ADMIT_UPLINK_ARP, Match.port(port).arp(), Act.punt());
        rule(ADMIT, Pipeline.ADMIT_PORT_REST, Match.port(port), Act.drop());
        rule(STEER, Pipeline.STEER_UPLINK_MISS, Match.port(port), Act.drop());
    }

    /** What an anchor owns is let in: at its own uplink, and at that of the one that stands in for it. */
    private void admitOwned(Anchor anchor, Way way) {
        anchor.uplinks().stream().flatMap(u -> u.pool().stream()).forEach(p -> {
            rule(ADMIT, Pipeline.ADMIT_LEASED, Match.from(way).destination(p), Act.go(STEER));
            ERRORS.get(p.version()).forEach(type -> rule(ADMIT, Pipeline.ADMIT_ERROR,
                    Match.from(way).destination(p).icmp(p.version(), type), Act.punt()));
        });
        FragmentRules.collect(anchor, way, rules);
        anchor.prefixes().forEach(p -> inbound(way, p));
    }

    /**
     * Towards the own addresses of nodes. Where packets can leave with another address, a flow from outside has to be
     * known from its first packet on, so that its answers do not; where none can, it needs nothing but the node.
     */
    private void inbound(Way way, IpPrefix prefix) {
        if (domain.rewrites(prefix.version())) {
            rule(ADMIT, Pipeline.ADMIT_INBOUND, Match.from(way).destination(prefix), Act.punt());
        } else {
            rule(ADMIT, Pipeline.ADMIT_INBOUND, Match.from(way).destination(prefix), Act.go(STEER));
            rule(STEER, Pipeline.STEER_UPLINK_SEARCH, Match.port(way.port()).destination(prefix), Act.punt());
        }
    }

    /**
     * While an anchor's uplink is dead, the one that stands in takes its packets, and every other edge sends there what
     * is to leave. So no pin has to be changed.
     */
    private void standIn(Anchor self) {
        for (Anchor anchor : domain.anchors().values()) {
            anchor.standing().standIn().filter(way -> way.owner().equals(self.id()))
                    .ifPresent(way -> admitOwned(anchor, way));
            anchor.standing().detour().filter(way -> !way.owner().equals(self.id())).ifPresent(way -> {
                detour(anchor.exit(), way.exit());
                detour(anchor.exitUntranslated(), way.exitUntranslated());
            });
        }
    }

    private void detour(Locator from, Locator to) {
        rule(ATTACH, Pipeline.ATTACH_DETOUR, Match.locator(from), Act.onto(to));
    }

    /** At any other port: ARP, RARP, and packets that a node sends where it is not known to be. */
    private void admitAccess() {
        rule(ADMIT, Pipeline.ADMIT_ACCESS, Match.any().arp(), Act.punt());
        rule(ADMIT, Pipeline.ADMIT_ACCESS, Match.any().reverseArp(), Act.punt());
        homePrefixes().forEach(p -> rule(ADMIT, Pipeline.ADMIT_ACCESS,
                Match.any().ethDst(domain.gatewayMac()).source(p), Act.punt()));
        if (domain.speaks(INET6)) {
            DISCOVERY.forEach(type -> rule(ADMIT, Pipeline.ADMIT_DISCOVERY, Match.any().icmp6(type), Act.punt()));
            OF_ROUTERS.forEach(type -> rule(ADMIT, Pipeline.ADMIT_DISCOVERY, Match.any().icmp6(type), Act.drop()));
            rule(ADMIT, Pipeline.ADMIT_LINK_LOCAL, Match.any().destination(domain.gatewayLinkLocal()), Act.punt());
        }
    }

    /**
     * The virtual gateway is the controller. Addresses inside are looked up at their home; each lookup is shown to
     * the controller, for the direct path.
     */
    private void steerKnownPlaces(Anchor self) {
        rule(STEER, Pipeline.STEER_LOOKUP_MISS, Match.locator(self.lookup()), Act.drop());
        families.forEach(family -> NOT_ROUTED.get(family).forEach(p ->
                rule(STEER, Pipeline.STEER_NOT_ROUTED, Match.any().destination(p), Act.drop())));
        for (Anchor anchor : domain.anchors().values()) {
            anchor.gateways().forEach(g ->
                    rule(STEER, Pipeline.STEER_GATEWAY, Match.any().destination(g), Act.punt()));
            Locator there = anchor.lookupNow();
            TrafficTreatment lookup = there.equals(self.lookup()) ? Act.punt() : Act.copyAndSteer(there);
            int priority = there.equals(anchor.lookup()) ? Pipeline.STEER_PREFIX : Pipeline.STEER_PREFIX_TAKEN_OVER;
            anchor.prefixes().forEach(p -> rule(STEER, priority, Match.any().destination(p), lookup));
            anchor.uplinks().stream().flatMap(u -> u.pool().stream()).forEach(p ->
                    rule(STEER, Pipeline.STEER_PREFIX, Match.any().destination(p), Act.drop()));
        }
    }

    private Stream<IpPrefix> homePrefixes() {
        return domain.anchors().values().stream().flatMap(a -> a.prefixes().stream());
    }

    private Stream<IpPrefix> insidePrefixes() {
        return Stream.concat(homePrefixes(), domain.anchors().values().stream()
                .flatMap(a -> a.uplinks().stream()).flatMap(u -> u.pool().stream()));
    }

    private void rule(int table, int priority, Match match, TrafficTreatment treatment) {
        rules.add(RuleKey.of(device, table, priority, match.build()), treatment);
    }
}
