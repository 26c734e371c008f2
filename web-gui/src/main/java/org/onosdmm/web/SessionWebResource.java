/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import java.security.Principal;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.SecurityContext;

/**
 * Who asks, and whether that user may change anything. A client offers nothing that would be refused.
 */
@Path("session")
@Produces(MediaType.APPLICATION_JSON)
public class SessionWebResource extends DmmWebResource {

    private static final String ADMIN = "admin";

    /**
     * Answers with the user's name, and whether it has the role admin.
     *
     * @param security the request's user
     */
    @GET
    public Response getSession(@Context SecurityContext security) {
        Principal user = security.getUserPrincipal();
        return ok(mapper().createObjectNode()
                          .put("user", user == null ? null : user.getName())
                          .put("admin", security.isUserInRole(ADMIN))).build();
    }
}
