/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.onosdmm.api.DmmException;

/**
 * A document that somebody wants to have looked at, or put in force.
 */
public final class OfferedDocument {

    // What would be read in part, or of which one half would be left out in silence, is a mistake.
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private OfferedDocument() {
    }

    /**
     * What a document says of this app, with or without what is around it in the network configuration.
     *
     * @throws DmmException of kind INVALID if it is not JSON
     */
    public static JsonNode read(String text) {
        try {
            JsonNode document = MAPPER.readTree(text);
            if (document.isMissingNode()) {
                throw new DmmException(DmmException.Kind.INVALID, "document", "is not JSON: it is empty");
            }
            JsonNode wrapped = document.at("/apps/org.onosdmm/dmm");
            return wrapped.isMissingNode() ? document : wrapped;
        } catch (JsonProcessingException e) {
            throw new DmmException(DmmException.Kind.INVALID, "document", "is not JSON: " + e.getOriginalMessage());
        }
    }
}
