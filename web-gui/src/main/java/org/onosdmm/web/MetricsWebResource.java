/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import org.onosdmm.api.TelemetryService;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Response;

/**
 * The metrics, for Prometheus.
 */
@Path("metrics")
public class MetricsWebResource extends DmmWebResource {

    /** Answers with all metrics as they stand now, in the text format of Prometheus. */
    @GET
    @Produces(PrometheusText.TYPE)
    public Response getMetrics() {
        return Response.ok(PrometheusText.of(get(TelemetryService.class).metrics()), PrometheusText.TYPE).build();
    }
}
