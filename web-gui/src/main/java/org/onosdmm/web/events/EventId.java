/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.events;

import com.google.auto.value.AutoValue;
import org.onosdmm.api.DmmException;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names an event: a number that grows by one with each, and the epoch, which is another one whenever counting has begun
 * anew.
 */
@AutoValue
public abstract class EventId {

    private static final Pattern TEXT = Pattern.compile("([0-9a-z]{1,20})-([0-9]{1,18})");

    /** When counting began, in words without a meaning of their own. */
    public abstract String epoch();

    /** How many there were before it, since then. */
    public abstract long number();

    /** A name by its parts. */
    public static EventId of(String epoch, long number) {
        return new AutoValue_EventId(epoch, number);
    }

    /**
     * Reads a name as {@link #toString} writes it.
     *
     * @throws DmmException of kind INVALID if it is none
     */
    public static EventId parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw DmmException.invalid("since", text, "is not the id of an event, such as k3x9-1024");
        }
        return of(matcher.group(1), Long.parseLong(matcher.group(2)));
    }

    @Override
    public final String toString() {
        return epoch() + "-" + number();
    }
}
