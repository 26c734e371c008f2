/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import org.onosdmm.api.ApplicationClass;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/**
 * The application classes.
 */
@Path("classes")
@Produces(MediaType.APPLICATION_JSON)
public class ClassesWebResource extends DmmWebResource {

    /** Answers with the application classes in force, in the order of the configuration. */
    @GET
    public Response getClasses() {
        return ok(encodeArray(ApplicationClass.class, "classes", view().classes())).build();
    }
}
