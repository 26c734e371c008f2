/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import org.onosdmm.api.AnchorInfo;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/**
 * The anchors.
 */
@Path("anchors")
@Produces(MediaType.APPLICATION_JSON)
public class AnchorsWebResource extends DmmWebResource {

    /** Answers with all anchors, by number. */
    @GET
    public Response getAnchors() {
        return ok(encodeArray(AnchorInfo.class, "anchors", view().anchors())).build();
    }

    /**
     * Answers with one anchor.
     *
     * @param id the anchor's configured name
     */
    @GET
    @Path("{id}")
    public Response getAnchor(@PathParam("id") String id) {
        return ok(encode(view().anchor(id), AnchorInfo.class)).build();
    }
}
