/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/**
 * The rules that switches should hold. What they do hold is for ONOS, or the switch itself, to say.
 */
@Path("rules")
@Produces(MediaType.APPLICATION_JSON)
public class RulesWebResource extends DmmWebResource {

    /**
     * Answers with the rules that one switch should hold; with none while it is not connected.
     *
     * @param device the switch's id
     */
    @GET
    @Path("{device}")
    public Response getRules(@PathParam("device") String device) {
        return ok(rules(view().rulesAt(device))).build();
    }
}
