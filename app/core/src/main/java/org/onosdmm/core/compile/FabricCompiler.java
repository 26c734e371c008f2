/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import com.google.common.collect.ImmutableList;
import org.onlab.packet.IpPrefix;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.ClassRule;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NetworkView;
import org.onosdmm.core.model.RuleKey;
import org.onosdmm.core.model.RuleSet;
import org.onosdmm.core.model.SwitchView;
import org.onosdmm.core.model.Uplink;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.TrafficTreatment;

import java.util.Optional;
import java.util.stream.Stream;

import static org.onosdmm.core.compile.Pipeline.ADMIT;
import static org.onosdmm.core.compile.Pipeline.ATTACH;
import static org.onosdmm.core.compile.Pipeline.STEER;
import static org.onosdmm.core.compile.Pipeline.TRANSIT;

/**
 * The rules of one switch that hold for every node: proactive, O(edges) many, and not touched by any handover.
 */
public final class FabricCompiler {

    private static final ImmutableList<IpPrefix> NOT_UNICAST = ImmutableList.of(
            IpPrefix.valueOf("224.0.0.0/4"), IpPrefix.valueOf("255.255.255.255/32"));

    /** ICMP types that quote the packet that they are about (RFC 792): unreachable, time exceeded, parameter. */
    private static final ImmutableList<Integer> ERRORS = ImmutableList.of(3, 11, 12);

    private final Domain domain;
    private final DeviceId device;
    private final SwitchView view;
    private final RuleSet.Collector rules = new RuleSet.Collector();

    private FabricCompiler(Domain domain, DeviceId device, SwitchView view) {
        this.domain = domain;
        this.device = device;
        this.view = view;
    }

    /** The rules of one switch. */
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
        compiler.transit();
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
        admitAccess();
        steerKnownPlaces(self);
        ERRORS.forEach(type -> rule(STEER, Pipeline.STEER_ERROR, Match.any().icmp(type), Act.punt()));
        steerClasses(self);
        rule(STEER, Pipeline.STEER_DEFAULT, Match.any().ipv4(), Act.steer(self.exit()));
        rule(ATTACH, Pipeline.ATTACH_MISS, Match.any().anyLocatorOf(self.number()), Act.drop());
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
        uplink.pool().forEach(p -> rule(ADMIT, Pipeline.ADMIT_LEASED,
                Match.port(port).ethDst(self.exit().mac()).destination(p), Act.go(STEER)));
        uplink.pool().forEach(p -> ERRORS.forEach(type -> rule(ADMIT, Pipeline.ADMIT_ERROR,
                Match.port(port).ethDst(self.exit().mac()).destination(p).icmp(type), Act.punt())));
        self.prefixes().forEach(p -> rule(ADMIT, Pipeline.ADMIT_INBOUND,
                Match.port(port).ethDst(self.exit().mac()).destination(p), Act.punt()));
        rule(ADMIT, Pipeline.ADMIT_UPLINK_ARP, Match.port(port).arp(), Act.punt());
        rule(ADMIT, Pipeline.ADMIT_PORT_REST, Match.port(port), Act.drop());
        rule(STEER, Pipeline.STEER_UPLINK_MISS, Match.port(port), Act.drop());
    }

    /** At any other port: ARP, and packets that a node sends where it is not known to be. */
    private void admitAccess() {
        rule(ADMIT, Pipeline.ADMIT_ACCESS, Match.any().arp(), Act.punt());
        homePrefixes().forEach(p -> rule(ADMIT, Pipeline.ADMIT_ACCESS,
                Match.any().ethDst(domain.gatewayMac()).source(p), Act.punt()));
    }

    /**
     * The virtual gateway is the controller. Addresses inside are looked up at their home; each lookup is shown to
     * the controller, for the direct path.
     */
    private void steerKnownPlaces(Anchor self) {
        rule(STEER, Pipeline.STEER_LOOKUP_MISS, Match.locator(self.lookup()), Act.drop());
        NOT_UNICAST.forEach(p -> rule(STEER, Pipeline.STEER_NOT_UNICAST,
                Match.any().destination(p), Act.drop()));
        for (Anchor anchor : domain.anchors().values()) {
            anchor.gateways().forEach(g ->
                    rule(STEER, Pipeline.STEER_GATEWAY, Match.any().destination(g), Act.punt()));
            TrafficTreatment lookup = anchor.equals(self) ? Act.punt() : Act.copyAndSteer(anchor.lookup());
            anchor.prefixes().forEach(p ->
                    rule(STEER, Pipeline.STEER_PREFIX, Match.any().destination(p), lookup));
            anchor.uplink().ifPresent(u -> u.pool().forEach(p ->
                    rule(STEER, Pipeline.STEER_PREFIX, Match.any().destination(p), Act.drop())));
        }
    }

    /** Classes whose flows have to be pinned send the first packet to the controller; the first rule wins. */
    private void steerClasses(Anchor self) {
        int priority = Pipeline.STEER_CLASS;
        for (ClassRule rule : domain.policy().rules()) {
            ApplicationClass applicationClass = domain.policy().classOf(rule);
            TrafficTreatment treatment = applicationClass.continuity().pinned() ? Act.punt() : Act.steer(self.exit());
            for (Match match : selectors(rule)) {
                rule(STEER, priority, match, treatment);
            }
            priority--;
        }
    }

    private static ImmutableList<Match> selectors(ClassRule rule) {
        if (!rule.ports().isPresent()) {
            return ImmutableList.of(conditions(rule));
        }
        return rule.ports().get().masked().stream()
                .map(ports -> conditions(rule).destinationPorts(rule.protocol().get(), ports))
                .collect(ImmutableList.toImmutableList());
    }

    private static Match conditions(ClassRule rule) {
        Match match = Match.any();
        if (rule.prefix().isPresent()) {
            match.destination(rule.prefix().get());
        } else {
            match.ipv4();
        }
        rule.protocol().ifPresent(match::protocol);
        rule.dscp().ifPresent(match::dscp);
        return match;
    }

    /** Open vSwitch drops a packet that has to leave by the port it came in on, unless told IN_PORT. */
    private void transit() {
        view.nextHops().forEach((edge, port) -> {
            rule(TRANSIT, Pipeline.TRANSIT_EDGE, Match.any().anyLocatorOf(edge), Act.output(port));
            rule(TRANSIT, Pipeline.TRANSIT_SAME_PORT, Match.port(port).anyLocatorOf(edge),
                    Act.output(PortNumber.IN_PORT));
        });
    }

    private Stream<IpPrefix> homePrefixes() {
        return domain.anchors().values().stream().flatMap(a -> a.prefixes().stream());
    }

    private Stream<IpPrefix> insidePrefixes() {
        return Stream.concat(homePrefixes(),
                domain.withUplink().stream().flatMap(a -> a.uplink().get().pool().stream()));
    }

    private void rule(int table, int priority, Match match, TrafficTreatment treatment) {
        rules.add(RuleKey.of(device, table, priority, match.build()), treatment);
    }
}
