/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.payload;

import java.util.Optional;

/**
 * The packets by which Skype's peers once found each other: an object's number, a function, what it is about. Few
 * octets tell it, so it comes after everything else.
 */
final class Skype implements Recognizer {

    private static final int LEAST = 18;
    private static final int MOST = 300;
    private static final int FUNCTION = 0x02;
    private static final int BRIEF = 3;
    private static final int BRIEF_FUNCTION = 0x0d;
    private static final int UNPRIVILEGED = 1_024;

    @Override
    public Optional<Recognition> recognize(Datagram in) {
        boolean function = in.has(LEAST) && in.length() <= MOST && in.u8(2) == FUNCTION;
        boolean ports = in.source() >= UNPRIVILEGED && in.destination() >= UNPRIVILEGED;
        boolean brief = in.length() == BRIEF && (in.u8(2) & 0x0f) == BRIEF_FUNCTION;
        boolean known = brief || function && in.u16(0) != 0 && in.u8(0) != 0x30 && in.u32(3) != 0;
        return known && ports
                ? Recognition.as(Recognition.CONFERENCING, "Skype between peers") : Optional.empty();
    }
}
