/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.payload;

import com.google.common.io.BaseEncoding;

import java.util.Optional;

/**
 * Versions of QUIC whose first packet can be opened: the salt of its keys, and what they are called.
 */
enum QuicVersion {

    /** RFC 9000. */
    V1("38762cf7f55934b34d179ae6a4c80cadccbb7f0a"),
    /** RFC 9369. */
    V2("0dede3def700a6db819381be6e269dcbf9bd2ed9"),
    /** The drafts 29 to 32. */
    DRAFT_29("afbfec289993d24c9e9786f19c6111e04390a899"),
    /** The drafts 23 to 28. */
    DRAFT_23("c3eef712c72ebb5a11a7d2432bb46365bef9f502"),
    /** The drafts 21 and 22. */
    DRAFT_21("7fbcdb0e7c66bbe9193a96cd21519ebd7a02644a"),
    /** The drafts 17 to 20. */
    DRAFT_17("ef4fb0abb47470c41befcf8031334fae485e09a0"),
    /** Google's, with its own hello. */
    Q050("504574efd066fe2f9d945cfcdbd3a7f0d3b56b45"),
    /** Google's, with that of TLS. */
    T050("7ff579e5acd072915580304c43a2367c60488310"),
    /** Google's, with that of TLS. */
    T051("7a4edef4e7ccee5fa4506c19124fc8ccda6e033d");

    private static final long GOOGLE_Q050 = 0x51303530L;
    private static final long GOOGLE_T050 = 0x54303530L;
    private static final long GOOGLE_T051 = 0x54303531L;
    private static final long RFC_9369 = 0x6b3343cfL;
    private static final long DRAFT = 0xff000000L;
    private static final long FACEBOOK = 0xfaceb000L;

    private final byte[] salt;

    QuicVersion(String salt) {
        this.salt = BaseEncoding.base16().lowerCase().decode(salt);
    }

    /** The version by its number. */
    static Optional<QuicVersion> of(long number) {
        if (number == 1) {
            return Optional.of(V1);
        } else if (number == RFC_9369) {
            return Optional.of(V2);
        } else if (number == GOOGLE_Q050) {
            return Optional.of(Q050);
        } else if (number == GOOGLE_T050) {
            return Optional.of(T050);
        } else if (number == GOOGLE_T051) {
            return Optional.of(T051);
        } else if ((number & ~0xffL) == DRAFT) {
            return draft((int) (number & 0xff));
        }
        // Facebook's: 1 is draft 22, the others are later ones.
        return (number & ~0xffL) != FACEBOOK ? Optional.empty() : draft(number == FACEBOOK + 1 ? 22 : 27);
    }

    private static Optional<QuicVersion> draft(int draft) {
        return draft < 17 || draft > 34 ? Optional.empty() : Optional.of(draft > 32 ? V1 : draft > 28 ? DRAFT_29
                : draft > 22 ? DRAFT_23 : draft > 20 ? DRAFT_21 : DRAFT_17);
    }

    /** What the keys are derived from, with the client's connection identifier. */
    byte[] salt() {
        return salt.clone();
    }

    /** What comes before the names of the keys. */
    String prefix() {
        return this == V2 ? "quicv2" : "quic";
    }

    /** Whether a long header with this first octet is that of an initial packet. */
    boolean isInitial(int first) {
        return (first >> 4 & 3) == (this == V2 ? 1 : 0);
    }

    /** Whether it is one of Google's own. */
    boolean isGoogles() {
        return this == Q050 || this == T050 || this == T051;
    }
}
