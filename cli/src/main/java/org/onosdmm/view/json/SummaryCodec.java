/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.onosdmm.api.AnchorInfo;
import org.onosdmm.view.CheckReport;
import org.onosdmm.view.HandoverStatistics;
import org.onosdmm.view.Summary;
import org.onosproject.codec.CodecContext;
import org.onosproject.codec.JsonCodec;

import java.util.Optional;

/**
 * JSON of the domain on one screen. Durations are ms.
 */
final class SummaryCodec extends JsonCodec<Summary> {

    private static final double US_PER_MS = 1000.0;

    @Override
    public ObjectNode encode(Summary summary, CodecContext context) {
        ObjectNode json = context.mapper().createObjectNode();
        json.set("anchors", context.codec(AnchorInfo.class).encode(summary.anchors(), context));
        json.putObject("nodes").put("number", summary.nodes()).put("absent", summary.absent())
                .put("moving", summary.moving());
        ObjectNode flows = json.putObject("flows").put("unkept", summary.unkept()).put("lost", summary.lost());
        ObjectNode kept = flows.putObject("kept");
        summary.kept().forEach(kept::put);
        ObjectNode handovers = json.putObject("handovers");
        handovers(summary.lastMinute(), handovers.putObject("lastMinute"));
        handovers(summary.lastHour(), handovers.putObject("lastHour"));
        ObjectNode packets = json.putObject("packets");
        summary.packets().forEach(packets::put);
        ObjectNode repairs = json.putObject("repairs");
        summary.repairs().forEach(repairs::put);
        json.set("check", context.encode(summary.check(), CheckReport.class));
        return json;
    }

    private static void handovers(HandoverStatistics statistics, ObjectNode json) {
        json.put("number", statistics.count()).put("switched", statistics.switched())
                .put("rolledBack", statistics.rolledBack()).put("failed", statistics.failed())
                .put("median", ms(statistics.median())).put("p99", ms(statistics.p99()))
                .put("longest", ms(statistics.most()));
    }

    private static Double ms(Optional<Long> microseconds) {
        return microseconds.map(us -> us / US_PER_MS).orElse(null);
    }
}
