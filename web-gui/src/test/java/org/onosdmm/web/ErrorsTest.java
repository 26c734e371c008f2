/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.MobilityService;
import org.onosdmm.view.example.ExampleCodecs;
import org.onosdmm.view.example.ExampleService;
import org.onosproject.codec.CodecService;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/**
 * Every error has a status, a JSON body that says what is wrong, and nothing of the inside.
 */
class ErrorsTest {

    private final ExampleService service = new ExampleService();
    private final Rest rest = new Rest("viewer");

    @BeforeEach
    void services() {
        rest.with(MobilityService.class, service).with(CodecService.class, ExampleCodecs.registered());
    }

    @ParameterizedTest
    @CsvSource({"bindings/10.1.0.10, node", "bindings/00:00:00:00:01/rules, node", "flows?node=me, node",
        "handovers?last=-1, last", "handovers?last=0, last", "handovers?last=many, last", "handovers?last=, last",
        "handovers?node=me, node", "flows?offset=-1, offset", "flows?limit=0, limit", "flows?limit=1.5, limit",
        "bindings?offset=99999999999, offset", "grants?limit=, limit", "handovers?limit=all, limit"})
    void malformed(String path, String field) {
        assertEquals(400, rest.get(path));
        assertError(400, field);
    }

    @ParameterizedTest
    @CsvSource({"anchors/edge9, anchor", "bindings/00:00:00:00:00:99, node", "bindings/00:00:00:00:00:99/rules, node",
        "flows?node=00:00:00:00:00:99, node",
        "handovers?node=00:00:00:00:00:99, node", "grants?node=00:00:00:00:00:99, node",
        "flows?class=voip, class", "flows?anchor=edge9, anchor",
        "bindings?anchor=edge9, anchor"})
    void unknown(String path, String field) {
        assertEquals(404, rest.get(path));
        assertError(404, field);
    }

    @Test
    void wholeBodyOfAnError() {
        rest.get("anchors/edge9");
        assertEquals("{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,"
                + "\"detail\":\"anchor: 'edge9' does not exist\",\"field\":\"anchor\",\"value\":\"edge9\","
                + "\"code\":404,\"message\":\"anchor: 'edge9' does not exist\"}", rest.body());
    }

    @ParameterizedTest
    @CsvSource({"INVALID, 400", "NOT_FOUND, 404", "CONFLICT, 409", "STALE, 412", "TOO_LARGE, 413", "GROUNDLESS, 428",
        "EXHAUSTED, 507", "UNAVAILABLE, 503"})
    void everyKind(DmmException.Kind kind, int status) {
        service.failure = new DmmException(kind, "pool", "is like that");
        assertEquals(status, rest.get("check"));
        assertError(status, "pool");
    }

    @ParameterizedTest
    @CsvSource({"nothing", "anchors/edge1/nothing", "bindings/00:00:00:00:01:01/nothing"})
    void noSuchResource(String path) {
        assertEquals(404, rest.get(path));
        assertError(404, null);
    }

    @Test
    void internalErrors() {
        service.failure = new IllegalStateException("secret of the inside");
        for (String path : ImmutableList.of("anchors", "bindings", "bindings/00:00:00:00:01:01", "flows", "handovers",
                                            "classes", "check")) {
            assertEquals(500, rest.get(path));
            assertError(500, null);
        }
        service.failure = new NullPointerException();
        assertEquals(500, rest.get("anchors"));
        assertError(500, null);
        service.failure = new IllegalArgumentException("secret of the inside");
        assertEquals(500, rest.get("anchors"), "what the user wrote is checked before: this one is ours");
        assertError(500, null);
    }

    @Test
    void appNotActive() {
        Rest without = new Rest("viewer");
        assertEquals(503, without.get("anchors"));
        assertEquals("Service org.onosdmm.api.MobilityService not found: is the app active?",
                     without.json("/message").asText());
    }

    @Test
    void codecsNotThere() {
        rest.with(CodecService.class, new ExampleCodecs());
        assertEquals(503, rest.get("anchors"));
        assertError(503, "json");
    }

    @Test
    void usersWithoutARoleSeeNothing() {
        Rest stranger = new Rest("guest").with(MobilityService.class, service);
        assertEquals(403, stranger.get("anchors"));
        assertEquals(403, stranger.json("/code").asInt());
        assertFalse(stranger.body().contains("edge1"));
    }

    private void assertError(int code, String field) {
        assertEquals("application/problem+json", rest.type());
        assertEquals(code, rest.json("/status").asInt(), rest.body());
        assertEquals(rest.json("/message"), rest.json("/detail"));
        assertEquals(code, rest.json("/code").asInt(), rest.body());
        assertEquals(field, rest.json("/field").textValue(), rest.body());
        assertFalse(rest.json("/message").asText().isEmpty(), rest.body());
        for (String inside : ImmutableList.of("Exception", ".java", "secret", "\tat ", "org.onosdmm.view.example")) {
            assertFalse(rest.body().contains(inside), rest.body());
        }
    }
}
