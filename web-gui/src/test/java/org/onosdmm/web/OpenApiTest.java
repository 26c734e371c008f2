/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import org.junit.jupiter.api.Test;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The description of the resources: good form, complete, and not a word too much. */
class OpenApiTest {

    /** The event stream is a servlet of its own. */
    private static final Set<String> BY_HAND = Set.of("GET /events", "GET /events query types",
            "GET /events query since", "GET /events header Last-Event-ID");
    /** Read by JAX-RS itself. */
    private static final Set<String> BY_JERSEY = Set.of("GET /policy header If-None-Match");

    @Test
    void aValidatorTakesIt() {
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(OpenApi.document().toString(), null, null);
        assertEquals(List.of(), result.getMessages());
        assertNotNull(result.getOpenAPI().getPaths().get("/policy").getPut());
    }

    @Test
    void itHasWhatTheResourcesHaveAndNothingElse() {
        Set<String> described = new TreeSet<>();
        for (OpenApi.Operation operation : OpenApi.operations()) {
            described.add(operation.toString());
            for (JsonNode parameter : operation.json.path("parameters")) {
                described.add(operation + " " + parameter.path("in").asText() + " " + parameter.path("name").asText());
            }
        }
        Set<String> there = new TreeSet<>(BY_HAND);
        there.addAll(BY_JERSEY);
        for (Class<?> type : new DmmWebApplication().getClasses()) {
            if (type.isAnnotationPresent(Path.class)) {
                Arrays.stream(type.getDeclaredMethods()).forEach(method -> add(type, method, there));
            }
        }
        assertEquals(there, described);
    }

    private static void add(Class<?> type, Method method, Set<String> there) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (http != null) {
                Path path = method.getAnnotation(Path.class);
                String operation = http.value() + " /" + type.getAnnotation(Path.class).value()
                        + (path == null ? "" : "/" + path.value());
                there.add(operation);
                for (Parameter parameter : method.getParameters()) {
                    add(operation, parameter, there);
                }
            }
        }
    }

    private static void add(String operation, Parameter parameter, Set<String> there) {
        if (parameter.isAnnotationPresent(QueryParam.class)) {
            there.add(operation + " query " + parameter.getAnnotation(QueryParam.class).value());
        } else if (parameter.isAnnotationPresent(PathParam.class)) {
            there.add(operation + " path " + parameter.getAnnotation(PathParam.class).value());
        } else if (parameter.isAnnotationPresent(HeaderParam.class)) {
            there.add(operation + " header " + parameter.getAnnotation(HeaderParam.class).value());
        }
    }

    @Test
    void operationsHaveNamesOfTheirOwn() {
        List<OpenApi.Operation> operations = OpenApi.operations();
        assertEquals(operations.size(), operations.stream().map(o -> o.json.path("operationId").asText())
                .collect(toCollection(TreeSet::new)).size());
    }

    @Test
    void itIsServed() {
        Rest rest = new Rest("viewer");
        assertEquals(200, rest.get("openapi.json"));
        assertEquals(OpenApi.document(), rest.json(""));
    }

    @Test
    void whatIsNotAsDescribedIsNoticed() {
        assertThrows(AssertionError.class, () -> OpenApi.check("GET", "check", 200, "application/json",
                "{\"verdict\":\"FINE\",\"findings\":[]}"));
        assertThrows(AssertionError.class, () -> OpenApi.check("GET", "check", 200, "application/json",
                "{\"verdict\":\"OK\",\"findings\":[],\"more\":1}"));
        assertThrows(AssertionError.class, () -> OpenApi.check("GET", "check", 204, "", ""));
        assertThrows(AssertionError.class, () -> OpenApi.check("GET", "anchors/x", 404, "text/html", "<html>"));
        assertThrows(AssertionError.class, () -> OpenApi.check("POST", "anchors", 200, "application/json", "{}"));
    }

    /** What ONOS's page of APIs reads, by the schema of its references and by what it needs. */
    @Test
    void onosReadsTheSameAsSwagger2() {
        JsonNode swagger = ApiDescription.asSwagger();
        assertEquals("2.0", swagger.path("swagger").asText());
        assertEquals("/onos/dmm/v1", swagger.path("basePath").asText());
        assertEquals(OpenApi.document().path("paths").size(), swagger.path("paths").size());
        swagger.findValues("$ref").forEach(reference -> assertFalse(
                swagger.at(reference.asText().substring(1)).isMissingNode(), reference::asText));
        String text = swagger.toString();
        for (String unknown : List.of("\"nullable\"", "\"oneOf\"", "\"content\"", "#/components", "requestBody")) {
            assertFalse(text.contains(unknown), unknown);
        }
        for (JsonNode parameter : swagger.findValues("parameters")) {
            parameter.forEach(one -> assertTrue(one.has("type") != one.path("in").asText().equals("body"),
                    one::toString));
        }
        assertEquals("application/json", swagger.at("/produces/0").asText());
    }
}
