/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import org.onosdmm.api.MobilityService;
import org.onosdmm.api.OperationService;
import org.onosdmm.view.Summary;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/**
 * The domain on one screen.
 */
@Path("summary")
@Produces(MediaType.APPLICATION_JSON)
public class SummaryWebResource extends DmmWebResource {

    /** Answers with anchors, numbers of nodes and flows, how handovers went, and what is wrong. */
    @GET
    public Response getSummary() {
        Summary summary = Summary.of(get(MobilityService.class), get(OperationService.class),
                System.currentTimeMillis());
        return ok(encode(summary, Summary.class)).build();
    }
}
