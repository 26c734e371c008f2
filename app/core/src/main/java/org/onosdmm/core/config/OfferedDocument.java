/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.onosdmm.api.DmmException;

/**
 * A document that somebody wants to have looked at, or put in force.
 */
final class OfferedDocument {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private OfferedDocument() {
    }

    /** What a document says of this app, with or without what is around it in the network configuration. */
    static JsonNode read(String text) {
        try {
            JsonNode document = MAPPER.readTree(text);
            JsonNode wrapped = document.at("/apps/org.onosdmm/dmm");
            return wrapped.isMissingNode() ? document : wrapped;
        } catch (JsonProcessingException e) {
            throw new DmmException(DmmException.Kind.INVALID, "document", "is not JSON: " + e.getOriginalMessage());
        }
    }
}
