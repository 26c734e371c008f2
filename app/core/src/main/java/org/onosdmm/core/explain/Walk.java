/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.explain;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import org.onosdmm.core.model.RuleKey;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.TrafficTreatment;

import java.util.Optional;

/**
 * One way of one copy of a packet through the switches.
 */
@AutoValue
abstract class Walk {

    /** How it ended. */
    enum End {
        /** It left a switch by a port behind which there is no other switch. */
        LEFT,
        /** It went to the controller, and nowhere else. */
        CONTROLLER,
        /** A rule dropped it. */
        DROPPED,
        /** No rule matched. */
        MISSED,
        /** It was to leave by the port by which it came in; Open vSwitch drops it then. */
        TURNED,
        /** It went round in a circle. */
        LOOPED
    }

    /** A rule that matched. */
    @AutoValue
    abstract static class Rule {

        abstract RuleKey key();

        abstract TrafficTreatment treatment();

        static Rule of(RuleKey key, TrafficTreatment treatment) {
            return new AutoValue_Walk_Rule(key, treatment);
        }
    }

    /** A pass through a switch. */
    @AutoValue
    abstract static class Pass {

        abstract ConnectPoint in();

        abstract Optional<PortNumber> out();

        abstract ImmutableList<Rule> rules();

        static Pass of(ConnectPoint in, Optional<PortNumber> out, ImmutableList<Rule> rules) {
            return new AutoValue_Walk_Pass(in, out, rules);
        }
    }

    abstract ImmutableList<Pass> passes();

    abstract End end();

    /** The packet as it was at the end. */
    abstract Packet packet();

    /** Whether another copy took another way. */
    abstract boolean copy();

    static Walk of(Iterable<Pass> passes, End end, Packet packet, boolean copy) {
        return new AutoValue_Walk(ImmutableList.copyOf(passes), end, packet, copy);
    }

    Pass last() {
        return passes().get(passes().size() - 1);
    }
}
