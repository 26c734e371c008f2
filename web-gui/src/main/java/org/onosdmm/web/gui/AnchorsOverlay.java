/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.gui;

import org.onosdmm.api.AnchorInfo;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.FlowInfo;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.MobilityService;
import org.onosdmm.api.NodeInfo;
import org.onosdmm.view.AnchorWords;
import org.onosproject.net.DeviceId;
import org.onosproject.net.HostId;
import org.onosproject.ui.UiTopoOverlay;
import org.onosproject.ui.topo.ButtonId;
import org.onosproject.ui.topo.PropertyPanel;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the panels of the topology say besides, while the overlay is chosen.
 */
final class AnchorsOverlay extends UiTopoOverlay {

    /** As in {@code dmmTopology.js}. */
    static final String ID = "dmm-overlay";
    /** The button that opens our own page. */
    static final ButtonId PAGE = new ButtonId("dmmPage");

    private static final String SEPARATOR = "-";

    private final MobilityService mobility;

    AnchorsOverlay(MobilityService mobility) {
        super(ID);
        this.mobility = mobility;
    }

    @Override
    public void modifySummary(PropertyPanel panel) {
        // There is room for one more line.
        separated(panel).addProp("dmmFlows", "DMM flows", mobility.flows().size());
    }

    @Override
    public void modifyDeviceDetails(PropertyPanel panel, DeviceId device) {
        mobility.anchors().stream().filter(anchor -> anchor.device().equals(device)).findFirst()
                .ifPresent(anchor -> describe(panel, anchor));
    }

    private static void describe(PropertyPanel panel, AnchorInfo anchor) {
        separated(panel).addProp("dmmAnchor", "DMM anchor", anchor.id())
                .addProp("dmmUplink", "Uplink", AnchorWords.uplink(anchor))
                .addProp("dmmFlows", "Flows", anchor.flows())
                .addProp("dmmNodes", "Nodes here", anchor.nodes())
                .addProp("dmmNew", "New flows", anchor.draining() ? "none: draining" : "taken")
                .addButton(PAGE);
    }

    @Override
    public void modifyHostDetails(PropertyPanel panel, HostId host) {
        try {
            MobileNodeId node = MobileNodeId.of(host.mac());
            describe(panel, mobility.node(node), mobility.flows(node));
        } catch (DmmException e) {
            // not a mobile node
        }
    }

    private static void describe(PropertyPanel panel, NodeInfo node, List<FlowInfo> flows) {
        separated(panel).addProp("dmmEdge", "DMM edge", node.binding().current().edge())
                .addProp("dmmHome", "Home", node.binding().home())
                .addProp("dmmMoves", "Moves", node.binding().sequence() - 1)
                .addProp("dmmFlows", "Known flows", flows.size());
        Map<String, Long> classes = new TreeMap<>(flows.stream().collect(
                Collectors.groupingBy(info -> info.flow().applicationClass(), Collectors.counting())));
        classes.forEach((name, count) -> panel.addProp("dmmClass-" + name, name, count));
        panel.addButton(PAGE);
    }

    /** Some panels end with a separator. */
    private static PropertyPanel separated(PropertyPanel panel) {
        List<PropertyPanel.Prop> properties = panel.properties();
        boolean ends = !properties.isEmpty() && SEPARATOR.equals(properties.get(properties.size() - 1).key());
        return ends ? panel : panel.addSeparator();
    }
}
