/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import org.onlab.packet.IpAddress;

import java.util.Optional;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * Where a mobile node is and was (the binding cache entry of RFC 5213, section 5.1): its addresses, and the attachments
 * of which switches still hold rules. Whether a handover is under way follows from these.
 */
@AutoValue
public abstract class Binding {

    /** The node. */
    public abstract MobileNodeId node();

    /** The node's own addresses. Never empty. */
    public abstract ImmutableSet<IpAddress> addresses();

    /** The anchor that owns the prefix of the node's addresses. */
    public abstract AnchorId home();

    /** Attachments that are not cleaned up yet, in order; the last one is where the node is now. Never empty. */
    public abstract ImmutableList<Attachment> attachments();

    /**
     * The youngest former attachment at which the node is no longer let in, by its sequence; 0 if there is none. It may
     * be back there, and its packets have to be seen for that.
     */
    public abstract long shut();

    /** Time of the newest evidence about the node, ms since the epoch. */
    public abstract long lastSeen();

    /** Time at which the node was last reported gone, ms since the epoch; absent while it is attached. */
    public abstract Optional<Long> absentSince();

    /** Where the node is expected next, if that was announced. */
    public abstract Optional<Expected> expected();

    /** Starts a copy. */
    public abstract Builder toBuilder();

    /** Starts a binding. */
    public static Builder builder() {
        return new AutoValue_Binding.Builder().shut(0).expected(Optional.empty());
    }

    /** Where the node is now. */
    public Attachment current() {
        return Iterables.getLast(attachments());
    }

    /** Where the node was, oldest first. */
    public ImmutableList<Attachment> former() {
        return attachments().subList(0, attachments().size() - 1);
    }

    /** Whether the node is let in at one of its attachments; not if that is shut. */
    public boolean isOpen(Attachment place) {
        return place.sequence() > shut();
    }

    /** Position in the node's series of attachments. */
    public long sequence() {
        return current().sequence();
    }

    /**
     * Phase of the handover that brought the node to where it is, as far as the binding tells: SWITCHED as long as it
     * has former places, then CLEANED. What the switches have confirmed is in the record of the handover.
     */
    public HandoverPhase phase() {
        return attachments().size() > 1 ? HandoverPhase.SWITCHED : HandoverPhase.CLEANED;
    }

    /** Builder of bindings. */
    @AutoValue.Builder
    public abstract static class Builder {

        /** Sets the node. */
        public abstract Builder node(MobileNodeId node);

        /** Sets the node's own addresses. */
        public abstract Builder addresses(Iterable<IpAddress> addresses);

        /** Sets the anchor that owns the prefix of the addresses. */
        public abstract Builder home(AnchorId home);

        /** Sets the attachments, oldest first. */
        public abstract Builder attachments(Iterable<Attachment> attachments);

        /** Sets the youngest former attachment at which the node is no longer let in, by its sequence. */
        public abstract Builder shut(long sequence);

        /** Sets the time of the newest evidence, ms since the epoch. */
        public abstract Builder lastSeen(long time);

        /** Sets the time since when the node is gone, ms since the epoch. */
        public abstract Builder absentSince(Optional<Long> time);

        /** Sets where the node is expected next. */
        public abstract Builder expected(Optional<Expected> expected);

        abstract Binding autoBuild();

        /**
         * Builds the binding.
         *
         * @throws IllegalArgumentException if there is no address or no attachment
         */
        public Binding build() {
            Binding binding = autoBuild();
            checkArgument(!binding.addresses().isEmpty(), "a binding needs an address");
            checkArgument(!binding.attachments().isEmpty(), "a binding needs an attachment");
            return binding;
        }
    }
}
