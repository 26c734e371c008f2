/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.payload;

import java.util.Optional;

/**
 * STUN (RFC 8489, RFC 5389), its first form (RFC 3489), and the channels of TURN (RFC 8656, section 12.4).
 */
final class Stun implements Recognizer {

    private static final int HEADER = 20;
    private static final long COOKIE = 0x2112a442L;
    private static final int MOST_ATTRIBUTES = 40;
    private static final int FIRST_CHANNEL = 0x4000;
    private static final int LAST_CHANNEL = 0x4fff;
    /** Frames of TURN over TCP have a length ahead in some implementations (RFC 4571). */
    private static final int FRAMED = 2;

    @Override
    public Optional<Recognition> recognize(Datagram in) {
        if (isMessage(in, 0) || isMessage(in, FRAMED) && in.u16(0) == in.length() - FRAMED) {
            return Recognition.as(Recognition.CONFERENCING, "STUN");
        }
        if (isFirstForm(in)) {
            return Recognition.as(Recognition.CONFERENCING, "STUN as of RFC 3489");
        }
        return isChannel(in) ? Recognition.as(Recognition.CONFERENCING, "TURN channel") : Optional.empty();
    }

    private static boolean isMessage(Datagram in, int at) {
        if (!in.has(at + HEADER) || in.u8(at) > 0x3f || in.u32(at + 4) != COOKIE) {
            return false;
        }
        int length = in.u16(at + 2);
        return length % 4 == 0 && at + HEADER + length <= in.length();
    }

    /** There the transaction has 16 octets in place of cookie and 12, and the attributes have to make up the rest. */
    private static boolean isFirstForm(Datagram in) {
        if (!in.has(HEADER) || in.u16(2) != in.length() - HEADER) {
            return false;
        }
        int type = in.u16(0);
        boolean known = (type & ~0x0110) >= 1 && (type & ~0x0110) <= 9;
        return known && in.u32(4) != 0 && attributesFit(in);
    }

    private static boolean attributesFit(Datagram in) {
        int at = HEADER;
        for (int i = 0; i < MOST_ATTRIBUTES && at < in.length(); i++) {
            if (!in.has(at + 4)) {
                return false;
            }
            at += 4 + (in.u16(at + 2) + 3 & ~3);
        }
        return at == in.length();
    }

    private static boolean isChannel(Datagram in) {
        if (!in.has(4 + Rtp.HEADER) || in.u16(0) < FIRST_CHANNEL || in.u16(0) > LAST_CHANNEL) {
            return false;
        }
        int length = in.u16(2);
        int padded = length + 3 & ~3;
        boolean fits = in.length() == 4 + length || in.length() == 4 + padded;
        // What media travel in: RTP, RTCP or DTLS (RFC 7983).
        return fits && (in.u8(4) >> 6 == 2 || in.u8(4) >= 20 && in.u8(4) <= 63 || in.u8(4) <= 3);
    }
}
