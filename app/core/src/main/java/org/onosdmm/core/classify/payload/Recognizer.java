/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.payload;

import java.util.Optional;

/**
 * Knows one protocol, or some of a kind, by a single payload. Safe against any input, in time that its length bounds.
 */
@FunctionalInterface
public interface Recognizer {

    /** What the payload is, if it is of this protocol. */
    Optional<Recognition> recognize(Datagram datagram);
}
