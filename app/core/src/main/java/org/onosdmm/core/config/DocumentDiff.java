/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.common.collect.ImmutableList;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.PolicyDiff.Change;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where two configurations differ, field by field. Entries of a list that have names are compared by these, wherever
 * they stand; others by their place, for the order of rules counts.
 */
public final class DocumentDiff {

    private static final String NAME = "name";

    private final ImmutableList.Builder<Change> changes = ImmutableList.builder();

    private DocumentDiff() {
    }

    /**
     * What is otherwise in the other document, in the order of the fields.
     *
     * @param present a document, with or without what is around it in the network configuration
     * @param other another one
     * @throws DmmException of kind INVALID if one is not JSON
     */
    public static ImmutableList<Change> between(String present, String other) {
        DocumentDiff diff = new DocumentDiff();
        diff.compare("", OfferedDocument.read(present), OfferedDocument.read(other));
        return diff.changes.build();
    }

    private void compare(String field, JsonNode from, JsonNode to) {
        if (from != null && to != null && isSplit(from, to)) {
            Map<String, JsonNode> before = parts(field, from);
            Map<String, JsonNode> after = parts(field, to);
            before.forEach((part, value) -> compare(part, value, after.get(part)));
            after.forEach((part, value) -> {
                if (!before.containsKey(part)) {
                    compare(part, null, value);
                }
            });
            if (from.isArray()) {
                compareOrder(field, before, after);
            }
        } else if (from == null || !from.equals(to)) {
            changes.add(Change.of(field, text(from), text(to)));
        }
    }

    /** Where an entry with a name stands may count as well: an anchor without a number has that of its place. */
    private void compareOrder(String field, Map<String, JsonNode> before, Map<String, JsonNode> after) {
        JsonNode old = names(before, after.keySet());
        JsonNode now = names(after, before.keySet());
        if (!old.equals(now)) {
            changes.add(Change.of(field, text(old), text(now)));
        }
    }

    private static JsonNode names(Map<String, JsonNode> parts, Set<String> common) {
        ArrayNode names = JsonNodeFactory.instance.arrayNode();
        parts.forEach((part, entry) -> {
            if (common.contains(part)) {
                names.add(entry.path(NAME));
            }
        });
        return names;
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.ofNullable(node).map(JsonNode::toString);
    }

    /** Whether both are of one structure; lists of texts and numbers are told as a whole. */
    private static boolean isSplit(JsonNode from, JsonNode to) {
        return from.isObject() && to.isObject() || isOfObjects(from) && isOfObjects(to);
    }

    private static boolean isOfObjects(JsonNode node) {
        if (!node.isArray()) {
            return false;
        }
        for (JsonNode entry : node) {
            if (!entry.isObject()) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, JsonNode> parts(String field, JsonNode node) {
        Map<String, JsonNode> parts = new LinkedHashMap<>();
        if (node.isObject()) {
            node.fields().forEachRemaining(e ->
                    parts.put(field.isEmpty() ? e.getKey() : field + "." + e.getKey(), e.getValue()));
            return parts;
        }
        int number = 0;
        for (JsonNode entry : node) {
            String own = entry.path(NAME).asText();
            String part = field + "[" + (own.isEmpty() ? String.valueOf(number) : own) + "]";
            parts.put(parts.containsKey(part) ? field + "[" + number + "]" : part, entry);
            number++;
        }
        return parts;
    }
}
