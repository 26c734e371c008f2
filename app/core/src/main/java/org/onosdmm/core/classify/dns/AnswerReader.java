/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.dns;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.onlab.packet.IpAddress;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one message. Whatever it says, the work is bounded: by its length, by the number of records read, and by the
 * lengths of names and chains.
 */
final class AnswerReader {

    private static final int HEADER = 12;
    private static final int MOST_RECORDS = 64;
    private static final int LONGEST_CHAIN = 16;
    private static final int TYPE_A = 1;
    private static final int TYPE_CNAME = 5;
    private static final int TYPE_AAAA = 28;
    private static final int CLASS_IN = 1;
    private static final int A_LENGTH = 4;
    private static final int AAAA_LENGTH = 16;
    private static final int RESPONSE = 0x8000;
    private static final int OPCODE_AND_ERROR = 0x780f;

    private final ByteBuffer in;
    /** For an alias the names that led to it, from the nearest back. */
    private final Map<String, Alias> aliases = new HashMap<>();

    private AnswerReader(ByteBuffer in) {
        this.in = in;
    }

    /** Where an alias comes from. */
    private static final class Alias {
        private final String from;
        private final long ttl;

        private Alias(String from, long ttl) {
            this.from = from;
            this.ttl = ttl;
        }
    }

    static Optional<DnsAnswer> read(ByteBuffer payload) {
        ByteBuffer in = payload.slice();
        if (in.limit() < HEADER) {
            return Optional.empty();
        }
        int flags = in.getShort(2) & 0xffff;
        boolean answer = (flags & RESPONSE) != 0 && (flags & OPCODE_AND_ERROR) == 0 && in.getShort(4) == 1;
        return answer ? new AnswerReader(in).message() : Optional.empty();
    }

    private Optional<DnsAnswer> message() {
        int records = Math.min(in.getShort(6) & 0xffff, MOST_RECORDS);
        ImmutableList.Builder<DnsAnswer.Entry> entries = ImmutableList.builder();
        in.position(HEADER);
        Optional<String> question;
        try {
            question = NameReader.read(in);
            in.getInt();
        } catch (BufferUnderflowException e) {
            return Optional.empty();
        }
        try {
            for (int i = 0; i < records && question.isPresent(); i++) {
                record(question.get(), entries);
            }
        } catch (BufferUnderflowException | MalformedRecord e) {
            return question.map(name -> DnsAnswer.of(in.getShort(0) & 0xffff, name, entries.build()));
        }
        return question.map(name -> DnsAnswer.of(in.getShort(0) & 0xffff, name, entries.build()));
    }

    /** A record that the rest of the message cannot be read behind. */
    private static final class MalformedRecord extends RuntimeException {
        private static final long serialVersionUID = 1;

        private MalformedRecord() {
            super("malformed record", null, false, false);
        }
    }

    private void record(String question, ImmutableList.Builder<DnsAnswer.Entry> entries) {
        String owner = NameReader.read(in).orElseThrow(MalformedRecord::new);
        int type = in.getShort() & 0xffff;
        int space = in.getShort() & 0x7fff;
        // A TTL with the highest bit set counts as 0 (RFC 2181, section 8).
        long ttl = Math.max(0, in.getInt());
        int length = in.getShort() & 0xffff;
        if (length > in.remaining()) {
            throw new MalformedRecord();
        }
        int end = in.position() + length;
        boolean address = type == TYPE_A && length == A_LENGTH || type == TYPE_AAAA && length == AAAA_LENGTH;
        if (space == CLASS_IN && type == TYPE_CNAME) {
            NameReader.read(in).ifPresent(to -> aliases.putIfAbsent(to, new Alias(owner, ttl)));
        } else if (space == CLASS_IN && address) {
            entries.add(entry(question, owner, address(length), ttl));
        }
        in.position(end);
    }

    private IpAddress address(int length) {
        byte[] octets = new byte[length];
        in.get(octets);
        return IpAddress.valueOf(length == A_LENGTH ? IpAddress.Version.INET : IpAddress.Version.INET6, octets);
    }

    /** The names from the question's to the owner's, and the least time that any of them holds. */
    private DnsAnswer.Entry entry(String question, String owner, IpAddress address, long ttl) {
        Set<String> chain = new LinkedHashSet<>();
        long least = ttl;
        String name = owner;
        chain.add(name);
        while (aliases.containsKey(name) && chain.size() < LONGEST_CHAIN && !name.equals(question)) {
            Alias alias = aliases.get(name);
            least = Math.min(least, alias.ttl);
            name = alias.from;
            if (!chain.add(name)) {
                break;
            }
        }
        ImmutableSet<String> names = chain.contains(question)
                ? ImmutableSet.copyOf(ImmutableList.copyOf(chain).reverse())
                : ImmutableSet.of(owner);
        return DnsAnswer.Entry.of(names, address, least);
    }
}
