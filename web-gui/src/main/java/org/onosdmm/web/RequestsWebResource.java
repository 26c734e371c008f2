/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import org.onosdmm.api.FlowRequest;
import org.onosdmm.api.FlowRequestService;

import java.io.InputStream;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/**
 * Requests for what flows are to be promised.
 */
@Path("requests")
@Produces(MediaType.APPLICATION_JSON)
public class RequestsWebResource extends DmmWebResource {

    /** Answers with the requests that hold. */
    @GET
    public Response requests() {
        return ok(encodeArray(FlowRequest.class, "requests", get(FlowRequestService.class).requests())).build();
    }

    /**
     * Takes a request, such as {@code {"address": "10.1.0.10", "remote": "203.0.113.10", "protocol": "udp",
     * "continuity": "SESSION_LASTING", "lifetime": 3600000, "by": "pbx"}}.
     *
     * @param body the request
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response request(InputStream body) {
        FlowRequestService service = get(FlowRequestService.class);
        RequestBody request = RequestBody.read(mapper(), body, service);
        FlowRequest taken = service.request(request.request(), request.lifetime());
        return Response.status(Response.Status.CREATED).entity(encode(taken, FlowRequest.class)).build();
    }

    /**
     * Takes a request back.
     *
     * @param id its name
     */
    @DELETE
    @Path("{id}")
    public Response withdraw(@PathParam("id") String id) {
        get(FlowRequestService.class).withdraw(id);
        return Response.noContent().build();
    }
}
