/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.payload;

import com.google.common.collect.ImmutableList;

import java.util.Optional;

/**
 * All protocols that are known by their payload, the surest ones first.
 */
public final class Recognizers {

    private static final int TCP = 6;
    private static final ImmutableList<Recognizer> STREAM = ImmutableList.of(new TextProtocols(), new Streams(),
            new Tls());
    private static final ImmutableList<Recognizer> DATAGRAM = ImmutableList.of(new Stun(), new TextProtocols(),
            new Quic(), new Dtls(), new Calls(), new Games(), new Streams(), new Others(), new Rtp(), new Skype());

    private Recognizers() {
    }

    /** What the first one that knows the payload says. */
    public static Optional<Recognition> recognize(Datagram datagram) {
        if (datagram.length() == 0) {
            return Optional.empty();
        }
        return (datagram.protocol() == TCP ? STREAM : DATAGRAM).stream().map(r -> r.recognize(datagram))
                .filter(Optional::isPresent).map(Optional::get).findFirst();
    }
}
