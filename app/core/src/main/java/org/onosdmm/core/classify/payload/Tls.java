/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.payload;

import java.util.Optional;

/**
 * The first message of TLS (RFC 8446), over TCP: it shows only where a capture begins within a connection.
 */
final class Tls implements Recognizer {

    private static final int HANDSHAKE = 22;
    private static final int RECORD = 5;

    @Override
    public Optional<Recognition> recognize(Datagram in) {
        boolean hello = in.has(RECORD + 4) && in.u8(0) == HANDSHAKE && in.u8(1) == 3 && in.u8(RECORD) == 1;
        return hello ? Recognition.to(ClientHello.read(in.octets(RECORD, in.length() - RECORD), false).server(),
                "TLS client hello") : Optional.empty();
    }
}
