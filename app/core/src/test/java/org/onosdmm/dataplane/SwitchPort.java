/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.onosproject.net.ConnectPoint;

import java.util.ArrayList;
import java.util.List;

/** A port: its state, its counters, and what is plugged in: another port, or hosts, or nothing. */
final class SwitchPort {
    private final OpenFlowSwitch owner;
    private final ConnectPoint location;
    private final Counters received = new Counters();
    private final Counters sent = new Counters();
    private final List<TestHost> hosts = new ArrayList<>();
    private SwitchPort peer;
    private boolean up = true;

    SwitchPort(OpenFlowSwitch owner, ConnectPoint location) {
        this.owner = owner;
        this.location = location;
    }

    OpenFlowSwitch owner() {
        return owner;
    }

    ConnectPoint location() {
        return location;
    }

    Counters received() {
        return received;
    }

    Counters sent() {
        return sent;
    }

    /** Hosts behind the port; several behind an access point. */
    List<TestHost> hosts() {
        return hosts;
    }

    /** The port at the other end of a link, or null. */
    SwitchPort peer() {
        return peer;
    }

    static void link(SwitchPort one, SwitchPort other) {
        one.unlink();
        other.unlink();
        one.peer = other;
        other.peer = one;
    }

    void unlink() {
        if (peer != null) {
            peer.peer = null;
            peer = null;
        }
    }

    void setUp(boolean isUp) {
        up = isUp;
    }

    /** True if it and the other end of its link are up: a link is down where either end is. */
    boolean isLive() {
        return isUp() && (peer == null || peer.isUp());
    }

    private boolean isUp() {
        return up && owner.isUp();
    }
}
