/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.strategy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.onlab.packet.IpAddress;
import org.onlab.packet.IpPrefix;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.Continuity;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.StrategyInput;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.ClassRule;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NetworkView;
import org.onosdmm.core.model.Policy;
import org.onosdmm.core.model.PortRange;
import org.onosdmm.core.model.Reach;
import org.onosdmm.core.model.SwitchView;
import org.onosdmm.core.model.Timers;
import org.onosdmm.core.model.Uplink;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A domain and a network for tests, built edge by edge; the node is at edge 1 unless said otherwise. */
final class Scene {
    static final IpAddress CORRESPONDENT = IpAddress.valueOf("203.0.113.20");

    private final List<Anchor> anchors = new ArrayList<>();
    private final Map<Integer, Integer> distances = new HashMap<>();
    private final Map<AnchorId, MacAddress> routers = new HashMap<>();
    private final Map<Integer, Boolean> available = new HashMap<>();
    private final Map<String, ApplicationClass> classes = new HashMap<>();
    private final List<ClassRule> rules = new ArrayList<>();
    private int serving = 1;
    private final Map<AnchorId, Integer> flows = new HashMap<>();
    private final Map<AnchorId, Long> rates = new HashMap<>();
    private Optional<AnchorId> latest = Optional.empty();
    private ApplicationClass applicationClass = ApplicationClass.of("voice", Continuity.SESSION_LASTING, "nearest");
    private final Loads loads = new Loads() {
        @Override
        public int flows(AnchorId anchor) {
            return flows.getOrDefault(anchor, 0);
        }

        @Override
        public long bitsPerSecond(AnchorId anchor) {
            return rates.getOrDefault(anchor, 0L);
        }
    };

    static AnchorId edge(int number) {
        return AnchorId.of("edge" + number);
    }

    static DeviceId device(int number) {
        return DeviceId.deviceId(String.format("of:%016x", number));
    }

    static Reach reach(String prefix, int cost) {
        return Reach.of(IpPrefix.valueOf(prefix), cost);
    }

    /** An edge so many links away from the node, with a working uplink that reaches this. */
    Scene uplink(int number, int distance, Reach... reach) {
        plain(number, distance);
        Anchor plain = anchors.remove(anchors.size() - 1);
        anchors.add(Anchor.builder().id(plain.id()).device(plain.device()).number(number).prefixes(plain.prefixes())
                .gateways(plain.gateways()).uplink(Optional.of(uplinkOf(number, reach))).build());
        routers.put(edge(number), MacAddress.valueOf(number));
        return this;
    }

    /** An edge without uplink. */
    Scene plain(int number, int distance) {
        anchors.add(Anchor.builder().id(edge(number)).device(device(number)).number(number)
                .prefixes(ImmutableList.of(IpPrefix.valueOf("10." + number + ".0.0/16")))
                .gateways(ImmutableSet.of()).uplink(Optional.empty()).build());
        distances.put(number, distance);
        available.put(number, true);
        return this;
    }

    /** The node is at this edge. */
    Scene serving(int number) {
        serving = number;
        return this;
    }

    /** So many flows are anchored at the edge, and so much goes through its uplink. */
    Scene load(int number, int count, long bitsPerSecond) {
        flows.put(edge(number), count);
        rates.put(edge(number), bitsPerSecond);
        return this;
    }

    /** The node's newest flow of the class is anchored at this edge. */
    Scene latest(int number) {
        latest = Optional.of(edge(number));
        return this;
    }

    /** The class of the flow has this strategy, about this edge. */
    Scene about(String strategy, int number) {
        applicationClass = applicationClass.toBuilder().strategy(strategy).anchor(Optional.of(edge(number))).build();
        return this;
    }

    /** The edge takes no new flow. */
    Scene draining(int number) {
        anchors.replaceAll(a -> a.number() == number ? a.withDraining(true) : a);
        return this;
    }

    /** There is no way through the fabric to this edge. */
    Scene unreachable(int number) {
        distances.remove(number);
        return this;
    }

    /** The edge's switch is not connected to the controller. */
    Scene disconnected(int number) {
        available.put(number, false);
        return this;
    }

    /** The edge's switch has never been seen. */
    Scene unseen(int number) {
        available.remove(number);
        return this;
    }

    /** The router behind the edge's uplink is not known. */
    Scene routerUnknown(int number) {
        routers.remove(edge(number));
        return this;
    }

    /** Adds a class and the rule that gives it to UDP flows towards this port. */
    Scene udpClass(String name, Continuity continuity, String strategy, int port) {
        return udpClass(ApplicationClass.of(name, continuity, strategy), port);
    }

    /** Adds a class and the rule that gives it to UDP flows towards this port. */
    Scene udpClass(ApplicationClass added, int port) {
        String name = added.name();
        classes.put(name, added);
        rules.add(ClassRule.builder(name).protocol(Optional.of(17))
                .ports(Optional.of(PortRange.of(port, port))).build());
        return this;
    }

    Domain domain() {
        ApplicationClass standard = ApplicationClass.of("standard", Continuity.NON_PERSISTENT, "serving");
        ApplicationClass oam = ApplicationClass.of("oam", Continuity.FIXED, "home");
        Map<String, ApplicationClass> all = new HashMap<>(classes);
        all.put("standard", standard);
        all.put("oam", oam);
        return Domain.of(MacAddress.valueOf("02:00:5e:00:00:01"), anchors,
                Policy.of(ImmutableMap.copyOf(all), rules, standard, oam), Timers.DEFAULTS);
    }

    NetworkView network() {
        Map<Integer, Integer> others = new HashMap<>(distances);
        others.remove(serving);
        Map<DeviceId, SwitchView> switches = new HashMap<>();
        available.forEach((number, up) -> switches.put(device(number), SwitchView.of(up, ImmutableSet.of(),
                ImmutableMap.of(), number == serving ? others : ImmutableMap.of())));
        return NetworkView.of(switches, routers);
    }

    StrategyInput input(int home) {
        Grounds grounds = grounds(Strategies.builtIn());
        return StrategyInput.builder().node(MobileNodeId.of(MacAddress.valueOf("00:00:00:00:00:07")))
                .flow(FlowKey.of(17, IpAddress.valueOf("10.1.0.7"), 40000, CORRESPONDENT, 5000))
                .applicationClass(applicationClass).serving(edge(serving)).home(edge(home)).latest(latest)
                .options(grounds.options(edge(serving), CORRESPONDENT)).build();
    }

    Grounds grounds(Strategies strategies) {
        return Grounds.of(domain(), network(), strategies, loads);
    }

    private static Uplink uplinkOf(int number, Reach... reach) {
        IpPrefix link = IpPrefix.valueOf("192.0." + number + ".0/30");
        return Uplink.builder().port(PortNumber.portNumber(10)).address(IpAddress.valueOf("192.0." + number + ".2"))
                .link(link).nextHop(IpAddress.valueOf("192.0." + number + ".1"))
                .pool(ImmutableList.of(IpPrefix.valueOf("198.51." + number + ".0/26")))
                .reach(ImmutableList.copyOf(reach)).build();
    }
}
