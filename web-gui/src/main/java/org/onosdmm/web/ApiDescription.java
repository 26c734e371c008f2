/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The description of all resources, and the same as Swagger 2.0 has it: that is what ONOS's own page of APIs reads.
 */
final class ApiDescription {

    private static final String RESOURCE = "openapi.json";
    private static final String JSON = "application/json";

    private final ObjectMapper mapper = new ObjectMapper();
    private final JsonNode source;

    private ApiDescription(JsonNode source) {
        this.source = source;
    }

    /** The description, OpenAPI 3.0. */
    static JsonNode read() {
        try (InputStream stream = ApiDescription.class.getResourceAsStream(RESOURCE)) {
            return new ObjectMapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The description, Swagger 2.0. */
    static JsonNode asSwagger() {
        return new ApiDescription(read()).swagger();
    }

    private JsonNode swagger() {
        ObjectNode swagger = mapper.createObjectNode().put("swagger", "2.0");
        swagger.set("info", source.path("info"));
        swagger.set("basePath", source.at("/servers/0/url"));
        swagger.putArray("consumes").add(JSON);
        swagger.putArray("produces").add(JSON);
        swagger.putObject("securityDefinitions").putObject("basic").put("type", "basic");
        swagger.set("security", source.path("security"));
        ObjectNode paths = swagger.putObject("paths");
        source.path("paths").fields().forEachRemaining(path -> {
            ObjectNode methods = paths.putObject(path.getKey());
            path.getValue().fields().forEachRemaining(method ->
                    methods.set(method.getKey(), operation(method.getValue())));
        });
        swagger.set("definitions", schema(source.at("/components/schemas")));
        return swagger;
    }

    private ObjectNode operation(JsonNode from) {
        ObjectNode operation = mapper.createObjectNode();
        operation.set("tags", from.path("tags"));
        operation.set("operationId", from.path("operationId"));
        operation.set("summary", from.path("summary"));
        ArrayNode parameters = operation.putArray("parameters");
        from.path("parameters").forEach(parameter -> {
            ObjectNode one = parameter.deepCopy();
            one.setAll((ObjectNode) schema(one.remove("schema")));
            one.remove("example");
            parameters.add(one);
        });
        if (from.has("requestBody")) {
            parameters.addObject().put("name", "body").put("in", "body").put("required", true)
                    .set("schema", schema(content(from.path("requestBody"))));
        }
        ObjectNode responses = operation.putObject("responses");
        from.path("responses").fields().forEachRemaining(response ->
                responses.set(response.getKey(), response(response.getValue())));
        return operation;
    }

    private ObjectNode response(JsonNode from) {
        JsonNode whole = from.has("$ref") ? source.at(from.path("$ref").textValue().substring(1)) : from;
        ObjectNode response = mapper.createObjectNode();
        response.set("description", whole.path("description"));
        JsonNode schema = content(whole);
        if (!schema.isMissingNode()) {
            response.set("schema", schema(schema));
        }
        return response;
    }

    /** The schema of whatever media type there is. */
    private static JsonNode content(JsonNode from) {
        return from.path("content").isEmpty() ? from.path("none")
                : from.path("content").elements().next().path("schema");
    }

    /** A schema with references as they are there, and without what is not known there. */
    private JsonNode schema(JsonNode from) {
        if (from.isArray()) {
            ArrayNode array = mapper.createArrayNode();
            from.forEach(each -> array.add(schema(each)));
            return array;
        }
        if (!from.isObject()) {
            return from;
        }
        ObjectNode schema = mapper.createObjectNode();
        from.fields().forEachRemaining(field -> {
            switch (field.getKey()) {
                case "$ref":
                    schema.put("$ref", field.getValue().textValue().replace("#/components/schemas/", "#/definitions/"));
                    break;
                case "nullable":
                    schema.set("x-nullable", field.getValue());
                    break;
                case "oneOf":
                    schema.setAll((ObjectNode) schema(field.getValue().get(0)));
                    break;
                default:
                    schema.set(field.getKey(), schema(field.getValue()));
                    break;
            }
        });
        return schema;
    }
}
