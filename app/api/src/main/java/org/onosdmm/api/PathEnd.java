/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.auto.value.AutoValue;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.PortNumber;

/**
 * Where the packets of a flow end, as far as this domain is concerned.
 */
@AutoValue
public abstract class PathEnd {

    /** What becomes of them there. */
    public enum Kind {
        /** They leave the domain by an uplink. */
        UPLINK,
        /** They are handed to a host. */
        HOST,
        /** They are shown to the controller, which decides. */
        CONTROLLER,
        /** They are dropped on purpose. */
        DROPPED,
        /** They get lost: nobody is there, or no rule matches. */
        LOST
    }

    /** What becomes of them. */
    public abstract Kind kind();

    /** Switch and port where they leave it, or else came in. */
    public abstract ConnectPoint at();

    /** The same in words. */
    public abstract String words();

    /** An end by its parts. */
    public static PathEnd of(Kind kind, ConnectPoint at, String words) {
        return new AutoValue_PathEnd(kind, at, words);
    }

    /** The port where they leave, or else came in. */
    public PortNumber port() {
        return at().port();
    }
}
