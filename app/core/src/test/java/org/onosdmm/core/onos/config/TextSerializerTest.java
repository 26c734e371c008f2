/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.config;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** What is stored today must be readable for good. */
class TextSerializerTest {
    private static final byte[] STORED = {'{', '"', (byte) 0xc3, (byte) 0xa9, '"', '}'};

    private final TextSerializer serializer = new TextSerializer();

    @Test
    void textsAreUtf8() {
        assertArrayEquals(STORED, serializer.encode("{\"é\"}"));
        String text = serializer.decode(STORED);
        assertEquals("{\"é\"}", text);
    }
}
