/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import com.google.common.collect.ImmutableList;
import org.onosdmm.core.model.PathGroup;
import org.onosdmm.core.model.RuleKey;
import org.onosdmm.core.model.RuleSet;
import org.onosdmm.core.model.SwitchView;
import org.onosdmm.core.model.Ways;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.TrafficTreatment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Towards the edge that the locator names: plain rules that take one shortest way, and above them rules that take
 * groups, so that the switch itself avoids a link that has died.
 *
 * <p>A packet goes to a neighbour that is nearer to the edge; where all of those are dead, to one that is as near; and
 * from there, which the in-port tells, only nearer. So of two links that it passes one at least brings it nearer, and
 * it cannot circle, whatever else has failed. It goes back out of the port it came in by at an edge only, where its
 * locator may just have changed.
 */
final class TransitCompiler {

    private final DeviceId device;
    private final boolean edge;
    private RuleSet.Collector rules = new RuleSet.Collector();
    private List<PathGroup> groups = new ArrayList<>();

    private TransitCompiler(DeviceId device, boolean edge) {
        this.device = device;
        this.edge = edge;
    }

    /**
     * The rules that take no group. Open vSwitch drops a packet that has to leave by the port it came in on, unless
     * told IN_PORT: that is what a core switch should do.
     */
    static RuleSet plain(DeviceId device, SwitchView view, boolean edge) {
        TransitCompiler compiler = new TransitCompiler(device, edge);
        view.nextHops().forEach((number, port) -> {
            compiler.rule(Pipeline.TRANSIT_EDGE, Match.any().anyLocatorOf(number), Act.output(port));
            if (edge) {
                compiler.rule(Pipeline.TRANSIT_SAME_PORT, Match.port(port).anyLocatorOf(number),
                        Act.output(PortNumber.IN_PORT));
            }
        });
        return compiler.rules.toRuleSet();
    }

    /** The protections of a switch, one for each edge that it has more than one way to. */
    static ImmutableList<Protection> protections(DeviceId device, SwitchView view, boolean edge) {
        TransitCompiler compiler = new TransitCompiler(device, edge);
        ImmutableList.Builder<Protection> protections = ImmutableList.builder();
        Map<Integer, PathGroup> taken = new HashMap<>();
        view.ways().forEach((number, ways) -> {
            if (ways.nearer().size() + ways.level().size() > 1) {
                Protection protection = compiler.protection(number, ways);
                if (protection.fits(taken)) {
                    taken.putAll(protection.groups());
                    protections.add(protection);
                }
            }
        });
        return protections.build();
    }

    private Protection protection(int number, Ways ways) {
        rules = new RuleSet.Collector();
        groups = new ArrayList<>();
        rule(Pipeline.TRANSIT_PROTECTED, Match.any(), number, spread(ways.nearer(), ways.level()));
        ways.diverted().forEach(port -> rule(Pipeline.TRANSIT_PROTECTED_IN_PORT, Match.port(port), number,
                spread(ways.nearer(), ImmutableList.of())));
        if (edge) {
            ways.nearer().forEach(port -> rule(Pipeline.TRANSIT_PROTECTED_IN_PORT, Match.port(port), number,
                    turned(port, ways)));
        }
        return Protection.of(rules.toRuleSet(), groups);
    }

    /** Over all nearer neighbours, flow by flow; each falls back to the others, and then to the alternates. */
    private PathGroup spread(List<PortNumber> nearer, List<PortNumber> alternates) {
        List<PortNumber> sorted = new ArrayList<>(nearer);
        sorted.sort((a, b) -> Long.compare(a.toLong(), b.toLong()));
        List<PathGroup> members = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            List<PortNumber> ports = new ArrayList<>(sorted);
            Collections.rotate(ports, -i);
            ports.addAll(alternates);
            members.add(PathGroup.failover(device, ports));
        }
        return members.size() == 1 ? members.get(0) : PathGroup.select(device, members);
    }

    /** At an edge: for packets that came in by a port on a shortest way, whose locator has just changed. */
    private PathGroup turned(PortNumber port, Ways ways) {
        List<PortNumber> ports = new ArrayList<>(ways.nearer());
        ports.remove(port);
        ports.add(port);
        ports.addAll(ways.level());
        return PathGroup.failover(device, ports, port);
    }

    /** What takes another group is another rule, with a priority of its own: no rule is changed in place. */
    private void rule(int band, Match match, int number, PathGroup group) {
        boolean single = group.ports().size() == 1;
        if (!single) {
            groups.add(group);
            groups.addAll(group.members());
        }
        rule(Pipeline.generation(band, group.id()), match.anyLocatorOf(number),
                single ? Act.output(group.ports().get(0)) : Act.group(group));
    }

    private void rule(int priority, Match match, TrafficTreatment treatment) {
        rules.add(RuleKey.of(device, Pipeline.TRANSIT, priority, match.build()), treatment);
    }
}
