/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.network;

import org.onlab.util.ItemNotFoundException;
import org.onosdmm.dataplane.FieldMove;
import org.onosproject.net.DeviceId;
import org.onosproject.net.behaviour.ExtensionTreatmentResolver;
import org.onosproject.net.driver.AbstractHandlerBehaviour;
import org.onosproject.net.driver.Behaviour;
import org.onosproject.net.driver.DefaultDriver;
import org.onosproject.net.driver.DefaultDriverData;
import org.onosproject.net.driver.DefaultDriverHandler;
import org.onosproject.net.driver.Driver;
import org.onosproject.net.driver.DriverEvent;
import org.onosproject.net.driver.DriverHandler;
import org.onosproject.net.driver.DriverListener;
import org.onosproject.net.driver.DriverServiceAdapter;
import org.onosproject.net.flow.instructions.ExtensionTreatment;
import org.onosproject.net.flow.instructions.ExtensionTreatmentType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Has one driver for all switches, or none. */
final class FakeDrivers extends DriverServiceAdapter {
    static final Driver ALL_MOVES = driver(AllMoves.class);
    static final Driver ONE_MOVE = driver(OneMove.class);
    static final Driver NO_EXTENSIONS = new DefaultDriver("plain", List.of(), "", "", "", Map.of(), Map.of());

    private final List<DriverListener> listeners = new CopyOnWriteArrayList<>();
    private volatile Optional<Driver> driver = Optional.empty();

    /** Knows some moves, and refuses others as ONOS's drivers do. */
    private abstract static class Resolver extends AbstractHandlerBehaviour implements ExtensionTreatmentResolver {
        private final FieldMove[] known;

        Resolver(FieldMove... known) {
            this.known = known;
        }

        @Override
        public ExtensionTreatment getExtensionInstruction(ExtensionTreatmentType type) {
            return Stream.of(known).filter(move -> move.type().equals(type)).findFirst()
                    .orElseThrow(() -> new UnsupportedOperationException("no such thing"));
        }
    }

    /** Knows all that are needed. */
    public static final class AllMoves extends Resolver {
        /** As a driver makes it. */
        public AllMoves() {
            super(FieldMove.ARP_PROTOCOL, FieldMove.ETHERNET, FieldMove.ARP_HARDWARE);
        }
    }

    /** Knows one of them. */
    public static final class OneMove extends Resolver {
        /** As a driver makes it. */
        public OneMove() {
            super(FieldMove.ETHERNET);
        }
    }

    private static Driver driver(Class<? extends Behaviour> resolver) {
        return new DefaultDriver("some", List.of(), "", "", "", Map.of(ExtensionTreatmentResolver.class, resolver),
                Map.of());
    }

    /** From now on switches have this one. */
    FakeDrivers use(Driver other) {
        driver = Optional.of(other);
        listeners.forEach(listener -> listener.event(new DriverEvent(DriverEvent.Type.DRIVER_ENHANCED, other)));
        return this;
    }

    boolean hasListeners() {
        return !listeners.isEmpty();
    }

    @Override
    public DriverHandler createHandler(DeviceId device, String... credentials) {
        return new DefaultDriverHandler(new DefaultDriverData(
                driver.orElseThrow(() -> new ItemNotFoundException("Driver not found")), device));
    }

    @Override
    public void addListener(DriverListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(DriverListener listener) {
        listeners.remove(listener);
    }
}
