/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import org.onosdmm.api.Handover;
import org.onosdmm.api.HandoverPhase;
import org.onosdmm.core.reconcile.RuleChange;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The last handovers of this controller instance, newest last.
 */
public final class HandoverLog {

    private static final int KEPT = 1_000;

    /** One handover in the log. */
    public static final class Entry {

        private volatile Handover handover;

        private Entry(Handover handover) {
            this.handover = handover;
        }

        /** The record as it is now. */
        public Handover handover() {
            return handover;
        }

        private void update(UnaryOperator<Handover.Builder> change) {
            handover = change.apply(handover.toBuilder()).build();
        }

        void sent(RuleChange change) {
            update(b -> b.flowMods(handover.flowMods() + change.flowMods())
                    .switches(Sets.union(handover.switches(), change.devices())));
        }

        void passedOn(int packets) {
            update(b -> b.packetsHeld(handover.packetsHeld() + packets));
        }

        void rescued(int packets) {
            update(b -> b.packetsRescued(handover.packetsRescued() + packets));
        }

        /** What was there already, since the node was expected, is prepared from the beginning. */
        void prepared(long time) {
            if (!handover.preparedAt().isPresent()) {
                long since = Math.max(time, handover.detectedAt());
                update(b -> b.preparedAt(Optional.of(since)).phase(HandoverPhase.PREPARED));
            }
        }

        void bounced(long time) {
            if (!handover.bouncedAt().isPresent()) {
                update(b -> b.bouncedAt(Optional.of(time)));
            }
        }

        /** Returns whether this is news. */
        boolean switched(long time) {
            if (handover.switchedAt().isPresent()) {
                return false;
            }
            prepared(time);
            update(b -> b.switchedAt(Optional.of(time)).phase(HandoverPhase.SWITCHED));
            return true;
        }

        /** The switches refused or did not answer; it is tried again, and then goes on. */
        void failed() {
            if (!handover.switchedAt().isPresent()) {
                update(b -> b.phase(HandoverPhase.FAILED));
            }
        }

        void cleaned(long time) {
            if (handover.phase() == HandoverPhase.SWITCHED) {
                update(b -> b.cleanedAt(Optional.of(time)).phase(HandoverPhase.CLEANED));
            }
        }

        void ended(HandoverPhase phase) {
            update(b -> b.phase(phase));
        }
    }

    private final Deque<Entry> entries = new ArrayDeque<>();
    private ImmutableList<Handover> last = ImmutableList.of();

    /** Adds a handover. */
    public synchronized Entry add(Handover handover) {
        if (entries.size() == KEPT) {
            entries.removeFirst();
        }
        Entry entry = new Entry(handover);
        entries.addLast(entry);
        return entry;
    }

    /** The handovers, newest last; the same list as before if nothing has changed. */
    public synchronized ImmutableList<Handover> handovers() {
        if (!isLast()) {
            last = entries.stream().map(Entry::handover).collect(ImmutableList.toImmutableList());
        }
        return last;
    }

    // Records are immutable: one that has not changed is the same object. It is the last ones that change.
    private boolean isLast() {
        if (last.size() != entries.size()) {
            return false;
        }
        Iterator<Handover> known = last.reverse().iterator();
        for (Iterator<Entry> now = entries.descendingIterator(); now.hasNext();) {
            if (now.next().handover() != known.next()) {
                return false;
            }
        }
        return true;
    }
}
