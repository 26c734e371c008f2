/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import com.google.common.collect.ImmutableMap;
import org.junit.jupiter.api.Test;
import org.onosdmm.api.InterventionService;
import org.onosdmm.api.MobilityService;
import org.onosdmm.api.OperationService;
import org.onosdmm.view.example.ExampleCodecs;
import org.onosdmm.view.example.ExampleInterventions;
import org.onosdmm.view.example.ExampleService;
import org.onosproject.codec.CodecService;

import java.lang.reflect.Proxy;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What an operator does over REST, and sees at a glance. */
class InterventionsTest {

    private static final String CALL = "udp,10.1.0.10,40000,203.0.113.10,16384";

    private final ExampleInterventions interventions = new ExampleInterventions();
    private final Rest rest = rest("viewer", "admin");

    private Rest rest(String... roles) {
        return new Rest(roles).with(InterventionService.class, interventions)
                .with(MobilityService.class, new ExampleService())
                .with(OperationService.class, (OperationService) Proxy.newProxyInstance(getClass().getClassLoader(),
                        new Class<?>[] {OperationService.class}, (self, method, values) -> ImmutableMap.of("NAME", 4L)))
                .with(CodecService.class, ExampleCodecs.registered());
    }

    @Test
    void movesAFlow() {
        assertEquals(200, rest.request("PUT", "flows/" + CALL + "/anchor/edge1"), rest.body());
        assertEquals("edge1", rest.json("/anchor").asText());
        assertEquals(CALL, rest.json("/id").asText());
        assertEquals(List.of("move " + CALL + " to edge1"), interventions.done);
    }

    @Test
    void refusesToMoveAFlow() {
        assertEquals(409, rest.request("PUT", "flows/" + CALL + "/anchor/edge2"));
        assertEquals("flow", rest.json("/field").asText());
        assertTrue(rest.json("/message").asText().endsWith("is SESSION_LASTING"), rest.body());
        assertEquals(400, rest.request("PUT", "flows/x/anchor/edge2"));
        assertEquals(404, rest.request("PUT", "flows/udp,10.1.0.10,1,203.0.113.10,2/anchor/edge1"));
        assertEquals(List.of(), interventions.done);
    }

    @Test
    void tellsSwitchesAgain() {
        assertEquals(200, rest.request("POST", "resync"));
        assertEquals(100, rest.json("/rules").asInt());
        assertEquals(200, rest.request("POST", "resync?target=of:0000000000000001"));
        assertEquals(200, rest.request("POST", "resync?target=00:00:00:00:01:01"));
        assertEquals(404, rest.request("POST", "resync?target=of:0000000000000099"));
        assertEquals(400, rest.request("POST", "resync?target=edge1"));
        assertEquals("target", rest.json("/field").asText());
        assertEquals(List.of("resync", "resync of:0000000000000001", "resync 00:00:00:00:01:01"), interventions.done);
    }

    @Test
    void aViewerChangesNothing() {
        Rest viewer = rest("viewer");
        assertEquals(403, viewer.request("POST", "resync"));
        assertEquals(403, viewer.request("PUT", "flows/" + CALL + "/anchor/edge1"));
        assertEquals(List.of(), interventions.done);
        assertEquals(200, viewer.get("nodes"));
        assertEquals("00:00:00:00:01:01", viewer.json("/nodes/0/node").asText());
        assertEquals(200, viewer.get("summary"));
        assertEquals(2, viewer.json("/nodes/number").asInt());
        assertEquals(4, viewer.json("/packets/NAME").asInt());
    }

    @Test
    void slowHandovers() {
        assertEquals(200, rest.get("handovers?slow=10"));
        assertEquals(2, rest.json("/handovers").size());
        assertEquals(400, rest.get("handovers?slow=0"));
        assertEquals("slow", rest.json("/field").asText());
    }
}
