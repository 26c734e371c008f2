/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ObjectArrays;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.onlab.osgi.ServiceDirectory;
import org.onlab.osgi.ServiceNotFoundException;
import org.onlab.rest.BaseResource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Field;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.ws.rs.core.SecurityContext;

/**
 * The REST application as Jersey runs it, without a port: request in, status and body out.
 */
final class Rest implements ServiceDirectory {

    private static final URI BASE = URI.create("http://localhost/onos/dmm/v1/");

    private final ApplicationHandler handler =
            new ApplicationHandler(ResourceConfig.forApplication(new DmmWebApplication()));
    private final Map<Class<?>, Object> services = new HashMap<>();
    private final Set<String> roles;
    private String body;
    private ContainerResponse response;

    /** The application for a user with these roles; it finds services here. */
    Rest(String... roles) {
        this.roles = Set.of(roles);
        try {
            Field directory = BaseResource.class.getDeclaredField("services");
            directory.setAccessible(true);
            directory.set(null, this);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** Puts a service in place. */
    <T> Rest with(Class<T> type, T service) {
        services.put(type, service);
        return this;
    }

    /** The status of the answer to a GET. */
    int get(String path) {
        return request("GET", path);
    }

    /** The status of the answer to a POST of JSON. */
    int post(String path, String json) {
        return request("POST", path, json.replace('\'', '"'));
    }

    int put(String path, String json) {
        return request("PUT", path, json.replace('\'', '"'));
    }

    /** The status of the answer to a request. */
    int request(String method, String path) {
        return request(method, path, null);
    }

    /** The status of the answer to a request with a body, if there is one, and headers: name, value and so on. */
    int request(String method, String path, String json, String... headers) {
        return json == null ? send(method, path, null, headers) : send(method, path,
                json.getBytes(StandardCharsets.UTF_8), ObjectArrays.concat(headers,
                        new String[] {"Content-Type", "application/json"}, String.class));
    }

    /** The status of the answer to a request with this body, if it is not null, and these headers. */
    int send(String method, String path, byte[] octets, String... headers) {
        ContainerRequest request = new ContainerRequest(BASE, BASE.resolve(path), method, new User(),
                                                        new MapPropertiesDelegate());
        if (octets != null) {
            request.setEntityStream(new ByteArrayInputStream(octets));
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            response = handler.apply(request, bytes).get();
        } catch (Exception e) {
            throw new AssertionError("the container would answer with a stack trace", e);
        }
        body = bytes.toString(StandardCharsets.UTF_8);
        OpenApi.check(method, path, response.getStatus(),
                response.getMediaType() == null ? "" : response.getMediaType().toString(), body);
        return response.getStatus();
    }

    /** The body of the last answer. */
    String body() {
        return body;
    }

    /** The media type of the last answer. */
    String type() {
        return response.getMediaType().toString();
    }

    /** A header of the last answer. */
    String header(String name) {
        return response.getHeaderString(name);
    }

    /** The body of the last answer, or a part of it. */
    JsonNode json(String pointer) {
        try {
            return new ObjectMapper().readTree(body).at(pointer);
        } catch (Exception e) {
            throw new AssertionError("not JSON: " + body, e);
        }
    }

    @Override
    public <T> T get(Class<T> type) {
        if (!services.containsKey(type)) {
            throw new ServiceNotFoundException("Service " + type.getName() + " not found");
        }
        return type.cast(services.get(type));
    }

    private final class User implements SecurityContext {

        @Override
        public Principal getUserPrincipal() {
            return () -> "someone";
        }

        @Override
        public boolean isUserInRole(String role) {
            return roles.contains(role);
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public String getAuthenticationScheme() {
            return BASIC_AUTH;
        }
    }
}
