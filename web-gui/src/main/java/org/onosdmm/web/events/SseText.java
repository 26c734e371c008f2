/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.events;

import java.nio.charset.StandardCharsets;

/**
 * Writes the stream as the WHATWG has it (HTML, server-sent events). Data are one line each: JSON has no line breaks.
 */
final class SseText {

    /** After how long a client that was cut off comes back, ms. */
    private static final int RETRY = 2_000;

    private SseText() {
    }

    /** What comes first: from where on events follow, and when to come back. Clients see no event in it. */
    static byte[] greeting(EventId position) {
        return bytes("retry: " + RETRY + "\nid: " + position + "\n\n");
    }

    static byte[] event(EventId id, EventType type, String data) {
        return bytes("id: " + id + "\nevent: " + type.text() + "\ndata: " + data + "\n\n");
    }

    /** Events are missing: the client has to read the resources anew, and what follows comes after them. */
    static byte[] reset(EventId position, String reason) {
        return bytes("retry: " + RETRY + "\nid: " + position + "\nevent: reset\ndata: {\"reason\":\"" + reason
                + "\"}\n\n");
    }

    /** A sign of life; moves the client's position on, as events that it does not want leave it behind. */
    static byte[] alive(EventId position) {
        return bytes(": alive\nid: " + position + "\n\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
