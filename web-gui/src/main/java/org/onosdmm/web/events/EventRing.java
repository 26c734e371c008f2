/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.events;

import java.util.Optional;
import java.util.Set;

/**
 * The last events, for clients that have not got them yet. Bounded by number and size: what is too old goes, whoever
 * still waits for it. So this is the queue of every client at once, and none costs more than its place in it.
 */
public final class EventRing {

    private static final class Entry {

        private final EventType type;
        private final byte[] text;

        private Entry(EventType type, byte[] text) {
            this.type = type;
            this.text = text;
        }
    }

    /** What a client gets next, and where that leaves it. */
    static final class Step {

        private final long position;
        private final Optional<byte[]> text;

        private Step(long position, Optional<byte[]> text) {
            this.position = position;
            this.text = text;
        }

        /** The number of the last event that the client needs no more. */
        long position() {
            return position;
        }

        /** What is to be sent; nothing if there is no news. */
        Optional<byte[]> text() {
            return text;
        }
    }

    private final String epoch;
    private final long mostBytes;
    /** The event of a number is at that number modulo the length. */
    private final Entry[] entries;
    private long bytes;
    /** Those after {@code forgotten}, up to {@code last}, are remembered. */
    private long forgotten;
    private long last;

    /**
     * A ring.
     *
     * @param epoch names this ring among all that clients may have heard from
     * @param mostEvents how many events it remembers
     * @param mostBytes how large they may be together; one is remembered in any case
     */
    public EventRing(String epoch, int mostEvents, long mostBytes) {
        this.epoch = epoch;
        this.entries = new Entry[mostEvents];
        this.mostBytes = mostBytes;
    }

    /** Adds an event. */
    public synchronized void append(EventType type, String data) {
        if (last - forgotten == entries.length) {
            forget();
        }
        last++;
        Entry entry = new Entry(type, SseText.event(EventId.of(epoch, last), type, data));
        entries[index(last)] = entry;
        bytes += entry.text.length;
        while (bytes > mostBytes && last - forgotten > 1) {
            forget();
        }
    }

    private void forget() {
        forgotten++;
        bytes -= entries[index(forgotten)].text.length;
        entries[index(forgotten)] = null;
    }

    private int index(long number) {
        return (int) (number % entries.length);
    }

    /** The name of the newest event. */
    synchronized EventId newest() {
        return EventId.of(epoch, last);
    }

    /** The name of an event of this ring. */
    EventId id(long number) {
        return EventId.of(epoch, number);
    }

    /** Whether all events after this one are still known. */
    synchronized boolean reaches(EventId id) {
        return id.epoch().equals(epoch) && id.number() <= last && id.number() >= forgotten;
    }

    /** The next event of these types after this number; nothing at all if events after it are forgotten already. */
    synchronized Optional<Step> after(long number, Set<EventType> types) {
        if (number < forgotten) {
            return Optional.empty();
        }
        for (long next = number + 1; next <= last; next++) {
            Entry entry = entries[index(next)];
            if (types.contains(entry.type)) {
                return Optional.of(new Step(next, Optional.of(entry.text)));
            }
        }
        return Optional.of(new Step(last, Optional.empty()));
    }
}
