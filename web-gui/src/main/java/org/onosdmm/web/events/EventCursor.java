/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.events;

import com.google.common.collect.ImmutableSet;

import java.util.Optional;
import java.util.Set;

/**
 * How much of the events one client has got, and what it gets next. To be used by one thread at a time.
 */
public final class EventCursor {

    private final EventRing ring;
    private final ImmutableSet<EventType> types;
    private Optional<byte[]> first;
    private long position;
    private boolean over;

    private EventCursor(EventRing ring, Set<EventType> types, long position) {
        this.ring = ring;
        this.types = ImmutableSet.copyOf(types);
        this.position = position;
    }

    /**
     * A client that begins.
     *
     * @param ring where events come from
     * @param types what it wants to hear of
     * @param since the last event that it has got; nothing for one that wants those from now on
     */
    public static EventCursor open(EventRing ring, Set<EventType> types, Optional<EventId> since) {
        EventId newest = ring.newest();
        if (since.isPresent() && !ring.reaches(since.get())) {
            EventCursor cursor = new EventCursor(ring, types, newest.number());
            cursor.first = Optional.of(SseText.reset(newest, "events after " + since.get()
                    + " are not known any more"));
            return cursor;
        }
        EventCursor cursor = new EventCursor(ring, types, since.orElse(newest).number());
        cursor.first = Optional.of(SseText.greeting(since.orElse(newest)));
        return cursor;
    }

    /** What is to be sent next; nothing if there is no news, or if {@link #isOver}. */
    public Optional<byte[]> next() {
        if (over || first.isPresent()) {
            Optional<byte[]> text = first;
            first = Optional.empty();
            return text;
        }
        Optional<EventRing.Step> step = ring.after(position, types);
        if (!step.isPresent()) {
            over = true;
            return Optional.of(SseText.reset(ring.newest(), "the client was too slow"));
        }
        position = step.get().position();
        return step.get().text();
    }

    /** A sign of life, for when there is nothing else to send. */
    public byte[] alive() {
        return SseText.alive(ring.id(position));
    }

    /** Whether the client was cut off, for it was too slow: what was handed out last was the end. */
    public boolean isOver() {
        return over;
    }
}
