/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import org.onosdmm.api.AnchorId;
import org.onosdmm.api.AnchorInfo;
import org.onosdmm.api.OperationService;

import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
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

    /**
     * Has an anchor take no new flows: it is empty once those that it has are over.
     *
     * @param id the anchor's configured name
     */
    @PUT
    @Path("{id}/drain")
    public Response drain(@PathParam("id") String id) {
        get(OperationService.class).drain(AnchorId.of(id), true);
        return Response.noContent().build();
    }

    /**
     * Has an anchor take new flows again.
     *
     * @param id the anchor's configured name
     */
    @DELETE
    @Path("{id}/drain")
    public Response undrain(@PathParam("id") String id) {
        get(OperationService.class).drain(AnchorId.of(id), false);
        return Response.noContent().build();
    }
}
