/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.onosdmm.core.bench.FlowTable.LabelledFlow;

import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Precision and recall, over flows and as the mean over files. */
class ScoreTest {
    private static final List<LabelledFlow> CALLS = List.of(flow("voice", "voice"), flow("voice", "voice"),
            flow("voice", "voice"), flow("voice", "web"), flow("web", "web"));
    private static final List<LabelledFlow> MIXED = List.of(flow("voice", "web"), flow("web", "voice"));
    private static final List<LabelledFlow> WEB = List.of(flow("web", "web"));

    @Test
    void countsOverFlowsAndOverTheFilesThatHaveSuch() {
        ObjectNode figures = new ObjectMapper().createObjectNode();
        Score.write(figures, Map.of("a", CALLS, "b", MIXED, "c", WEB), Set.of("voice"), flow -> flow.found);
        assertEquals(5, figures.get("flows").asInt());
        assertEquals(4, figures.get("called").asInt());
        assertEquals(0.6, figures.at("/over_flows/recall").asDouble());
        assertEquals(0.75, figures.at("/over_flows/precision").asDouble());
        assertEquals(0.3333, figures.at("/over_flows/false_alarms").asDouble());
        assertEquals(0.375, figures.at("/mean_over_files/recall").asDouble());
        assertEquals(2, figures.at("/mean_over_files/recall_files").asInt());
        assertEquals(0.5, figures.at("/mean_over_files/precision").asDouble());
        assertEquals(3, figures.at("/mean_over_files/false_alarms_files").asInt());
    }

    @Test
    void whatIsNotThereHasNoFigure() {
        ObjectNode figures = new ObjectMapper().createObjectNode();
        Score.write(figures, Map.of("c", WEB), Set.of("voice"), flow -> flow.found);
        assertTrue(figures.at("/over_flows/recall").isNull());
        assertTrue(figures.at("/mean_over_files/precision").isNull());
    }

    private static LabelledFlow flow(String truth, String found) {
        LabelledFlow flow = new LabelledFlow("x", "", "", "", truth, "", 1);
        flow.found = found;
        return flow;
    }
}
