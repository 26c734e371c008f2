/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import org.onosdmm.api.Metric;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

/**
 * Writes metrics in the text format of Prometheus, version 0.0.4.
 */
final class PrometheusText {

    /** Its media type. */
    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder text = new StringBuilder();

    private PrometheusText() {
    }

    static String of(Iterable<Metric> metrics) {
        PrometheusText writer = new PrometheusText();
        metrics.forEach(writer::write);
        return writer.text.toString();
    }

    private void write(Metric metric) {
        text.append("# HELP ").append(metric.name()).append(' ').append(escaped(metric.help())).append('\n');
        text.append("# TYPE ").append(metric.name()).append(' ')
                .append(metric.type().name().toLowerCase(Locale.ROOT)).append('\n');
        metric.samples().forEach(sample -> {
            text.append(metric.name()).append(sample.suffix());
            write(sample.labels());
            text.append(' ').append(number(sample.value())).append('\n');
        });
    }

    private void write(Map<String, String> labels) {
        char before = '{';
        for (Map.Entry<String, String> label : labels.entrySet()) {
            text.append(before).append(label.getKey()).append("=\"")
                    .append(escaped(label.getValue()).replace("\"", "\\\"")).append('"');
            before = ',';
        }
        if (before == ',') {
            text.append('}');
        }
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\").replace("\n", "\\n");
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value)
                : BigDecimal.valueOf(value).toPlainString();
    }
}
