/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.gui;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.AnchorInfo;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.ExplanationService;
import org.onosdmm.api.FlowInfo;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.MobilityService;
import org.onosdmm.web.gui.model.Route;
import org.onosdmm.web.gui.model.Scene;
import org.onosdmm.web.gui.model.Strand;
import org.onosdmm.web.gui.model.Subject;
import org.onosproject.net.DefaultEdgeLink;
import org.onosproject.net.DeviceId;
import org.onosproject.net.Host;
import org.onosproject.net.HostId;
import org.onosproject.net.Link;
import org.onosproject.net.host.HostService;
import org.onosproject.net.link.LinkService;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds what is to be seen. The ways of flows are those of their explanations, which the shell and the page show, too.
 */
final class Scenes {

    /** An explanation takes a millisecond or so; what is beyond is not drawn. */
    static final int MOST_ROUTES = 64;

    private final MobilityService mobility;
    private final ExplanationService explanations;
    private final HostService hosts;
    private final LinkService links;

    Scenes(MobilityService mobility, ExplanationService explanations, HostService hosts, LinkService links) {
        this.mobility = mobility;
        this.explanations = explanations;
        this.hosts = hosts;
        this.links = links;
    }

    /** What there is of a subject now; of one that is not there (any more), the anchors alone. */
    Scene of(Subject subject) {
        ImmutableList<AnchorInfo> anchors = mobility.anchors();
        Scene.Builder scene = Scene.builder().anchors(anchors).classes(mobility.classes().stream()
                .map(ApplicationClass::name).collect(ImmutableList.toImmutableList()));
        List<Link> shown = new ArrayList<>();
        List<FlowInfo> flows = ImmutableList.of();
        if (subject.node().isPresent()) {
            MobileNodeId node = subject.node().get();
            flows = mobility.flows(node);
            scene.hosts(hostsOf(node.mac(), flows.size(), shown));
        } else if (subject.device().isPresent()) {
            flows = flowsBy(subject.device().get(), anchors);
        }
        List<Route> routes = routes(Strand.of(flows, anchors));
        if (!routes.isEmpty()) {
            links.getActiveLinks().forEach(shown::add);
        }
        return scene.routes(routes).links(shown).build();
    }

    private ImmutableMap<HostId, Integer> hostsOf(MacAddress mac, int flows, List<Link> shown) {
        ImmutableMap.Builder<HostId, Integer> found = ImmutableMap.builder();
        for (Host host : hosts.getHostsByMac(mac)) {
            found.put(host.id(), flows);
            shown.addAll(DefaultEdgeLink.createEdgeLinks(host, true));
        }
        return found.build();
    }

    private ImmutableList<FlowInfo> flowsBy(DeviceId device, List<AnchorInfo> anchors) {
        return anchors.stream().filter(anchor -> anchor.device().equals(device)).findFirst()
                .map(anchor -> mobility.flows().stream().filter(info -> info.flow().anchor().equals(anchor.id()))
                        .collect(ImmutableList.toImmutableList()))
                .orElse(ImmutableList.of());
    }

    private List<Route> routes(List<Strand> strands) {
        List<Route> routes = new ArrayList<>();
        for (Strand strand : strands.subList(0, Math.min(MOST_ROUTES, strands.size()))) {
            try {
                routes.add(Route.of(strand, explanations.explain(strand.sample())));
            } catch (DmmException e) {
                // it has gone meanwhile
            }
        }
        return routes;
    }
}
