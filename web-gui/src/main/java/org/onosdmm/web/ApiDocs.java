/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import org.onosproject.rest.ApiDocProvider;
import org.onosproject.rest.ApiDocService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Puts the resources on ONOS's own page of APIs, {@code /onos/v1/docs}.
 */
@Component(immediate = true)
public class ApiDocs {

    private static final String KEY = "/onos/dmm/v1";

    private final ApiDocProvider provider =
            new ApiDocProvider(KEY, "Distributed Mobility Management", ApiDocs.class.getClassLoader()) {
                @Override
                public InputStream docs() {
                    return new ByteArrayInputStream(ApiDescription.asSwagger().toString()
                            .getBytes(StandardCharsets.UTF_8));
                }
            };

    @Reference
    protected ApiDocService service;

    /** Starts. */
    @Activate
    public void activate() {
        service.register(provider);
    }

    /** Stops. */
    @Deactivate
    public void deactivate() {
        service.unregister(provider);
    }
}
