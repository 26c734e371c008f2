/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.onosdmm.api.OperationService;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/**
 * Packets that go the way of the controller, for classification.
 */
@Path("packets")
@Produces(MediaType.APPLICATION_JSON)
public class PacketsWebResource extends DmmWebResource {

    /** How many there were since the app was started, by the reason: shown, held, copied; how long they waited, us. */
    @GET
    public Response packets() {
        OperationService operations = get(OperationService.class);
        ObjectNode json = mapper().createObjectNode();
        ObjectNode counts = json.putObject("counts");
        operations.packets().forEach(counts::put);
        ObjectNode delays = json.putObject("delays");
        operations.delays().forEach((what, delay) -> delays.putObject(what).put("count", delay.count())
                .put("p50", delay.median()).put("p99", delay.p99()).put("most", delay.most()));
        return ok(json).build();
    }
}
