/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.events;

import com.google.common.base.Splitter;
import org.onosdmm.api.DmmException;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import static java.util.stream.Collectors.joining;

/**
 * What an event is about.
 */
public enum EventType {
    /** A handover began or came further. */
    HANDOVER,
    /** A node attached, changed or is gone. */
    BINDING,
    /** A flow became known, changed or is over. */
    FLOW,
    /** An anchor changed. */
    ANCHOR,
    /** The configuration changed. */
    POLICY;

    /** The name as clients read and write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The types that a client asks for.
     *
     * @param text names with commas between; all types if null
     * @throws DmmException of kind INVALID if one of them is none
     */
    public static Set<EventType> parse(String text) {
        if (text == null) {
            return EnumSet.allOf(EventType.class);
        }
        Set<EventType> types = EnumSet.noneOf(EventType.class);
        for (String name : Splitter.on(',').trimResults().split(text)) {
            types.add(Arrays.stream(values()).filter(type -> type.text().equals(name)).findFirst()
                    .orElseThrow(() -> DmmException.invalid("types", name, "is not a type of events; known are "
                            + Arrays.stream(values()).map(EventType::text).collect(joining(", ")))));
        }
        return types;
    }
}
