/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableSet;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.MobileNodeId;
import org.onosproject.net.ConnectPoint;

import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * A notice as a client writes it. Every part is checked when it is asked for; a mistake names the field and the value.
 */
final class Notice {

    private static final ImmutableSet<String> FIELDS = ImmutableSet.of("event", "node", "port", "addresses", "window");

    /** What is announced. */
    enum Event {
        ATTACHED,
        DETACHED,
        EXPECTED
    }

    private final JsonNode json;

    private Notice(JsonNode json) {
        this.json = json;
    }

    /** Reads a notice. */
    static Notice read(ObjectMapper mapper, InputStream body) {
        return new Notice(Body.object(mapper, body, FIELDS));
    }

    Event event() {
        String event = text("event");
        return Arrays.stream(Event.values()).filter(e -> e.name().toLowerCase(Locale.ROOT).equals(event)).findFirst()
                .orElseThrow(() -> DmmException.invalid("event", event,
                        "is not an event; known are attached, detached, expected"));
    }

    MobileNodeId node() {
        return MobileNodeId.parse(text("node"));
    }

    ConnectPoint port() {
        String port = text("port");
        try {
            return ConnectPoint.deviceConnectPoint(port);
        } catch (IllegalArgumentException | NullPointerException e) {
            throw DmmException.invalid("port", port, "is not a switch and a port, such as of:0000000000000001/3");
        }
    }

    ImmutableSet<IpAddress> addresses() {
        ImmutableSet.Builder<IpAddress> addresses = ImmutableSet.builder();
        for (JsonNode address : json.path("addresses")) {
            try {
                addresses.add(IpAddress.valueOf(address.asText()));
            } catch (IllegalArgumentException e) {
                throw DmmException.invalid("addresses", address.asText(), "is not an IP address");
            }
        }
        return addresses.build();
    }

    Duration window() {
        JsonNode window = json.get("window");
        if (window == null || !window.isIntegralNumber() || !window.canConvertToLong()) {
            throw DmmException.invalid("window", window == null ? "" : window, "is not a number of ms");
        }
        return Duration.ofMillis(window.longValue());
    }

    private String text(String field) {
        JsonNode value = json.get(field);
        if (value == null || !value.isTextual()) {
            throw DmmException.invalid(field, value == null ? "" : value, "is not a text");
        }
        return value.textValue();
    }
}
