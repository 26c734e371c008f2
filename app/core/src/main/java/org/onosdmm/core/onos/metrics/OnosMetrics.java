/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.metrics;

import com.codahale.metrics.Gauge;
import com.google.common.base.Joiner;
import org.onlab.metrics.MetricsComponent;
import org.onlab.metrics.MetricsFeature;
import org.onlab.metrics.MetricsService;
import org.onosdmm.api.Metric;
import org.onosdmm.api.TelemetryService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import static org.onlab.util.Tools.groupedThreads;
import static org.slf4j.LoggerFactory.getLogger;

/**
 * Puts the metrics among ONOS's own, where its {@code metrics} command and its reporters find them: a gauge for each
 * number, as {@code dmm.handovers_total.trigger=arp,outcome=completed}. Of histograms there are the sum and the count.
 */
@Component(immediate = true)
public class OnosMetrics {

    private static final String PREFIX = "dmm_";
    private static final String BUCKET = "_bucket";
    private static final long PERIOD_S = 15;

    private static final Logger log = getLogger(OnosMetrics.class);

    @Reference
    protected MetricsService onos;

    @Reference
    protected TelemetryService telemetry;

    private final Map<Series, Double> values = new ConcurrentHashMap<>();
    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(groupedThreads("onos/dmm", "onos-metrics", log));
    private MetricsComponent component;

    /** Starts. */
    @Activate
    public void activate() {
        component = onos.registerComponent("dmm");
        executor.scheduleWithFixedDelay(this::guarded, 0, PERIOD_S, TimeUnit.SECONDS);
    }

    /** Takes all of them out again. */
    @Deactivate
    public void deactivate() throws InterruptedException {
        executor.shutdownNow();
        executor.awaitTermination(1, TimeUnit.SECONDS);
        values.keySet().forEach(series -> onos.removeMetric(component, series.feature, series.name));
        values.clear();
    }

    private void guarded() {
        try {
            update();
        } catch (RuntimeException e) {
            log.error("Metrics could not be handed to ONOS", e);
        }
    }

    /** Takes the metrics as they are now; whoever calls it finds them registered after it. */
    synchronized void update() {
        for (Metric metric : telemetry.metrics()) {
            for (Metric.Sample sample : metric.samples()) {
                if (!sample.suffix().equals(BUCKET)) {
                    put(new Series(metric, sample), sample.value());
                }
            }
        }
    }

    private void put(Series series, double value) {
        if (values.put(series, value) == null) {
            onos.registerMetric(component, series.feature, series.name, (Gauge<Double>) () -> values.get(series));
        }
    }

    /** The place of a number among ONOS's metrics. */
    private static final class Series {

        private final MetricsFeature feature;
        private final String name;

        private Series(Metric metric, Metric.Sample sample) {
            this.feature = new MetricsFeature(metric.name().substring(PREFIX.length()) + sample.suffix());
            this.name = sample.labels().isEmpty() ? "value" : Joiner.on(',').withKeyValueSeparator('=')
                    .join(sample.labels());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Series && ((Series) other).feature.getName().equals(feature.getName())
                    && ((Series) other).name.equals(name);
        }

        @Override
        public int hashCode() {
            return feature.getName().hashCode() * 31 + name.hashCode();
        }
    }
}
