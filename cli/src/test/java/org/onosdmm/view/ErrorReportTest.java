/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onlab.osgi.ServiceNotFoundException;
import org.onosdmm.api.DmmException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

class ErrorReportTest {

    @ParameterizedTest
    @CsvSource({"INVALID, 400", "NOT_FOUND, 404", "CONFLICT, 409", "STALE, 412", "EXHAUSTED, 507", "UNAVAILABLE, 503"})
    void everyKindHasItsCode(DmmException.Kind kind, int code) {
        ErrorReport report = ErrorReport.of(new DmmException(kind, "pool", "is like that"));
        assertEquals(code, report.code());
        ObjectNode json = report.json();
        assertEquals(code, json.path("status").asInt());
        assertEquals("pool", json.path("field").asText());
        assertEquals("pool: is like that", json.path("detail").asText());
        assertNotEquals("Error", json.path("title").asText(), "every status has its name");
    }

    @Test
    void missingService() {
        assertEquals("{\"type\":\"about:blank\",\"title\":\"Service Unavailable\",\"status\":503,"
                     + "\"detail\":\"Service x not found: is the app active?\",\"field\":null,\"value\":null,"
                     + "\"code\":503,\"message\":\"Service x not found: is the app active?\"}",
                     ErrorReport.of(new ServiceNotFoundException("Service x not found")).json().toString());
    }

    @Test
    void whatIsNotMeantForUsersIsNotTold() {
        ObjectNode json = ErrorReport.of(new IllegalStateException("at org.onosdmm.Inside")).json();
        assertEquals("internal error, see the controller's log", json.path("detail").asText());
        assertFalse(json.toString().contains("Inside"));
    }

    @Test
    void fieldAndValueOfAMistake() {
        ObjectNode json = ErrorReport.of(DmmException.invalid("limit", "x".repeat(1_000), "is no number")).json();
        assertEquals("limit", json.path("field").asText());
        assertEquals("x".repeat(200) + "...", json.path("value").asText());
    }
}
