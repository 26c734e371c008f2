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
        if (isImo(in)) {
            return Recognition.as(Recognition.CONFERENCING, "imo");
        }
        if (isLine(in)) {
            return Recognition.as(Recognition.CONFERENCING, "LINE call");
        }
        if (isNoe(in)) {
            return Recognition.as(Recognition.TELEPHONY, "NOE");
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

    private static boolean isImo(Datagram in) {
        return in.length() == 10 && in.matches(0, "0902") || in.length() == 11 && in.matches(0, "000903")
                || in.length() == 1_099 && in.matches(0, "88491a00");
    }

    /** Messages of its own signalling: a mark, a kind, a length. */
    private static boolean isLine(Datagram in) {
        return in.length() == 110 && in.matches(0, "b618006a") || in.length() == 46 && in.matches(0, "b6130006")
                || in.length() == 8 && in.matches(0, "b6070004") || in.length() == 16 && in.matches(0, "b609000c");
    }

    /** Telephones of Alcatel. */
    private static boolean isNoe(Datagram in) {
        boolean brief = (in.length() == 5 || in.length() == 12) && in.u16(0) == 0x0700 && in.u8(2) != 0
                && in.u8(3) == 0;
        boolean ping = in.length() == 1 && (in.u8(0) == 4 || in.u8(0) == 5)
                && (in.touches(32_512) || in.touches(32_640));
        return brief || ping || in.has(25) && in.matches(0, "0006626c");
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
