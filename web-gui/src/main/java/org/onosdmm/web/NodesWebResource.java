/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import org.onosdmm.view.NodeSummary;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/**
 * The mobile nodes in a line each; in full they are under {@code bindings}.
 */
@Path("nodes")
@Produces(MediaType.APPLICATION_JSON)
public class NodesWebResource extends DmmWebResource {

    /** Answers with where each mobile node is and how much it holds, by MAC address. */
    @GET
    public Response getNodes() {
        return ok(encodeArray(NodeSummary.class, "nodes", view().nodeSummaries())).build();
    }
}
