/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import org.onosdmm.api.InterventionService;
import org.onosdmm.view.ResyncTarget;

import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/**
 * Has switches told again what they should hold.
 */
@Path("resync")
@Produces(MediaType.APPLICATION_JSON)
public class ResyncWebResource extends DmmWebResource {

    /**
     * Has rules sent again, and answers with how many; no packet is lost by that.
     *
     * @param target a switch by its id, or a mobile node by its MAC address; all switches if it is not given
     */
    @POST
    public Response resync(@QueryParam("target") String target) {
        int rules = ResyncTarget.parse(target).resync(get(InterventionService.class));
        return ok(mapper().createObjectNode().put("rules", rules)).build();
    }
}
