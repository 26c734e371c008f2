/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.onosproject.net.ConnectPoint;

/** A frame, or one copy of it, that goes no further. */
public final class Drop {

    /** Why. */
    public enum Reason {
        /** A table has no rule that matches (OpenFlow 1.3.5 section 5.4). */
        TABLE_MISS,
        /** The rules that it met send it nowhere. */
        NO_OUTPUT,
        /** It would have to leave by the port that it came in on, and the action does not say IN_PORT (section 4.5). */
        OUTPUT_TO_IN_PORT,
        /** The switch has no such port. */
        NO_SUCH_PORT,
        /** The port is down, or the other end of its link is. */
        PORT_DOWN,
        /** The switch is off. */
        DEVICE_DOWN,
        /** It has no hop left to live. */
        TTL_EXPIRED,
        /** No bucket of the group is live, or it has none. */
        NO_LIVE_BUCKET,
        /** It should go to the controller, and the switch has no connection. */
        NO_CONTROLLER
    }

    private final ConnectPoint at;
    private final Reason reason;
    private final String detail;
    private final Frame frame;
    private final Hop hop;

    Drop(ConnectPoint at, Reason reason, String detail, Frame frame, Hop hop) {
        this.at = at;
        this.reason = reason;
        this.detail = detail;
        this.frame = frame;
        this.hop = hop;
    }

    /** Where: the port that it came in on, or the one that it could not leave by. */
    public ConnectPoint at() {
        return at;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** Which table, port or group. */
    public String detail() {
        return detail;
    }

    /** The frame as it was then. */
    public Frame frame() {
        return frame;
    }

    /** The hop that it was dropped in; null if it never got into a switch. */
    public Hop hop() {
        return hop;
    }

    @Override
    public String toString() {
        return at + " " + reason + " (" + detail + "): " + frame;
    }
}
