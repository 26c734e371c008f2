/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.config;

import org.onosproject.store.service.Serializer;

import java.nio.charset.StandardCharsets;

/**
 * Stores texts as UTF-8, and nothing else: what is stored can be read by any version.
 */
final class TextSerializer implements Serializer {

    @Override
    public <T> byte[] encode(T text) {
        return ((String) text).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T decode(byte[] bytes) {
        return (T) new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public <T> T copy(T text) {
        return text;
    }
}
