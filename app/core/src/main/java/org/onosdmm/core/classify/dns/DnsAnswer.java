/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.dns;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.onlab.packet.IpAddress;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What an answer of the DNS (RFC 1035) says about addresses.
 */
@AutoValue
public abstract class DnsAnswer {

    /** The port of servers. */
    public static final int PORT = 53;

    /** An address, and the names by which it was looked up: that of the question and those it is an alias of. */
    @AutoValue
    public abstract static class Entry {

        /** The names, the one of the question first; lower case, without the last dot. */
        public abstract ImmutableSet<String> names();

        /** The address. */
        public abstract IpAddress address();

        /** How long this holds, in seconds. */
        public abstract long ttl();

        /** An entry by its parts. */
        public static Entry of(Iterable<String> names, IpAddress address, long ttl) {
            return new AutoValue_DnsAnswer_Entry(ImmutableSet.copyOf(names), address, ttl);
        }
    }

    /** The identifier of the transaction. */
    public abstract int id();

    /** The name that was asked for; lower case, without the last dot. */
    public abstract String question();

    /** The addresses. */
    public abstract ImmutableList<Entry> entries();

    /** An answer by its parts. */
    public static DnsAnswer of(int id, String question, Iterable<Entry> entries) {
        return new AutoValue_DnsAnswer(id, question, ImmutableList.copyOf(entries));
    }

    /**
     * Reads the payload of a UDP packet. Nothing where it is not an answer without error to one question; a malformed
     * rest is left out.
     */
    public static Optional<DnsAnswer> read(ByteBuffer payload) {
        return AnswerReader.read(payload);
    }
}
