/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.onosproject.net.ConnectPoint;
import org.onosproject.net.flow.FlowRule;

import java.util.Optional;

/** A frame that was sent to the controller (OpenFlow 1.3.5 section A.4.1, packet-in). */
public final class Punt {
    private final Frame frame;
    private final InstalledRule rule;
    private final Hop hop;

    Punt(Frame frame, InstalledRule rule, Hop hop) {
        this.frame = frame;
        this.rule = rule;
        this.hop = hop;
    }

    /** The in-port that the packet-in names. */
    public ConnectPoint at() {
        return hop.in();
    }

    /** The frame with all changes that came before. */
    public Frame frame() {
        return frame;
    }

    /** The rule that sent it; nothing for a packet-out to the controller. */
    public Optional<FlowRule> rule() {
        return Optional.ofNullable(rule).map(InstalledRule::rule);
    }

    /** The hop that sent it. */
    public Hop hop() {
        return hop;
    }

    @Override
    public String toString() {
        return at() + ": " + frame;
    }
}
