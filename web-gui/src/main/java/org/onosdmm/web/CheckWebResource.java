/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import org.onosdmm.view.CheckReport;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/**
 * Whether all is well.
 */
@Path("check")
@Produces(MediaType.APPLICATION_JSON)
public class CheckWebResource extends DmmWebResource {

    /** Answers with the verdict and what was found. The status is 200 whatever the verdict. */
    @GET
    public Response getCheck() {
        return ok(encode(view().check(), CheckReport.class)).build();
    }
}
