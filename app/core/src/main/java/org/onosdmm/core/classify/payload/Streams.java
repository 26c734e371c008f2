/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.payload;

import java.util.Optional;

/**
 * Sound and pictures that are played as they come.
 */
final class Streams implements Recognizer {

    private static final int TS_PACKET = 188;
    private static final int TS_SYNC = 0x47;
    private static final int SRT_HANDSHAKE = 64;
    private static final int RTMP_HELLO = 1537;
    private static final int TCP = 6;

    @Override
    public Optional<Recognition> recognize(Datagram in) {
        if (isTransportStream(in)) {
            return Recognition.as(Recognition.STREAMING, "MPEG transport stream");
        }
        if (isSrt(in)) {
            return Recognition.as(Recognition.STREAMING, "SRT handshake");
        }
        if (in.has(64) && in.u8(0) == 0x10 && in.says(4 * in.u8(2) + 4, "<?xml")) {
            return Recognition.as(Recognition.STREAMING, "FLUTE");
        }
        if (in.says(0, "SpotUdp")) {
            return Recognition.as(Recognition.STREAMING, "Spotify");
        }
        if (in.has(8) && (in.u8(2) == 0x43 && isPpStream(in) || in.has(120) && !in.has(300) && namesPpStream(in))) {
            return Recognition.as(Recognition.STREAMING, "PPStream");
        }
        boolean rtmp = in.protocol() == TCP && in.has(9) && in.u8(0) == 3 && in.u32(5) == 0
                && (in.length() == RTMP_HELLO || in.touches(1935));
        return rtmp ? Recognition.as(Recognition.STREAMING, "RTMP handshake") : Optional.empty();
    }

    private static boolean isTransportStream(Datagram in) {
        if (in.length() < TS_PACKET || in.length() % TS_PACKET != 0) {
            return false;
        }
        for (int at = 0; at < in.length(); at += TS_PACKET) {
            if (in.u8(at) != TS_SYNC) {
                return false;
            }
        }
        return true;
    }

    /** A control packet of type 0, from nobody yet, of version 4 or 5. */
    private static boolean isSrt(Datagram in) {
        return in.has(SRT_HANDSHAKE) && in.u32(0) == 0x8000_0000L && in.u32(4) == 0 && in.u32(12) == 0
                && (in.u32(16) == 4 || in.u32(16) == 5) && in.u16(36) <= 1;
    }

    private static boolean namesPpStream(Datagram in) {
        return in.text(300).contains("PPStream");
    }

    private static boolean isPpStream(Datagram in) {
        int length = in.u16le(0);
        return length == in.length() - 4 || length == in.length() || length + 6 == in.length();
    }
}
