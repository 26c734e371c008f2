/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.payload;

import java.util.Optional;

/**
 * The first packet of a QUIC client: it names the server, under keys that anybody can compute (RFC 9001, section 5.2),
 * or, in Google's first forms of it, in the clear.
 */
final class Quic implements Recognizer {

    private static final int LONG = 0x80;
    private static final int FIXED = 0x40;
    private static final int HEADER = 7;
    private static final int LONGEST_ID = 20;
    private static final int VERSION_FLAG = 1;
    private static final int ID_FLAG = 8;
    private static final int ID = 8;

    @Override
    public Optional<Recognition> recognize(Datagram in) {
        if (!in.has(HEADER)) {
            return Optional.empty();
        }
        return (in.u8(0) & LONG) != 0 ? longHeader(in) : googlesFirst(in);
    }

    private static Optional<Recognition> longHeader(Datagram in) {
        long version = in.u32(1);
        QuicVersion known = QuicVersion.of(version).orElse(null);
        if (known == null) {
            boolean google = GoogleHello.isVersion(version) && (in.u8(0) & FIXED) != 0;
            boolean negotiation = version == 0 && isNegotiation(in);
            return google ? Recognition.to(GoogleHello.server(in.octets(0, in.length())), "QUIC of Google")
                    : negotiation ? Recognition.other("QUIC version negotiation") : Optional.empty();
        }
        boolean shaped = (in.u8(0) & FIXED) != 0 && in.u8(5) <= LONGEST_ID && in.has(HEADER + in.u8(5));
        if (!shaped) {
            return Optional.empty();
        }
        Optional<byte[]> frames = known.isInitial(in.u8(0)) ? QuicInitial.open(in, known) : Optional.empty();
        return Recognition.to(frames.flatMap(Quic::server), known.isGoogles() ? "QUIC of Google" : "QUIC");
    }

    private static Optional<String> server(byte[] frames) {
        return GoogleHello.begins(frames) ? GoogleHello.server(frames) : CryptoFrames.server(frames);
    }

    /** The list of versions follows the two identifiers and is made of words. */
    private static boolean isNegotiation(Datagram in) {
        int source = 6 + in.u8(5);
        return in.u8(5) <= LONGEST_ID && in.has(source + 1) && in.u8(source) <= LONGEST_ID
                && in.length() - source - 1 - in.u8(source) >= 4 && (in.length() - source - 1 - in.u8(source)) % 4 == 0;
    }

    /** Q043 and before: flags, identifier, version. */
    private static Optional<Recognition> googlesFirst(Datagram in) {
        int flags = in.u8(0);
        int at = (flags & ID_FLAG) != 0 ? 1 + ID : 1;
        if ((flags & VERSION_FLAG) == 0 || !in.has(at + 4) || !GoogleHello.isVersion(in.u32(at))) {
            return Optional.empty();
        }
        return Recognition.to(GoogleHello.server(in.octets(0, in.length())), "QUIC of Google");
    }
}
