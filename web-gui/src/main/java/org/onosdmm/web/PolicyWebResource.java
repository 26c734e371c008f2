/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import org.onosdmm.api.DmmException;
import org.onosdmm.api.OperationService;
import org.onosdmm.api.PolicyCheck;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/**
 * A configuration, before it is put in force and when it is.
 */
@Path("policy")
@Produces(MediaType.APPLICATION_JSON)
public class PolicyWebResource extends DmmWebResource {

    private static final int MOST_OCTETS = 4 << 20;

    /**
     * Says what a configuration would change for classes, rules and running flows.
     *
     * @param body the configuration
     */
    @POST
    @Path("check")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response check(InputStream body) {
        return ok(codec(PolicyCheck.class).encode(get(OperationService.class).check(text(body)), this)).build();
    }

    /**
     * Hands a configuration to ONOS, and says what it changes.
     *
     * @param body the configuration
     */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response apply(InputStream body) {
        return ok(codec(PolicyCheck.class).encode(get(OperationService.class).apply(text(body)), this)).build();
    }

    private static String text(InputStream body) {
        try {
            byte[] octets = body.readNBytes(MOST_OCTETS + 1);
            if (octets.length > MOST_OCTETS) {
                throw new DmmException(DmmException.Kind.INVALID, "document",
                        "has more than " + MOST_OCTETS + " octets");
            }
            return new String(octets, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new DmmException(DmmException.Kind.INVALID, "document", "could not be read");
        }
    }
}
