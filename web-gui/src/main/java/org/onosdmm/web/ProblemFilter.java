/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import org.onosdmm.api.DmmException;
import org.onosdmm.view.ErrorReport;

import java.lang.annotation.Annotation;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.ext.Provider;

/**
 * Gives errors a body that JAX-RS answers without asking the mapper, such as a header that cannot be read.
 */
@Provider
public class ProblemFilter implements ContainerResponseFilter {

    private static final int FIRST_ERROR = 400;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() >= FIRST_ERROR && !response.hasEntity()) {
            ErrorReport report = response.getStatus() == FIRST_ERROR
                    ? ErrorReport.of(new DmmException(DmmException.Kind.INVALID, "header", "one of them is malformed"))
                    : ErrorReport.of(response.getStatus(), "HTTP " + response.getStatus());
            response.setEntity(report.json().toString(), new Annotation[0], MediaType.valueOf(ErrorMapper.PROBLEM));
        }
    }
}
