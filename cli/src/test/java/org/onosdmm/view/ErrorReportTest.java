/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onlab.osgi.ServiceNotFoundException;
import org.onosdmm.api.DmmException;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ErrorReportTest {

    @ParameterizedTest
    @CsvSource({"INVALID, 400", "NOT_FOUND, 404", "CONFLICT, 409", "EXHAUSTED, 507", "UNAVAILABLE, 503"})
    void everyKindHasItsCode(DmmException.Kind kind, int code) {
        ErrorReport report = ErrorReport.of(new DmmException(kind, "pool", "is like that"));
        assertEquals(code, report.code());
        assertEquals("{\"code\":" + code + ",\"field\":\"pool\",\"message\":\"pool: is like that\"}",
                     report.json().toString());
    }

    @Test
    void missingService() {
        assertEquals("{\"code\":503,\"field\":null,\"message\":\"Service x not found: is the app active?\"}",
                     ErrorReport.of(new ServiceNotFoundException("Service x not found")).json().toString());
    }

    @Test
    void whatIsNotMeantForUsersIsNotTold() {
        assertEquals("{\"code\":500,\"field\":null,\"message\":\"internal error, see the controller's log\"}",
                     ErrorReport.of(new IllegalStateException("at org.onosdmm.Inside")).json().toString());
    }
}
