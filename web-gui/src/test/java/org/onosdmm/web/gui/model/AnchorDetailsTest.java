/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.gui.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;
import org.onosdmm.api.FlowInfo;
import org.onosdmm.view.MobilityView;
import org.onosdmm.view.NodeSummary;
import org.onosdmm.view.example.Example;
import org.onosdmm.view.example.ExampleService;

import java.util.ArrayList;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;

class AnchorDetailsTest {

    private final List<NodeSummary> nodes = MobilityView.of(new ExampleService()).nodeSummaries();

    @Test
    void itHasTheFlowsThatLeaveThereByClass() {
        JsonNode details = AnchorDetails.of(Example.anchors().get(0), Example.flows(), nodes);
        assertEquals("edge1", details.path("id").asText());
        assertEquals("good", details.path("state").asText());
        assertEquals("[{\"name\":\"multimedia-conferencing\",\"flows\":1},{\"name\":\"oam\",\"flows\":1},"
                + "{\"name\":\"telephony\",\"flows\":1}]", details.path("classes").toString());
        assertEquals("udp,10.1.0.10,40000,203.0.113.10,16384", details.at("/flows/0/id").asText());
        assertEquals("udp 10.1.0.10:40000 - 203.0.113.10:16384", details.at("/flows/0/text").asText());
        assertEquals(0, details.path("moreFlows").asInt());
    }

    @Test
    void itHasTheNodesThatAreThereWithTheirNames() {
        JsonNode details = AnchorDetails.of(Example.anchors().get(1), Example.flows(), nodes);
        assertEquals("switch down", details.path("state").asText());
        assertEquals("[{\"id\":\"00:00:00:00:01:01\",\"name\":\"laptop\",\"flows\":3}]",
                     details.path("nodes").toString());
        assertEquals("[]", details.path("flows").toString());
    }

    @Test
    void aLongListIsCutAndCounted() {
        List<FlowInfo> many = new ArrayList<>();
        for (int i = 0; i < AnchorDetails.MOST + 7; i++) {
            many.add(Example.flows().get(0));
        }
        JsonNode details = AnchorDetails.of(Example.anchors().get(0), many, ImmutableList.of());
        assertEquals(AnchorDetails.MOST, details.path("flows").size());
        assertEquals(7, details.path("moreFlows").asInt());
        assertEquals(AnchorDetails.MOST + 7, details.at("/classes/0/flows").asInt());
    }
}
