/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.FlowRule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;

/** One pass of a packet through one switch: where it came in, which rules it met, and where copies of it went out. */
public final class Hop {
    private final Hop previous;
    private final int depth;
    private final ConnectPoint in;
    private final Frame frame;
    private final List<Step> steps = new ArrayList<>(4);
    private final List<Output> outputs = new ArrayList<>(1);

    Hop(Hop previous, ConnectPoint in, Frame frame) {
        this.previous = previous;
        this.depth = previous == null ? 1 : previous.depth + 1;
        this.in = in;
        this.frame = frame;
    }

    void step(int table, InstalledRule rule) {
        steps.add(new Step(table, rule));
    }

    void output(PortNumber port, Frame sent) {
        outputs.add(new Output(port, sent));
    }

    /** The hop that the packet came from, if this is not its first one. */
    public Optional<Hop> previous() {
        return Optional.ofNullable(previous);
    }

    /** How many switches the packet has passed, this one included. */
    public int depth() {
        return depth;
    }

    /** The switch. */
    public DeviceId deviceId() {
        return in.deviceId();
    }

    /** Where it came in; for a packet-out the in-port of the message. */
    public ConnectPoint in() {
        return in;
    }

    /** The frame as it came in. */
    public Frame frame() {
        return frame;
    }

    /** Table by table what matched. */
    public List<Step> steps() {
        return Collections.unmodifiableList(steps);
    }

    /** What was sent, in order. */
    public List<Output> outputs() {
        return Collections.unmodifiableList(outputs);
    }

    /** All hops from the first one to this one. */
    public List<Hop> path() {
        LinkedList<Hop> path = new LinkedList<>();
        for (Hop hop = this; hop != null; hop = hop.previous) {
            path.addFirst(hop);
        }
        return path;
    }

    /** True if the same frame has come in by the same port before, on the way to here. */
    boolean repeats() {
        for (Hop hop = previous; hop != null; hop = hop.previous) {
            if (hop.in.equals(in) && hop.frame.equals(frame)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return "in " + in + " " + steps + " out " + outputs;
    }

    /** One table that the packet was looked up in. */
    public static final class Step {
        private final int table;
        private final InstalledRule rule;

        Step(int table, InstalledRule rule) {
            this.table = table;
            this.rule = rule;
        }

        /** The table. */
        public int table() {
            return table;
        }

        /** The rule that matched, or nothing for a table miss. */
        public Optional<FlowRule> rule() {
            return Optional.ofNullable(rule).map(InstalledRule::rule);
        }

        @Override
        public String toString() {
            return rule == null ? "table " + table + " no rule matches" : rule.text();
        }
    }

    /** One copy that was sent. */
    public static final class Output {
        private final PortNumber port;
        private final Frame frame;

        Output(PortNumber port, Frame frame) {
            this.port = port;
            this.frame = frame;
        }

        /** By which port. */
        public PortNumber port() {
            return port;
        }

        /** What was sent. */
        public Frame frame() {
            return frame;
        }

        @Override
        public String toString() {
            return port + ": " + frame;
        }
    }
}
