/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

/**
 * A packet meets something that switches do differently or that is left undefined, so the test that sends it fails:
 * what it shows would hold on some switches only.
 */
public final class AmbiguityError extends AssertionError {
    private static final long serialVersionUID = 1L;

    private AmbiguityError(String message, Throwable cause) {
        super(message, cause);
    }

    /** Two different rules of one table and one priority match the same packet (OpenFlow 1.3.5 section 5.3). */
    static AmbiguityError ofRules(InstalledRule one, InstalledRule other) {
        return new AmbiguityError("two rules of one priority match the same packet\n  " + one + "\n  " + other, null);
    }

    /**
     * A packet with an action set misses in a later table: the specification drops it (section 5.4), Open vSwitch
     * carries out the action set. A table-miss rule says which is meant.
     */
    static AmbiguityError ofMiss(int table, ActionSet actions) {
        return new AmbiguityError("table miss in table " + table + " with an action set: " + actions.inOrder(), null);
    }

    /**
     * The time to live of a packet with an action set is over: the packet is invalid, and yet Open vSwitch carries out
     * the action set.
     */
    static AmbiguityError ofExpiry(ActionSet actions) {
        return new AmbiguityError("time to live is over with an action set: " + actions.inOrder(), null);
    }

    /** The same error, saying where and for which frame. */
    AmbiguityError at(Object where, Frame frame) {
        return new AmbiguityError(getMessage() + "\n  at " + where + ": " + frame, this);
    }
}
