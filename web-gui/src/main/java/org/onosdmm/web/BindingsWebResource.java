/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import org.onosdmm.api.NodeInfo;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/**
 * The mobile nodes: where they are, and the rules that this takes.
 */
@Path("bindings")
@Produces(MediaType.APPLICATION_JSON)
public class BindingsWebResource extends DmmWebResource {

    /** Answers with all mobile nodes, by MAC address. */
    @GET
    public Response getBindings() {
        return ok(encodeArray(NodeInfo.class, "bindings", view().nodes())).build();
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
