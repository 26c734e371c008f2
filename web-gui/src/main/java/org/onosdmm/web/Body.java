/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableSet;
import org.onosdmm.api.DmmException;
import org.onosdmm.view.Input;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads what a client has sent, up to a limit.
 */
final class Body {

    private static final int LARGEST_OBJECT = 64 * 1024;

    private Body() {
    }

    /** The text of a configuration. */
    static String document(InputStream body) {
        return new String(Input.octets(body, "document", Input.LARGEST_DOCUMENT), StandardCharsets.UTF_8);
    }

    /** A JSON object with no other fields than these. */
    static JsonNode object(ObjectMapper mapper, InputStream body, ImmutableSet<String> fields) {
        JsonNode json;
        try {
            json = mapper.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .readTree(new ByteArrayInputStream(Input.octets(body, "body", LARGEST_OBJECT)));
        } catch (IOException e) {
            throw new DmmException(DmmException.Kind.INVALID, "body", "is not JSON");
        }
        if (json == null || !json.isObject()) {
            throw new DmmException(DmmException.Kind.INVALID, "body", "is not a JSON object");
        }
        json.fieldNames().forEachRemaining(name -> {
            if (!fields.contains(name)) {
                throw new DmmException(DmmException.Kind.INVALID, name, "is not known here; known are "
                        + String.join(", ", fields));
            }
        });
        return json;
    }
}
