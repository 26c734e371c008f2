/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.OperationService;
import org.onosdmm.api.PolicyCheck;
import org.onosdmm.api.PolicyDiff;
import org.onosdmm.api.PolicyDocument;

import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Request;
import javax.ws.rs.core.Response;

/**
 * A configuration, before it is put in force and when it is.
 */
@Path("policy")
@Produces(MediaType.APPLICATION_JSON)
public class PolicyWebResource extends DmmWebResource {

    private static final String ANY = "*";
    private static final Pattern TAG = Pattern.compile("\"([^\"]{1,64})\"");

    /**
     * Answers with the configuration that stands in ONOS's network configuration, in force or not; its version is in
     * the header ETag.
     */
    @GET
    public Response document(@Context Request request) {
        PolicyDocument document = present().orElseThrow(() -> new DmmException(DmmException.Kind.NOT_FOUND, "policy",
                "there is no configuration"));
        EntityTag tag = new EntityTag(document.version());
        Response.ResponseBuilder known = request.evaluatePreconditions(tag);
        return (known == null ? ok(document.document()) : known).tag(tag).build();
    }

    /**
     * Says what a configuration would change for classes, rules and running flows.
     *
     * @param body the configuration
     */
    @POST
    @Path("check")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response check(InputStream body) {
        String document = Body.document(body);
        return ok(codec(PolicyCheck.class).encode(get(OperationService.class).check(document), this)).build();
    }

    /**
     * Says where a configuration differs from the one that stands, field by field.
     *
     * @param body the configuration
     */
    @POST
    @Path("diff")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response diff(InputStream body) {
        String document = Body.document(body);
        return ok(encode(get(OperationService.class).diff(document), PolicyDiff.class)).build();
    }

    /**
     * Hands a configuration to ONOS, and says what it changes. One of two headers has to say in whose place, so that
     * nobody overwrites what somebody else has done meanwhile: 412 is answered if it is not so, 428 without.
     *
     * @param versions the header If-Match: versions in quotes, or a star for any
     * @param none the header If-None-Match: a star, if there is to be none
     * @param body the configuration
     */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response apply(@HeaderParam("If-Match") String versions, @HeaderParam("If-None-Match") String none,
                          InputStream body) {
        Set<String> ground = ground(versions, none);
        String document = Body.document(body);
        PolicyCheck check = get(OperationService.class).apply(document, ground);
        Response.ResponseBuilder answer = ok(codec(PolicyCheck.class).encode(check, this));
        check.applied().ifPresent(version -> answer.tag(new EntityTag(version)));
        return answer.build();
    }

    private Optional<PolicyDocument> present() {
        return get(OperationService.class).policy();
    }

    /** Versions in whose place a configuration may be put; none if any will do. */
    private Set<String> ground(String match, String noneMatch) {
        if (noneMatch != null) {
            if (match != null || !noneMatch.trim().equals(ANY)) {
                throw DmmException.invalid("If-None-Match", noneMatch, "is not a star, alone, as it has to be here");
            }
            return ImmutableSet.of(PolicyDocument.NONE);
        }
        if (match == null) {
            throw new DmmException(DmmException.Kind.GROUNDLESS, "If-Match", "is missing: give the version that this "
                    + "one is based on, as ETag has it, or * to replace whatever is there");
        }
        if (!match.trim().equals(ANY)) {
            return versions(match);
        }
        if (!present().isPresent()) {
            throw DmmException.about(DmmException.Kind.STALE, "If-Match", match, "asks for a configuration, and there "
                    + "is none; If-None-Match: * puts the first one");
        }
        return ImmutableSet.of();
    }

    private static Set<String> versions(String header) {
        ImmutableSet.Builder<String> versions = ImmutableSet.builder();
        for (String tag : Splitter.on(',').trimResults().split(header)) {
            Matcher matcher = TAG.matcher(tag);
            if (!matcher.matches()) {
                throw DmmException.invalid("If-Match", header, "is not a version in quotes, as ETag has it");
            }
            versions.add(matcher.group(1));
        }
        return versions.build();
    }
}
