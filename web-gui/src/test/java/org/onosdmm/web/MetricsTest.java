/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.hawkular.agent.prometheus.text.TextPrometheusMetricsProcessor;
import org.hawkular.agent.prometheus.types.Counter;
import org.hawkular.agent.prometheus.types.Gauge;
import org.hawkular.agent.prometheus.types.Histogram;
import org.hawkular.agent.prometheus.types.MetricFamily;
import org.hawkular.agent.prometheus.walkers.CollectorPrometheusMetricsWalker;
import org.junit.jupiter.api.Test;
import org.onosdmm.api.Metric;
import org.onosdmm.api.TelemetryService;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The metrics as Prometheus reads them, by a parser of others. */
class MetricsTest {

    private static final ImmutableList<Metric> METRICS = ImmutableList.of(
            Metric.of("dmm_handovers_total", Metric.Type.COUNTER, "Handovers, by \"trigger\"\nand \\outcome.",
                    ImmutableList.of(number("", 3, "trigger", "arp", "outcome", "completed"),
                            number("", 1e12 + 1, "trigger", "x\\y", "outcome", "a \"b\""))),
            Metric.of("dmm_refused_total", Metric.Type.COUNTER, "Refused.", ImmutableList.of()),
            Metric.of("dmm_nodes_absent", Metric.Type.GAUGE, "Nodes that are away.",
                    ImmutableList.of(number("", 0.000001))),
            Metric.of("dmm_compile_seconds", Metric.Type.HISTOGRAM, "Time.",
                    ImmutableList.of(number("_bucket", 2, "le", "0.0001"), number("_bucket", 7, "le", "+Inf"),
                            number("_sum", 0.25), number("_count", 7))));

    private final Rest rest = new Rest("viewer").with(TelemetryService.class, () -> METRICS);

    @Test
    void prometheusReadsWhatIsMeant() {
        assertEquals(200, rest.get("metrics"));
        assertEquals("text/plain;charset=utf-8;version=0.0.4", rest.type().replace(" ", ""));
        CollectorPrometheusMetricsWalker read = new CollectorPrometheusMetricsWalker();
        new TextPrometheusMetricsProcessor(
                new ByteArrayInputStream(rest.body().getBytes(StandardCharsets.UTF_8)), read).walk();
        List<MetricFamily> families = read.getAllMetricFamilies();
        assertEquals(4, families.size());
        assertEquals(ImmutableList.of(), families.get(1).getMetrics());
        Counter counter = (Counter) families.get(0).getMetrics().get(0);
        assertEquals(3, counter.getValue());
        assertEquals(ImmutableMap.of("trigger", "arp", "outcome", "completed"), counter.getLabels());
        Counter odd = (Counter) families.get(0).getMetrics().get(1);
        assertEquals(1e12 + 1, odd.getValue());
        assertEquals(ImmutableMap.of("trigger", "x\\y", "outcome", "a \"b\""), odd.getLabels());
        assertEquals(0.000001, ((Gauge) families.get(2).getMetrics().get(0)).getValue());
        Histogram histogram = (Histogram) families.get(3).getMetrics().get(0);
        assertEquals(7, histogram.getSampleCount());
        assertEquals(0.25, histogram.getSampleSum());
        assertEquals(Double.POSITIVE_INFINITY, histogram.getBuckets().get(1).getUpperBound());
    }

    @Test
    void theTextItself() {
        rest.get("metrics");
        assertTrue(rest.body().startsWith("# HELP dmm_handovers_total Handovers, by \"trigger\"\\nand \\\\outcome.\n"
                + "# TYPE dmm_handovers_total counter\n"
                + "dmm_handovers_total{trigger=\"arp\",outcome=\"completed\"} 3\n"
                + "dmm_handovers_total{trigger=\"x\\\\y\",outcome=\"a \\\"b\\\"\"} 1000000000001\n"),
                rest.body());
        assertTrue(rest.body().endsWith("dmm_compile_seconds_sum 0.25\ndmm_compile_seconds_count 7\n"), rest.body());
    }

    @Test
    void withoutTheAppThereAreNone() {
        assertEquals(503, new Rest("viewer").get("metrics"));
    }

    private static Metric.Sample number(String suffix, double value, String... labels) {
        ImmutableMap.Builder<String, String> map = ImmutableMap.builder();
        for (int i = 0; i < labels.length; i += 2) {
            map.put(labels[i], labels[i + 1]);
        }
        return Metric.Sample.of(suffix, map.build(), value);
    }
}
