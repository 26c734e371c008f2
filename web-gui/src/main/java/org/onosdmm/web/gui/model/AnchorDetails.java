/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.gui.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Joiner;
import org.onosdmm.api.AnchorInfo;
import org.onosdmm.api.FlowInfo;
import org.onosdmm.view.AnchorWords;
import org.onosdmm.view.NodeSummary;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All there is to say of one anchor, for a panel beside the table.
 */
public final class AnchorDetails {

    /** Flows and nodes in a panel; the page has the rest. */
    static final int MOST = 50;

    private static final String NONE = "-";

    private AnchorDetails() {
    }

    /**
     * The JSON of an anchor. All values are text for a person, to be shown as text.
     *
     * @param flows all flows
     * @param nodes all nodes
     */
    public static ObjectNode of(AnchorInfo anchor, List<FlowInfo> flows, List<NodeSummary> nodes) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", anchor.id().name())
                .put("state", AnchorTable.state(anchor));
        properties(anchor, json.putArray("properties"));
        List<FlowInfo> its = flows.stream().filter(info -> info.flow().anchor().equals(anchor.id()))
                .collect(Collectors.toList());
        Map<String, Long> classes = new TreeMap<>(its.stream().collect(
                Collectors.groupingBy(info -> info.flow().applicationClass(), Collectors.counting())));
        ArrayNode byClass = json.putArray("classes");
        classes.forEach((name, count) -> byClass.addObject().put("name", name).put("flows", count));
        List<NodeSummary> here = nodes.stream()
                .filter(node -> node.binding().current().edge().equals(anchor.id())).collect(Collectors.toList());
        ArrayNode present = json.putArray("nodes");
        here.stream().limit(MOST).forEach(node -> present.addObject()
                .put("id", node.binding().node().toString())
                .put("name", node.name().orElse(""))
                .put("flows", node.known()));
        ArrayNode shown = json.putArray("flows");
        its.stream().limit(MOST).forEach(info -> shown.addObject()
                .put("id", info.flow().key().id())
                .put("text", info.flow().key().toString())
                .put("class", info.flow().applicationClass())
                .put("node", info.node().toString()));
        return json.put("moreNodes", Math.max(0, here.size() - MOST)).put("moreFlows", Math.max(0, its.size() - MOST));
    }

    private static void properties(AnchorInfo anchor, ArrayNode list) {
        property(list, "Switch", anchor.device());
        property(list, "Number", anchor.number());
        property(list, "Uplink", AnchorWords.uplink(anchor));
        property(list, "Next hop", anchor.nextHop().map(Object::toString).orElse(NONE));
        property(list, "Flows", anchor.flows() + anchor.capacity().map(most -> " of " + most).orElse(""));
        property(list, "Nodes here", anchor.nodes());
        property(list, "Addresses lent", anchor.leased() + " of " + anchor.poolSize());
        property(list, "New flows", anchor.draining() ? "none: draining" : "taken");
        property(list, "Backup", anchor.backup().map(Object::toString).orElse(NONE));
        property(list, "Prefixes", anchor.prefixes().isEmpty() ? NONE : Joiner.on(", ").join(anchor.prefixes()));
        property(list, "Rules", anchor.rules().installed() + " of " + anchor.rules().desired());
    }

    private static void property(ArrayNode list, String label, Object value) {
        list.addObject().put("label", label).put("value", value.toString());
    }
}
