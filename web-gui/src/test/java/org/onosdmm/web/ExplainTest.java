/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import org.junit.jupiter.api.Test;
import org.onosdmm.api.ExplanationService;
import org.onosdmm.view.example.ExampleCodecs;
import org.onosdmm.view.example.ExampleExplanation;
import org.onosproject.codec.CodecService;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a client reads of a flow's explanation. */
class ExplainTest {

    private static final String CALL = "udp,10.1.0.10,40000,203.0.113.10,16384";

    private final Rest rest = new Rest("viewer").with(ExplanationService.class, new ExampleExplanation())
            .with(CodecService.class, ExampleCodecs.registered());

    @Test
    void aWayIsAListOfHopsWithTheirRules() {
        assertEquals(200, rest.get("flows/" + CALL + "/explain"), rest.body());
        assertEquals(CALL, rest.json("/id").asText());
        assertEquals("telephony", rest.json("/flow/class").asText());
        assertEquals("edge2", rest.json("/outbound/paths/0/hops/0/edge").asText());
        assertEquals(3, rest.json("/outbound/paths/0/hops/0/in").asInt());
        assertEquals(1, rest.json("/outbound/paths/0/hops/0/out").asInt());
        assertTrue(rest.json("/outbound/paths/0/hops/1/edge").isNull());
        assertEquals("UPLINK", rest.json("/outbound/paths/0/end/kind").asText());
        assertEquals("of:0000000000000001", rest.json("/outbound/paths/0/end/device").asText());
        assertEquals(10, rest.json("/outbound/paths/0/end/port").asInt());
        assertTrue(rest.json("/inbound/paths/0/hops/0/out").isNull());
        assertTrue(rest.json("/inbound/paths/0/copy").asBoolean());
        assertEquals(1, rest.json("/inbound/present").size());
        assertEquals("ENDS", rest.json("/next/1/outcome").asText());
        assertTrue(rest.json("/next/1/outside").isNull());
    }

    @Test
    void aCookieIsText() {
        rest.get("flows/" + CALL + "/explain");
        String rules = "/outbound/paths/0/hops/0/rules/";
        assertEquals("admit", rest.json(rules + "0/tableName").asText());
        assertEquals("18446744073709551615", rest.json(rules + "1/cookie").asText());
        assertTrue(rest.json(rules + "1/words").asText().startsWith("pin of the flow: "));
        assertTrue(rest.json(rules + "1/confirmed").asBoolean());
    }

    @Test
    void aFlowThatNobodyKnowsIsExplainedToo() {
        assertEquals(200, rest.get("flows/tcp,10.1.0.10,1,203.0.113.30,80/explain"));
        assertTrue(rest.json("/flow").isNull());
    }

    @Test
    void wrongIdsAreNamed() {
        assertEquals(400, rest.get("flows/call/explain"));
        assertEquals("flow", rest.json("/field").asText());
        assertEquals(400, rest.get("flows/udp,10.1.0.10,x,203.0.113.10,1/explain"));
        assertEquals("localPort", rest.json("/field").asText());
        assertEquals(404, rest.get("flows/udp,10.9.0.10,1,203.0.113.10,1/explain"));
        assertEquals(404, rest.get("flows/" + CALL + "/why"));
    }
}
