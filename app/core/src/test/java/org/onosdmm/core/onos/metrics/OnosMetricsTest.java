/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.metrics;

import com.codahale.metrics.MetricRegistry;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.junit.jupiter.api.Test;
import org.onlab.metrics.MetricsManager;
import org.onosdmm.api.Metric;

import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Metrics among those of ONOS. */
class OnosMetricsTest {

    private double handovers = 3;

    @Test
    void eachNumberIsAGaugeUntilTheAppStops() throws InterruptedException {
        MetricsManager onos = new MetricsManager();
        OnosMetrics metrics = new OnosMetrics();
        metrics.onos = onos;
        metrics.telemetry = () -> ImmutableList.of(
                Metric.of("dmm_handovers_total", Metric.Type.COUNTER, "Handovers.", ImmutableList.of(Metric.Sample.of(
                        "", ImmutableMap.of("trigger", "arp", "outcome", "completed"), handovers))),
                Metric.of("dmm_compile_seconds", Metric.Type.HISTOGRAM, "Time.", ImmutableList.of(
                        Metric.Sample.of("_bucket", ImmutableMap.of("le", "+Inf"), 7),
                        Metric.Sample.of("_sum", ImmutableMap.of(), 0.25),
                        Metric.Sample.of("_count", ImmutableMap.of(), 7))));
        metrics.activate();
        metrics.update();
        MetricRegistry registry = onos.getMetricRegistry();
        assertEquals(Set.of("dmm.handovers_total.trigger=arp,outcome=completed", "dmm.compile_seconds_sum.value",
                "dmm.compile_seconds_count.value"), registry.getNames());
        handovers = 4;
        metrics.update();
        assertEquals(4.0, registry.getGauges().get("dmm.handovers_total.trigger=arp,outcome=completed").getValue());
        metrics.deactivate();
        assertEquals(Set.of(), registry.getNames());
    }
}
