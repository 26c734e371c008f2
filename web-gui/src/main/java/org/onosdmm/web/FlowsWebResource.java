/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import org.onosdmm.api.AnchorId;
import org.onosdmm.api.Explanation;
import org.onosdmm.api.ExplanationService;
import org.onosdmm.api.FlowInfo;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.InterventionService;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.view.FlowFilter;

import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/**
 * The pinned flows.
 */
@Path("flows")
@Produces(MediaType.APPLICATION_JSON)
public class FlowsWebResource extends DmmWebResource {

    /**
     * Answers with the pinned flows, by node and key; with those that match all that is given.
     *
     * @param node MAC address of the flows' node
     * @param applicationClass name of the flows' application class
     * @param anchor name of the flows' anchor
     * @param offset how many to leave out
     * @param limit how many at most then
     */
    @GET
    public Response getFlows(@QueryParam("node") String node, @QueryParam("class") String applicationClass,
                             @QueryParam("anchor") String anchor, @QueryParam("offset") String offset,
                             @QueryParam("limit") String limit) {
        Page page = Page.of(offset, limit);
        FlowFilter filter = FlowFilter.of(node, applicationClass, anchor);
        return ok(page(FlowInfo.class, "flows", view().flows(filter), page)).build();
    }

    /**
     * Says what the network does with a flow, and why: its class, its anchor, the rules and the way in both directions,
     * and what would happen at the next move.
     *
     * @param id the flow's id, such as {@code udp,10.1.0.10,5004,203.0.113.10,16384}; it need not be one that is known
     */
    @GET
    @Path("{id}/explain")
    public Response explain(@PathParam("id") String id) {
        return ok(encode(get(ExplanationService.class).explain(FlowKey.parse(id)), Explanation.class)).build();
    }

    /**
     * Moves a flow to another anchor, and so to another address outside, if what it is promised allows that.
     *
     * @param id the flow's id
     * @param anchor the anchor's configured name
     */
    @PUT
    @Path("{id}/anchor/{anchor}")
    public Response move(@PathParam("id") String id, @PathParam("anchor") String anchor) {
        PinnedFlow moved = get(InterventionService.class).move(FlowKey.parse(id), AnchorId.of(anchor));
        return ok(encode(moved, PinnedFlow.class)).build();
    }
}
