/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.Finding;
import org.onosdmm.view.example.Example;
import org.onosdmm.view.example.ExampleService;

import java.util.List;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class MobilityViewTest {

    private final ExampleService service = new ExampleService();
    private final MobilityView view = MobilityView.of(service);

    @Test
    void anchorByName() {
        assertEquals(2, view.anchor("edge2").number());
        fails(DmmException.Kind.NOT_FOUND, "anchor", () -> view.anchor("EDGE2"));
    }

    @Test
    void nodeByMac() {
        assertEquals(Example.node(), view.node("00:00:00:00:01:01"));
        fails(DmmException.Kind.INVALID, "node", () -> view.node("00:00:00:00:01"));
        fails(DmmException.Kind.INVALID, "node", () -> view.node(""));
        fails(DmmException.Kind.NOT_FOUND, "node", () -> view.node("00:00:00:00:00:99"));
    }

    @Test
    void rulesOfANodeThatIsNotBound() {
        fails(DmmException.Kind.NOT_FOUND, "node", () -> view.rules("00:00:00:00:00:99"));
    }

    @Test
    void rulesOfAMalformedDevice() {
        fails(DmmException.Kind.INVALID, "device", () -> view.rulesAt("of: 1"));
    }

    @Test
    void flowsByEveryPartOfTheFilter() {
        assertEquals(3, view.flows(FlowFilter.of(null, null, null)).size());
        assertEquals(3, view.flows(FlowFilter.of("00:00:00:00:01:01", null, "edge1")).size());
        assertEquals(0, view.flows(FlowFilter.of("00:00:00:00:01:02", null, null)).size());
        assertEquals(0, view.flows(FlowFilter.of(null, null, "edge2")).size());
        assertEquals(0, view.flows(FlowFilter.of(null, "standard", null)).size());
        assertEquals(ImmutableList.of(Example.SESSION), view.flows(FlowFilter.of(null, "oam", "edge1")).stream()
                .map(info -> info.flow()).collect(Collectors.toList()));
    }

    @Test
    void handoversKeepTheNewest() {
        assertEquals(Example.handovers(), view.handovers(null, null, null, 0));
        assertEquals(Example.handovers(), view.handovers(null, "3", null, 0));
        assertEquals(Example.handovers(), view.handovers(null, "1000", null, 0));
        assertEquals(Example.handovers().subList(2, 3), view.handovers(null, "1", null, 0));
        fails(DmmException.Kind.INVALID, "last", () -> view.handovers(null, "-1", null, 0));
        String node = Example.NODE.toString();
        assertEquals(List.of(Example.handovers().get(0), Example.handovers().get(2)),
                     view.handovers(node, "2", null, 0), "the last two of that node");
        fails(DmmException.Kind.NOT_FOUND, "node", () -> view.handovers("00:00:00:00:00:99", null, null, 0));
        fails(DmmException.Kind.INVALID, "last", () -> view.handovers(null, "0", null, 0));
    }

    @Test
    void theWorstFindingIsTheVerdict() {
        assertEquals(CheckReport.Verdict.OK, view.check().verdict());
        service.findings = ImmutableList.of(Finding.warning("a", "b"));
        assertEquals(CheckReport.Verdict.WARNING, view.check().verdict());
        service.findings = ImmutableList.of(Finding.warning("a", "b"), Finding.error("a", "b"));
        assertEquals(CheckReport.Verdict.ERROR, view.check().verdict());
        assertEquals(1, view.check().count(Finding.Severity.ERROR));
    }

    private static void fails(DmmException.Kind kind, String field, Executable call) {
        DmmException error = assertThrows(DmmException.class, call);
        assertEquals(kind, error.kind());
        assertEquals(field, error.field());
    }
}
