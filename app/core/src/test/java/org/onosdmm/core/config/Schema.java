/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Streams;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

/** The JSON schema of the document, and as much of draft 7 as that schema uses. */
final class Schema {
    private static final String RESOURCE = "/org/onosdmm/dmm-schema.json";
    private static final ImmutableSet<String> KEYWORDS = ImmutableSet.of("$schema", "$ref", "title", "description",
            "default", "definitions", "type", "enum", "examples", "anyOf", "pattern", "minimum",
            "maximum", "minItems", "maxItems",
            "items", "properties", "required", "additionalProperties", "minProperties");

    private final JsonNode root;
    private final JsonNode node;

    private Schema(JsonNode root, JsonNode node) {
        this.root = root;
        this.node = resolve(root, node);
        this.node.fieldNames().forEachRemaining(keyword -> {
            if (!KEYWORDS.contains(keyword)) {
                throw new IllegalStateException("The schema uses " + keyword);
            }
        });
    }

    static Schema ofDocument() {
        try (InputStream stream = Schema.class.getResourceAsStream(RESOURCE)) {
            JsonNode root = new ObjectMapper().readTree(stream);
            return new Schema(root, root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode resolve(JsonNode root, JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").textValue().substring(1)) : node;
    }

    boolean accepts(JsonNode value) {
        return acceptsType(value) && acceptsChoice(value) && acceptsText(value) && acceptsNumber(value)
                && acceptsList(value) && acceptsObject(value);
    }

    /** The schema of an object's part. */
    Schema property(String name) {
        return new Schema(root, node.get("properties").get(name));
    }

    /** The schema of a list's items. */
    Schema items() {
        return new Schema(root, node.get("items"));
    }

    /** Names of an object's parts, in order. */
    ImmutableSet<String> properties() {
        return ImmutableSet.copyOf(node.path("properties").fieldNames());
    }

    boolean requires(String name) {
        return elements("required").anyMatch(n -> n.textValue().equals(name));
    }

    /** A keyword's value, or a missing node. */
    JsonNode keyword(String name) {
        return node.path(name);
    }

    private boolean acceptsType(JsonNode value) {
        if (!node.has("type")) {
            return true;
        }
        switch (node.get("type").textValue()) {
            case "object":
                return value.isObject();
            case "array":
                return value.isArray();
            case "string":
                return value.isTextual();
            case "integer":
                return value.isIntegralNumber();
            case "boolean":
                return value.isBoolean();
            default:
                throw new IllegalStateException("The schema uses type " + node.get("type"));
        }
    }

    private boolean acceptsChoice(JsonNode value) {
        return (!node.has("enum") || elements("enum").anyMatch(value::equals))
                && (!node.has("anyOf") || elements("anyOf").anyMatch(s -> new Schema(root, s).accepts(value)));
    }

    private boolean acceptsText(JsonNode value) {
        return !value.isTextual() || !node.has("pattern")
                || value.textValue().matches(node.get("pattern").textValue());
    }

    private boolean acceptsNumber(JsonNode value) {
        return !value.isNumber()
                || (!node.has("minimum") || value.decimalValue().compareTo(node.get("minimum").decimalValue()) >= 0)
                && (!node.has("maximum") || value.decimalValue().compareTo(node.get("maximum").decimalValue()) <= 0);
    }

    private boolean acceptsList(JsonNode value) {
        return !value.isArray()
                || value.size() >= node.path("minItems").asInt(0)
                && value.size() <= node.path("maxItems").asInt(Integer.MAX_VALUE)
                && (!node.has("items") || Streams.stream(value).allMatch(items()::accepts));
    }

    private boolean acceptsObject(JsonNode value) {
        return !value.isObject()
                || value.size() >= node.path("minProperties").asInt(0)
                && elements("required").allMatch(name -> value.has(name.textValue()))
                && Streams.stream(value.fieldNames()).allMatch(name -> properties().contains(name)
                        ? property(name).accepts(value.get(name)) : node.path("additionalProperties").asBoolean(true));
    }

    private Stream<JsonNode> elements(String keyword) {
        return Streams.stream(node.path(keyword));
    }
}
