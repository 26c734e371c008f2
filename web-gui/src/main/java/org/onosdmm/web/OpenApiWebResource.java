/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/**
 * What there is to be asked for.
 */
@Path("openapi.json")
@Produces(MediaType.APPLICATION_JSON)
public class OpenApiWebResource extends DmmWebResource {

    /** Answers with the description of all resources, OpenAPI 3.0. */
    @GET
    public Response getOpenApi() {
        return ok(ApiDescription.read().toString()).build();
    }
}
