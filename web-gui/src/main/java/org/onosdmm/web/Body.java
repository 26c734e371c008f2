/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableSet;
import org.onosdmm.api.DmmException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads what a client has sent, up to a limit.
 */
final class Body {

    private static final int LARGEST_OBJECT = 64 * 1024;
    private static final int DEEPEST = 64;
    private static final JsonFactory JSON = new JsonFactory();

    private Body() {
    }

    /** A text. */
    static String text(InputStream body, String field, int largest) {
        return new String(octets(body, field, largest), StandardCharsets.UTF_8);
    }

    /** A JSON object with no other fields than these. */
    static JsonNode object(ObjectMapper mapper, InputStream body, ImmutableSet<String> fields) {
        JsonNode json;
        try {
            json = mapper.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .readTree(new ByteArrayInputStream(octets(body, "body", LARGEST_OBJECT)));
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

    /** Readers of JSON go as deep as their text does, and a thread's stack does not. */
    private static void requireFlat(byte[] octets, String field) throws IOException {
        int depth = 0;
        try (JsonParser parser = JSON.createParser(octets)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth > DEEPEST) {
                    throw new DmmException(DmmException.Kind.INVALID, field,
                            "is nested more than " + DEEPEST + " deep");
                }
            }
        } catch (JsonProcessingException e) {
            // whoever reads it says what is wrong
        }
    }

    private static byte[] octets(InputStream body, String field, int largest) {
        try {
            byte[] octets = body.readNBytes(largest + 1);
            if (octets.length > largest) {
                throw new DmmException(DmmException.Kind.TOO_LARGE, field, "is larger than " + largest + " bytes");
            }
            requireFlat(octets, field);
            return octets;
        } catch (IOException e) {
            throw new DmmException(DmmException.Kind.INVALID, field, "could not be read");
        }
    }
}
