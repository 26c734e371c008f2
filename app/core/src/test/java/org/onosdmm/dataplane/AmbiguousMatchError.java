/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

/**
 * Two different rules of one table and one priority match the same packet: which of them a switch takes is undefined
 * (OpenFlow 1.3.5 section 5.3), so the test that meets them fails.
 */
public final class AmbiguousMatchError extends AssertionError {
    private static final long serialVersionUID = 1L;

    AmbiguousMatchError(InstalledRule one, InstalledRule other) {
        super("two rules of one priority match the same packet\n  " + one + "\n  " + other);
    }

    private AmbiguousMatchError(String message, AmbiguousMatchError cause) {
        super(message, cause);
    }

    /** The same error, saying where and for which frame. */
    AmbiguousMatchError at(Object where, Frame frame) {
        return new AmbiguousMatchError(getMessage() + "\n  at " + where + ": " + frame, this);
    }
}
