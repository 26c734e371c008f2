/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import org.junit.jupiter.api.Test;
import org.onosdmm.api.MobilityService;
import org.onosdmm.view.example.ExampleService;
import org.onosdmm.web.gui.ExampleHighlighting;
import org.onosdmm.web.gui.Highlighting;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What is asked for through REST is shown in the user's own windows. */
class HighlightsTest {

    private final ExampleHighlighting example = new ExampleHighlighting();
    private final Rest rest = served("admin", "viewer");

    private Rest served(String... roles) {
        return new Rest(roles).with(MobilityService.class, new ExampleService())
                .with(Highlighting.class, example.service());
    }

    @Test
    void aNodeOrAnAnchorIsShownUntilItIsHidden() {
        example.openSecond("someone");
        assertEquals(200, rest.get("highlights"));
        assertEquals(1, rest.json("/windows").asInt());
        assertEquals(200, rest.request("PUT", "highlights/nodes/00:00:00:00:01:01"));
        assertEquals(200, rest.request("PUT", "highlights/anchors/edge1"));
        assertEquals(1, rest.json("/windows").asInt());
        assertEquals(200, rest.request("DELETE", "highlights"));
        assertEquals(1, rest.json("/windows").asInt());
    }

    @Test
    void withoutAWindowOfOnesOwnItIsRefused() {
        example.openSecond("other");
        assertEquals(409, rest.request("PUT", "highlights/nodes/00:00:00:00:01:01"));
        assertEquals("windows", rest.json("/field").asText());
        assertEquals(200, rest.request("DELETE", "highlights"));
        assertEquals(0, rest.json("/windows").asInt());
    }

    @Test
    void whatIsNotThereIsNotFound() {
        example.openSecond("someone");
        assertEquals(404, rest.request("PUT", "highlights/nodes/00:00:00:00:01:99"));
        assertEquals(400, rest.request("PUT", "highlights/nodes/zz"));
        assertEquals(404, rest.request("PUT", "highlights/anchors/edge9"));
    }

    @Test
    void aViewerMayOnlyLook() {
        Rest viewer = served("viewer");
        assertEquals(200, viewer.get("highlights"));
        assertEquals(403, viewer.request("PUT", "highlights/nodes/00:00:00:00:01:01"));
    }
}
