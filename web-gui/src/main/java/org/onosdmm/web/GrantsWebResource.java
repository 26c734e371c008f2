/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import org.onosdmm.api.AddressGrant;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/**
 * Addresses that nodes were given by DHCP.
 */
@Path("grants")
@Produces(MediaType.APPLICATION_JSON)
public class GrantsWebResource extends DmmWebResource {

    /**
     * Answers with the addresses that nodes were given by DHCP, by address.
     *
     * @param node MAC address of the node; those of all nodes if it is not given
     * @param offset how many to leave out
     * @param limit how many at most then
     */
    @GET
    public Response getGrants(@QueryParam("node") String node, @QueryParam("offset") String offset,
                              @QueryParam("limit") String limit) {
        Page page = Page.of(offset, limit);
        return ok(page(AddressGrant.class, "grants", view().grants(node), page)).build();
    }
}
