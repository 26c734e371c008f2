/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.gui.model;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import org.onosdmm.api.AnchorInfo;
import org.onosdmm.api.FlowPath;
import org.onosdmm.api.PathEnd;
import org.onosdmm.api.PathHop;
import org.onosdmm.view.AnchorWords;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;
import org.onosproject.net.Link;
import org.onosproject.ui.topo.DeviceHighlight;
import org.onosproject.ui.topo.Highlights;
import org.onosproject.ui.topo.HostHighlight;
import org.onosproject.ui.topo.LinkHighlight;
import org.onosproject.ui.topo.NodeBadge;
import org.onosproject.ui.topo.NodeBadge.Status;
import org.onosproject.ui.topo.TopoUtils;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A scene as highlights: a badge at each anchor with the number of its flows, and the ways of the selected ones.
 */
public final class Picture {

    private static final int MOST_IN_LABEL = 2;

    private final Scene scene;
    private final Palette palette;
    private final Map<ConnectPoint, String> links = new HashMap<>();
    private final Map<String, Load> loads = new LinkedHashMap<>();

    private Picture(Gui gui, Scene scene) {
        this.scene = scene;
        this.palette = new Palette(gui, scene.classes());
    }

    /** The picture of a scene. */
    public static Highlights of(Gui gui, Scene scene) {
        return new Picture(gui, scene).draw();
    }

    /**
     * The same highlights, and badges taken away that are not in them: the second GUI keeps what is not replaced.
     *
     * @param former ids of what had a badge before
     */
    public static Highlights without(Set<String> former, Highlights highlights) {
        Sets.difference(former, badged(highlights)).forEach(id -> {
            if (id.contains("/")) {
                highlights.add(new HostHighlight(id));
            } else {
                highlights.add(new DeviceHighlight(id));
            }
        });
        return highlights;
    }

    /** Ids of the devices and hosts that have a badge. */
    public static ImmutableSet<String> badged(Highlights highlights) {
        ImmutableSet.Builder<String> ids = ImmutableSet.builder();
        highlights.devices().stream().filter(one -> one.badge() != null).forEach(one -> ids.add(one.elementId()));
        highlights.hosts().stream().filter(one -> one.badge() != null).forEach(one -> ids.add(one.elementId()));
        return ids.build();
    }

    private Highlights draw() {
        Highlights highlights = new Highlights();
        scene.anchors().forEach(anchor -> highlights.add(badge(anchor)));
        scene.hosts().forEach((host, flows) -> {
            HostHighlight highlight = new HostHighlight(host.toString());
            highlight.setBadge(NodeBadge.number(Status.INFO, flows, flows + (flows == 1 ? " flow" : " flows")));
            highlights.add(highlight);
        });
        scene.links().forEach(this::index);
        scene.routes().forEach(this::carry);
        loads.forEach((id, load) -> {
            LinkHighlight link = palette.link(id, load.foremost(), load.lost);
            highlights.add(link.setLabel(load.label()));
        });
        return highlights;
    }

    private static DeviceHighlight badge(AnchorInfo anchor) {
        Status status = Status.INFO;
        if (AnchorWords.health(anchor) != AnchorWords.Health.GOOD) {
            status = AnchorWords.health(anchor) == AnchorWords.Health.BAD ? Status.ERROR : Status.WARN;
        }
        DeviceHighlight highlight = new DeviceHighlight(anchor.device().toString());
        highlight.setBadge(NodeBadge.number(status, anchor.flows(), anchor.id() + ": "
                + (anchor.available() ? AnchorWords.uplink(anchor) : "switch down")
                + (anchor.draining() ? ", takes no new flows" : "")));
        return highlight;
    }

    /** By its ends at switches: one of them is where packets come in from it. */
    private void index(Link link) {
        String id = TopoUtils.canonicalLinkKey(link).asId();
        Stream.of(link.src(), link.dst()).filter(end -> end.elementId() instanceof DeviceId)
                .forEach(end -> links.put(new ConnectPoint(end.deviceId(), end.port()), id));
    }

    private void carry(Route route) {
        Set<String> passed = route.ways().stream().flatMap(way -> passed(way).stream()).collect(Collectors.toSet());
        passed.forEach(id -> loads.computeIfAbsent(id, any -> new Load()).add(route.strand()));
    }

    private ImmutableSet<String> passed(FlowPath way) {
        ImmutableSet.Builder<String> ids = ImmutableSet.builder();
        for (PathHop hop : way.hops()) {
            String id = links.get(new ConnectPoint(hop.device(), hop.in()));
            if (id != null) {
                ids.add(id);
            }
        }
        if (way.end().kind() == PathEnd.Kind.HOST && links.containsKey(way.end().at())) {
            ids.add(links.get(way.end().at()));
        }
        return ids.build();
    }

    /** What a link carries. */
    private static final class Load {

        private final Map<String, Integer> flows = new LinkedHashMap<>();
        private boolean lost = true;

        void add(Strand strand) {
            flows.merge(strand.applicationClass(), strand.count(), Integer::sum);
            lost &= strand.lost();
        }

        /** The class with the most flows; of equals the first. */
        String foremost() {
            String foremost = "";
            for (Map.Entry<String, Integer> entry : flows.entrySet()) {
                if (entry.getValue() > flows.getOrDefault(foremost, 0)) {
                    foremost = entry.getKey();
                }
            }
            return foremost;
        }

        String label() {
            if (flows.size() <= MOST_IN_LABEL) {
                return flows.entrySet().stream().map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", "));
            }
            return flows.values().stream().mapToInt(Integer::intValue).sum() + " flows, " + flows.size() + " classes";
        }
    }
}
