/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import org.onosdmm.api.DmmException;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads what a user has sent, or a file that a user has named, up to a limit.
 */
public final class Input {

    /** A configuration has so many bytes at most. */
    public static final int LARGEST_DOCUMENT = 4 << 20;

    private static final int DEEPEST = 64;
    private static final JsonFactory JSON = new JsonFactory();

    private Input() {
    }

    /**
     * All of a stream.
     *
     * @param field what it is called in messages
     * @param largest how many bytes at most
     * @throws DmmException of kind TOO_LARGE if it is longer, INVALID if it cannot be read or is nested too deep
     */
    public static byte[] octets(InputStream stream, String field, int largest) {
        try {
            byte[] octets = stream.readNBytes(largest + 1);
            if (octets.length > largest) {
                throw new DmmException(DmmException.Kind.TOO_LARGE, field, "is larger than " + largest + " bytes");
            }
            requireFlat(octets, field);
            return octets;
        } catch (IOException e) {
            throw new DmmException(DmmException.Kind.INVALID, field, "could not be read");
        }
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
}
