/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import org.onosdmm.view.ErrorReport;
import org.slf4j.Logger;

import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import javax.ws.rs.ext.Provider;

import static org.slf4j.LoggerFactory.getLogger;

/**
 * Answers with a code and a message when something went wrong, whatever it was.
 */
@Provider
public class ErrorMapper implements ExceptionMapper<Throwable> {

    /** The media type of errors (RFC 7807). */
    public static final String PROBLEM = "application/problem+json";

    private static final Logger log = getLogger(ErrorMapper.class);

    @Override
    public Response toResponse(Throwable error) {
        if (error instanceof WebApplicationException) {
            Response response = ((WebApplicationException) error).getResponse();
            return body(Response.fromResponse(response), ErrorReport.of(response.getStatus(), error.getMessage()));
        }
        ErrorReport report = ErrorReport.of(error);
        if (report.code() == ErrorReport.INTERNAL) {
            log.error("REST request failed", error);
        }
        return body(Response.status(report.code()), report);
    }

    private static Response body(Response.ResponseBuilder builder, ErrorReport report) {
        return builder.type(PROBLEM).entity(report.json().toString()).build();
    }
}
