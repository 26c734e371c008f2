/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.Device;
import org.onosproject.net.DeviceId;
import org.onosproject.net.Link;

import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

import static org.onosproject.net.AnnotationKeys.NAME;

/**
 * Switches and the links between them, as a map shows them: a link is there once, whatever its directions.
 */
@AutoValue
public abstract class Topology {

    private static final Comparator<ConnectPoint> PLACES = Comparator
            .<ConnectPoint, String>comparing(place -> place.deviceId().toString())
            .thenComparingLong(place -> place.port().toLong());

    /** The switches, by id. */
    public abstract ImmutableList<Switch> switches();

    /** The links, by their ends. */
    public abstract ImmutableList<Line> lines();

    /**
     * The topology of these devices and links.
     *
     * @param available tells whether a device is connected
     */
    public static Topology of(Iterable<Device> devices, Predicate<DeviceId> available, Iterable<Link> links) {
        return new AutoValue_Topology(
                StreamSupport.stream(devices.spliterator(), false)
                        .filter(device -> device.type() == Device.Type.SWITCH)
                        .map(device -> Switch.of(device, available.test(device.id())))
                        .sorted(Comparator.comparing(one -> one.id().toString()))
                        .collect(ImmutableList.toImmutableList()),
                StreamSupport.stream(links.spliterator(), false)
                        .filter(link -> link.state() == Link.State.ACTIVE)
                        .map(link -> Line.of(link.src(), link.dst()))
                        .collect(ImmutableSortedSet.toImmutableSortedSet(
                                Comparator.comparing(Line::one, PLACES).thenComparing(Line::other, PLACES)))
                        .asList());
    }

    /** A switch. */
    @AutoValue
    public abstract static class Switch {

        /** Its id. */
        public abstract DeviceId id();

        /** What it is called in ONOS; its id if it has no name. */
        public abstract String name();

        /** Whether it is connected. */
        public abstract boolean available();

        private static Switch of(Device device, boolean available) {
            String name = device.annotations().value(NAME);
            return new AutoValue_Topology_Switch(device.id(), name == null ? device.id().toString() : name, available);
        }
    }

    /** A link between two switches. */
    @AutoValue
    public abstract static class Line {

        /** The end that comes first in the order of ids. */
        public abstract ConnectPoint one();

        /** The other end. */
        public abstract ConnectPoint other();

        private static Line of(ConnectPoint a, ConnectPoint b) {
            return PLACES.compare(a, b) <= 0 ? new AutoValue_Topology_Line(a, b) : new AutoValue_Topology_Line(b, a);
        }
    }
}
