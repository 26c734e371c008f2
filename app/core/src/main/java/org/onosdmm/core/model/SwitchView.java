/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Maps;
import org.onosproject.net.PortNumber;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One switch as it is now.
 */
@AutoValue
public abstract class SwitchView {

    /** Whether it is connected. */
    public abstract boolean available();

    /** Ports that lead to other switches. */
    public abstract ImmutableSortedSet<PortNumber> fabricPorts();

    /** The ways to each other edge that can be reached, by the edge's number. */
    public abstract ImmutableSortedMap<Integer, Ways> ways();

    /** Number of links to each other edge that can be reached, by the edge's number. */
    public abstract ImmutableSortedMap<Integer, Integer> distances();

    /** How it can answer ARP by itself; absent if it cannot. */
    public abstract Optional<ArpMoves> arpMoves();

    /** The same paths, of a switch that is connected or not and has these ports. */
    public SwitchView at(boolean available, Set<PortNumber> fabricPorts) {
        return of(available, fabricPorts, ways(), distances()).withArpMoves(arpMoves());
    }

    /** The same switch, which can answer ARP so. */
    public SwitchView withArpMoves(Optional<ArpMoves> moves) {
        return new AutoValue_SwitchView(available(), fabricPorts(), ways(), distances(), moves);
    }

    /** A switch by its parts. */
    public static SwitchView of(boolean available, Set<PortNumber> fabricPorts, Map<Integer, Ways> ways,
                                Map<Integer, Integer> distances) {
        return new AutoValue_SwitchView(available,
                ImmutableSortedSet.copyOf(Comparator.comparingLong(PortNumber::toLong), fabricPorts),
                ImmutableSortedMap.copyOf(ways), ImmutableSortedMap.copyOf(distances), Optional.empty());
    }

    /** The port towards each other edge that can be reached, by the edge's number. */
    public ImmutableSortedMap<Integer, PortNumber> nextHops() {
        return ImmutableSortedMap.copyOf(Maps.transformValues(ways(), Ways::first));
    }
}
