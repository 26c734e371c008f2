/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import com.google.common.collect.ImmutableList;
import org.onosdmm.api.NodeInfo;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/**
 * The mobile nodes: where they are, and the rules that this takes.
 */
@Path("bindings")
@Produces(MediaType.APPLICATION_JSON)
public class BindingsWebResource extends DmmWebResource {

    /**
     * Answers with the mobile nodes, by MAC address.
     *
     * @param anchor name of the edge where they are; those at all edges if it is not given
     * @param offset how many to leave out
     * @param limit how many at most then
     */
    @GET
    public Response getBindings(@QueryParam("anchor") String anchor, @QueryParam("offset") String offset,
                                @QueryParam("limit") String limit) {
        Page page = Page.of(offset, limit);
        if (anchor != null) {
            view().anchor(anchor);
        }
        return ok(page(NodeInfo.class, "bindings", view().nodes().stream().filter(info -> anchor == null
                || info.binding().current().edge().name().equals(anchor))
                .collect(ImmutableList.toImmutableList()), page)).build();
    }

    /**
     * Answers with one mobile node.
     *
     * @param node the node's MAC address
     */
    @GET
    @Path("{node}")
    public Response getBinding(@PathParam("node") String node) {
        return ok(encode(view().node(node), NodeInfo.class)).build();
    }

    /**
     * Answers with the rules of one mobile node, over all switches.
     *
     * @param node the node's MAC address
     */
    @GET
    @Path("{node}/rules")
    public Response getRules(@PathParam("node") String node) {
        return ok(rules(view().rules(node))).build();
    }
}
