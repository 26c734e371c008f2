/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.payload;

import java.util.Optional;

/**
 * DTLS (RFC 6347, RFC 9147). It carries calls, but also things and private networks: only a client that asks for SRTP
 * tells.
 */
final class Dtls implements Recognizer {

    private static final int RECORD = 13;
    private static final int HANDSHAKE = 22;

    @Override
    public Optional<Recognition> recognize(Datagram in) {
        if (!in.has(RECORD) || in.u8(0) < 20 || in.u8(0) > 26 || !isVersion(in.u16(1))) {
            return Optional.empty();
        }
        if (in.u8(0) != HANDSHAKE || !in.has(RECORD + 1) || in.u8(RECORD) != 1) {
            return Recognition.other("DTLS");
        }
        ClientHello hello = ClientHello.read(in.octets(RECORD, in.length() - RECORD), true);
        return hello.isForMedia() ? Recognition.as(Recognition.CONFERENCING, "DTLS client that asks for SRTP")
                : Recognition.to(hello.server(), "DTLS client hello");
    }

    /** 1.0, 1.2, and what an early implementation called itself. */
    private static boolean isVersion(int version) {
        return version == 0xfeff || version == 0xfefd || version == 0x0100;
    }
}
