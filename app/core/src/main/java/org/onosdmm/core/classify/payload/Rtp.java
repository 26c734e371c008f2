/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.payload;

import com.google.common.collect.ImmutableMap;

import java.util.Optional;

/**
 * RTP and RTCP (RFC 3550), encrypted (RFC 3711) or not, by one packet: everything that a packet can say for itself has
 * to fit.
 */
final class Rtp implements Recognizer {

    /** Octets of the fixed header. */
    static final int HEADER = 12;

    private static final int FIRST_DYNAMIC = 96;
    private static final int MPEG_TS = 33;
    private static final int LONGEST_SOUND = 400;
    private static final int LONGEST = 1_480;
    private static final int FIRST_REPORT = 200;
    private static final int LAST_REPORT = 207;
    /** Index, and a tag of 4 or 10 octets at most times (RFC 3711, section 3.4). */
    private static final int MOST_TRAILER = 20;
    private static final int PRIVILEGED = 1_024;
    /** Payload types of RFC 3551 for sound, and the least number of octets that a packet of each carries. */
    private static final ImmutableMap<Integer, Integer> SOUND = ImmutableMap.<Integer, Integer>builder()
            .put(0, 80).put(2, 40).put(3, 33).put(4, 4).put(5, 40).put(6, 80).put(7, 20).put(8, 80).put(9, 80)
            .put(10, 160).put(11, 160).put(12, 10).put(13, 1).put(14, 40).put(15, 20).put(18, 2).put(19, 1).build();
    /** Those for pictures. */
    private static final ImmutableMap<Integer, String> PICTURES = ImmutableMap.of(26, "JPEG", 31, "H.261",
            32, "MPEG video", 34, "H.263");

    @Override
    public Optional<Recognition> recognize(Datagram in) {
        if (!in.has(8) || in.u8(0) >> 6 != 2 || in.source() < PRIVILEGED || in.destination() < PRIVILEGED) {
            return Optional.empty();
        }
        if (isReport(in)) {
            return Recognition.as(Recognition.TELEPHONY, "RTCP packet of type " + in.u8(1));
        }
        return in.has(HEADER + 1) ? media(in) : Optional.empty();
    }

    /** The lengths of all reports have to make up the packet, but for what SRTCP appends. */
    private static boolean isReport(Datagram in) {
        int type = in.u8(1);
        if (type < FIRST_REPORT || type > LAST_REPORT || (in.u8(0) & 0x20) != 0) {
            return false;
        }
        int first = 4 * (in.u16(2) + 1);
        int at = 0;
        while (in.has(at + 4) && in.u8(at) >> 6 == 2 && in.u8(at + 1) >= FIRST_REPORT && in.u8(at + 1) <= LAST_REPORT) {
            at += 4 * (in.u16(at + 2) + 1);
        }
        boolean plain = at == in.length();
        boolean secured = in.length() >= first && in.length() - Math.min(at, in.length()) <= MOST_TRAILER
                && at <= in.length();
        boolean sender = type == FIRST_REPORT && first >= 28 || type == FIRST_REPORT + 1 && first >= 8;
        return first >= 8 && (plain || sender && (secured || in.length() >= first + 14));
    }

    private static Optional<Recognition> media(Datagram in) {
        int payload = payload(in);
        int type = in.u8(1) & 0x7f;
        if (payload < 1 || in.length() > LONGEST || in.u32(8) == 0) {
            return Optional.empty();
        }
        if (SOUND.containsKey(type)) {
            boolean fits = payload >= SOUND.get(type) && payload <= LONGEST_SOUND * 4;
            return fits ? Recognition.as(Recognition.TELEPHONY, "RTP, sound of type " + type) : Optional.empty();
        }
        if (type == MPEG_TS) {
            return Recognition.as(Recognition.STREAMING, "RTP, MPEG transport stream");
        }
        if (PICTURES.containsKey(type)) {
            return Recognition.as(Recognition.CONFERENCING, "RTP, " + PICTURES.get(type));
        }
        if (type < FIRST_DYNAMIC) {
            return Optional.empty();
        }
        return payload <= LONGEST_SOUND ? Recognition.as(Recognition.TELEPHONY, "RTP, dynamic type " + type)
                : Recognition.as(Recognition.CONFERENCING, "RTP, dynamic type " + type + ", long packet");
    }

    /**
     * Octets behind header and extension; negative where these do not fit. Padding, and a mixer's list of those who
     * speak, are allowed but not to be found at the beginning of a flow.
     */
    private static int payload(Datagram in) {
        int first = in.u8(0);
        int at = HEADER;
        if ((first & 0x2f) != 0) {
            return -1;
        }
        if ((first & 0x10) != 0) {
            if (!in.has(at + 4) || !isExtension(in.u16(at)) || in.u16(at + 2) > 40) {
                return -1;
            }
            at += 4 + 4 * in.u16(at + 2);
        }
        return in.length() - at;
    }

    /** One-byte and two-byte headers (RFC 8285), or a profile's own small number. */
    private static boolean isExtension(int profile) {
        return profile == 0xbede || profile >> 4 == 0x100 || profile < 0x10;
    }
}
