/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.onosproject.net.ConnectPoint;

import java.util.List;

/** A frame that left the network by a port that no link is at. */
public final class Delivery {
    private final ConnectPoint at;
    private final Frame frame;
    private final List<TestHost> receivers;
    private final Hop hop;

    Delivery(ConnectPoint at, Frame frame, List<TestHost> receivers, Hop hop) {
        this.at = at;
        this.frame = frame;
        this.receivers = receivers;
        this.hop = hop;
    }

    /** By which port. */
    public ConnectPoint at() {
        return at;
    }

    /** The frame as it left. */
    public Frame frame() {
        return frame;
    }

    /** The hosts behind the port that took it: those that it is addressed to; none if nobody is there. */
    public List<TestHost> receivers() {
        return receivers;
    }

    /** The last hop on its way. */
    public Hop hop() {
        return hop;
    }

    @Override
    public String toString() {
        return at + " to " + (receivers.isEmpty() ? "nobody" : receivers.toString()) + ": " + frame;
    }
}
