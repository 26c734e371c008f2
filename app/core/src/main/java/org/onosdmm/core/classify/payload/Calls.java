/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.payload;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Applications for calls that frame their packets in their own way.
 */
final class Calls implements Recognizer {

    private static final int DISCOVERY = 74;
    private static final int FORMER_DISCOVERY = 70;
    private static final int REFLECTOR_TAG = 16;
    private static final int TEAMSPEAK_2 = 180;
    private static final int SERVER = 19;

    @Override
    public Optional<Recognition> recognize(Datagram in) {
        if (isDiscord(in)) {
            return Recognition.as(Recognition.CONFERENCING, "Discord address discovery");
        }
        if (in.has(40) && in.isAll(REFLECTOR_TAG, REFLECTOR_TAG + 12, 0xff)) {
            return Recognition.as(Recognition.CONFERENCING, "Telegram call");
        }
        if (in.matches(0, "1f02") && in.has(24) && in.u32(7) == 0x2112a442L) {
            return Recognition.as(Recognition.CONFERENCING, "Zoom between peers");
        }
        if (in.touches(8801, 8810) && in.has(12)) {
            return Recognition.as(Recognition.CONFERENCING, "Zoom");
        }
        if (in.says(0, "TS3INIT1") || in.matches(0, "f4be0300") && in.length() == TEAMSPEAK_2) {
            return Recognition.as(Recognition.TELEPHONY, "TeamSpeak");
        }
        if (in.touches(64738) && in.length() == 12 && in.u32(0) == 0) {
            return Recognition.as(Recognition.TELEPHONY, "Mumble ping");
        }
        if (in.touches(4569) && in.has(12) && (in.u8(0) & 0x80) != 0) {
            return Recognition.as(Recognition.TELEPHONY, "IAX");
        }
        return agora(in);
    }

    /** A request, its length, then address and port that are to be filled in; before, the source alone. */
    private static boolean isDiscord(Datagram in) {
        boolean present = in.length() == DISCOVERY && (in.u16(0) == 1 || in.u16(0) == 2)
                && in.u16(2) == FORMER_DISCOVERY;
        boolean former = in.length() == FORMER_DISCOVERY && in.u32(0) != 0 && in.isAll(4, FORMER_DISCOVERY, 0);
        return present || former;
    }

    /** Tags with lengths, the first of which names the server. */
    private static Optional<Recognition> agora(Datagram in) {
        if (!in.has(SERVER) || !in.says(SERVER - 6, "SNI")) {
            return Optional.empty();
        }
        Optional<String> server = ClientHello.name(ByteBuffer.wrap(in.octets(0, in.length())), SERVER,
                in.u16le(SERVER - 2));
        return Recognition.to(server, "SD-RTN");
    }
}
