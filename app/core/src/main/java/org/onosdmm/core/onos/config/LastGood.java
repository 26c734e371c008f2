/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.onosdmm.core.onos.store.MapNames;
import org.onosproject.store.service.ConsistentMap;
import org.onosproject.store.service.StorageException;
import org.onosproject.store.service.StorageService;
import org.onosproject.store.service.Versioned;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;

/**
 * Remembers the last document that came into force, so that after a restart of the controller rules are compiled for
 * each switch as it connects, not only once all of them have. What the store cannot do, goes without.
 */
final class LastGood {

    private static final String DOCUMENT = "document";

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final ObjectMapper mapper = new ObjectMapper();
    private final ConsistentMap<String, String> map;

    LastGood(StorageService storageService) {
        map = storageService.<String, String>consistentMapBuilder()
                .withName(MapNames.CONFIGURATION).withSerializer(new TextSerializer()).build();
    }

    Optional<JsonNode> read() {
        try {
            Versioned<String> text = map.get(DOCUMENT);
            return text == null ? Optional.empty() : Optional.of(mapper.readTree(text.value()));
        } catch (StorageException | JsonProcessingException e) {
            log.warn("The last good configuration could not be read: {}", e.toString());
            return Optional.empty();
        }
    }

    void write(JsonNode document) {
        try {
            map.put(DOCUMENT, document.toString());
        } catch (StorageException e) {
            log.warn("The configuration in force could not be remembered: {}", e.toString());
        }
    }

    void clear() {
        try {
            map.remove(DOCUMENT);
        } catch (StorageException e) {
            log.warn("The configuration could not be forgotten: {}", e.toString());
        }
    }
}
