/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import org.onosdmm.api.DmmException;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where two configurations differ, field by field. Entries of a list that have names are compared by these, wherever
 * they stand; others by their place, for the order of rules counts.
 */
public final class PolicyDiff {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String NAME = "name";

    /** A field that differs. */
    @AutoValue
    public abstract static class Change {

        /** The field, such as {@code classes[telephony].strategy}. */
        public abstract String field();

        /** What it says now, as JSON; absent if it is not there. */
        public abstract Optional<String> from();

        /** What it would say, as JSON; absent if it would not be there. */
        public abstract Optional<String> to();

        private static Change of(String field, JsonNode from, JsonNode to) {
            return new AutoValue_PolicyDiff_Change(field, text(from), text(to));
        }

        private static Optional<String> text(JsonNode node) {
            return Optional.ofNullable(node).map(JsonNode::toString);
        }
    }

    private final ImmutableList.Builder<Change> changes = ImmutableList.builder();

    private PolicyDiff() {
    }

    /**
     * What is otherwise in the other document, in the order of the fields.
     *
     * @param present a document, with or without what is around it in the network configuration
     * @param other another one
     * @throws DmmException of kind INVALID if one is not JSON
     */
    public static ImmutableList<Change> between(String present, String other) {
        PolicyDiff diff = new PolicyDiff();
        diff.compare("", read(present), read(other));
        return diff.changes.build();
    }

    private static JsonNode read(String text) {
        try {
            JsonNode document = MAPPER.readTree(text);
            JsonNode wrapped = document.at("/apps/org.onosdmm/dmm");
            return wrapped.isMissingNode() ? document : wrapped;
        } catch (JsonProcessingException e) {
            throw new DmmException(DmmException.Kind.INVALID, "document", "is not JSON: " + e.getOriginalMessage());
        }
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
        } else if (from == null || !from.equals(to)) {
            changes.add(Change.of(field, from, to));
        }
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
