/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import com.google.common.collect.ImmutableList;
import org.onosdmm.api.Handover;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/**
 * The last handovers.
 */
@Path("handovers")
@Produces(MediaType.APPLICATION_JSON)
public class HandoversWebResource extends DmmWebResource {

    /**
     * Answers with the last handovers of this controller instance, newest last.
     *
     * @param last how many at most; all that are remembered if it is not given
     * @param slow only those that took this long at least until all steered to the new place, ms
     * @param node MAC address of the node; those of all nodes if it is not given
     * @param offset how many to leave out of these, oldest first
     * @param limit how many at most then
     */
    @GET
    public Response getHandovers(@QueryParam("last") String last, @QueryParam("slow") String slow,
                                 @QueryParam("node") String node, @QueryParam("offset") String offset,
                                 @QueryParam("limit") String limit) {
        Page page = Page.of(offset, limit);
        ImmutableList<Handover> wanted = view().handovers(node, last, slow, System.currentTimeMillis());
        return ok(page(Handover.class, "handovers", wanted, page)).build();
    }
}
