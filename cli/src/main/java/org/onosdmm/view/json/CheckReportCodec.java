/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.onosdmm.api.Finding;
import org.onosdmm.view.CheckReport;
import org.onosproject.codec.CodecContext;
import org.onosproject.codec.JsonCodec;

/**
 * JSON of the report of a check.
 */
final class CheckReportCodec extends JsonCodec<CheckReport> {

    @Override
    public ObjectNode encode(CheckReport report, CodecContext context) {
        ObjectNode json = context.mapper().createObjectNode()
                .put("verdict", report.verdict().name());
        json.set("findings", context.codec(Finding.class).encode(report.findings(), context));
        return json;
    }
}
