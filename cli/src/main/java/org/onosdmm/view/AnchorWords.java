/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view;

import org.onosdmm.api.AnchorInfo;

import java.util.Locale;
import java.util.Optional;

/**
 * An anchor in words and figures, the same wherever it is shown.
 */
public final class AnchorWords {

    /** How well an anchor does. */
    public enum Health {
        /** It does all that it is for. */
        GOOD,
        /** Another stands in, or it takes no new flows. */
        LIMITED,
        /** Its switch is not connected, or its uplink is dead and nobody stands in. */
        BAD
    }

    private AnchorWords() {
    }

    /** Such as {@code up, port 10}, or {@code router silent, port 10, by edge2} while that one stands in. */
    public static String uplink(AnchorInfo anchor) {
        String state = anchor.fault().map(AnchorInfo.Fault::name).orElseGet(() -> anchor.uplink().name())
                .toLowerCase(Locale.ROOT).replace('_', ' ');
        return state + anchor.uplinkPort().map(port -> ", port " + port.toLong()).orElse("")
                + anchor.standIn().map(other -> ", by " + other).orElse("");
    }

    /** How well it does. */
    public static Health health(AnchorInfo anchor) {
        if (!anchor.available() || (anchor.fault().isPresent() && !anchor.standIn().isPresent())) {
            return Health.BAD;
        }
        return anchor.fault().isPresent() || anchor.draining() ? Health.LIMITED : Health.GOOD;
    }

    /** Its load, 0 to 1: flows of what it takes, or else addresses lent of its pool; absent where it has neither. */
    public static Optional<Double> load(AnchorInfo anchor) {
        int part = anchor.capacity().isPresent() ? anchor.flows() : anchor.leased();
        int whole = anchor.capacity().orElse(anchor.poolSize());
        return whole == 0 ? Optional.empty() : Optional.of(Math.min(1.0, (double) part / whole));
    }
}
