/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import com.google.auto.value.AutoValue;

/**
 * What is wrong with an uplink, or was until just now. An uplink that nothing is wrong with has none.
 */
@AutoValue
public abstract class UplinkTrouble {

    /** What is wrong. */
    public enum Cause {
        /** The switch is gone: not connected, and no other one has a link to it. */
        SWITCH_DOWN,
        /** The port is down, or is not there. */
        PORT_DOWN,
        /** The router does not answer. */
        ROUTER_SILENT
    }

    /** How far it has got. */
    public enum Phase {
        /** Nothing leaves here. */
        DEAD,
        /** The router answers again; the uplink has to prove itself before it is used. */
        RETURNING,
        /** The uplink is used again; whoever stood in for it still delivers what comes by the other one. */
        SETTLING
    }

    /** What is wrong, or was last. */
    public abstract Cause cause();

    /** How far it has got. */
    public abstract Phase phase();

    /** Whether the switch has been away since the uplink was last used: it may have lost its rules. */
    public abstract boolean switchGone();

    /** A trouble by its parts. */
    public static UplinkTrouble of(Cause cause, Phase phase, boolean switchGone) {
        return new AutoValue_UplinkTrouble(cause, phase, switchGone);
    }

    /** Whether nothing is to leave here. */
    public boolean isDead() {
        return phase() != Phase.SETTLING;
    }
}
