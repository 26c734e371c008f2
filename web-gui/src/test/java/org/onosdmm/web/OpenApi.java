/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The description of the resources, and whether answers are as it says. */
final class OpenApi {

    /** One operation. */
    static final class Operation {

        final String method;
        final String path;
        final JsonNode json;

        private Operation(String method, String path, JsonNode json) {
            this.method = method;
            this.path = path;
            this.json = json;
        }

        @Override
        public String toString() {
            return method + " " + path;
        }

        private boolean isFor(String asked, String at) {
            return method.equals(asked) && ("/" + at.replaceFirst("\\?.*", ""))
                    .matches(path.replace(".", "\\.").replaceAll("\\{[a-z]+}", "[^/]+"));
        }
    }

    private static final JsonNode DOCUMENT = ApiDescription.read();
    private static final Map<String, JsonSchema> SCHEMAS = new HashMap<>();

    private OpenApi() {
    }

    static JsonNode document() {
        return DOCUMENT;
    }

    static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        DOCUMENT.path("paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(method ->
                operations.add(new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(),
                        method.getValue()))));
        return operations;
    }

    /** An answer has a status, a type and a body that the description of its operation knows. */
    static void check(String method, String path, int status, String type, String body) {
        Optional<Operation> found = operations().stream().filter(operation -> operation.isFor(method, path))
                .findFirst();
        if (!found.isPresent()) {
            assertTrue(status == 404 || status == 405, method + " " + path + " is not described: " + status);
            return;
        }
        JsonNode responses = found.get().json.path("responses");
        JsonNode response = responses.path(Integer.toString(status));
        if (response.isMissingNode()) {
            assertTrue(status >= 400, found.get() + " is not said to answer " + status);
            response = DOCUMENT.at("/components/responses/Problem");
        }
        if (response.path("content").isMissingNode()) {
            assertEquals("", body, found.get().toString());
            return;
        }
        String described = response.path("content").fieldNames().next();
        assertEquals(described, type.replaceFirst(";.*", ""), found.get().toString());
        JsonNode schema = response.path("content").path(described).path("schema");
        if (described.endsWith("json")) {
            Set<ValidationMessage> problems = schema(schema).validate(parsed(body));
            assertTrue(problems.isEmpty(), found.get() + ": " + problems + " in " + body);
        }
    }

    static JsonNode parsed(String body) {
        try {
            return new ObjectMapper().readTree(body);
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + body, e);
        }
    }

    private static JsonSchema schema(JsonNode schema) {
        return SCHEMAS.computeIfAbsent(schema.toString(), text -> {
            ObjectNode whole = new ObjectMapper().createObjectNode();
            whole.set("components", DOCUMENT.path("components"));
            whole.putArray("allOf").add(schema);
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(whole);
        });
    }
}
