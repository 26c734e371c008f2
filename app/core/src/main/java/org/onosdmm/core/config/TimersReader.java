/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.config;

import org.onosdmm.core.model.Timers;

import java.util.Optional;

/**
 * Reads the timers. All in milliseconds.
 */
final class TimersReader {

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;

    private TimersReader() {
    }

    static Timers read(Optional<Field> timers) {
        return timers.map(TimersReader::timers).orElse(Timers.DEFAULTS);
    }

    private static Timers timers(Field field) {
        field.object("drain", "probe", "leaseLinger", "pinIdle", "unpinnedIdle", "overlap", "bindingLifetime",
                "addressHold", "preferredLifetime", "validLifetime", "router");
        Timers defaults = Timers.DEFAULTS;
        return Timers.builder()
                .drain(time(field, "drain", 100, MINUTE, defaults.drain()))
                .probe(time(field, "probe", 100, MINUTE, defaults.probe()))
                .leaseLinger(time(field, "leaseLinger", 1_000, 24 * HOUR, defaults.leaseLinger()))
                .pinIdle(time(field, "pinIdle", 1_000, 12 * HOUR, defaults.pinIdle()))
                .unpinnedIdle(time(field, "unpinnedIdle", 1_000, HOUR, defaults.unpinnedIdle()))
                .overlap(time(field, "overlap", 0, HOUR, defaults.overlap()))
                .bindingLifetime(time(field, "bindingLifetime", 1_000, 7 * 24 * HOUR, defaults.bindingLifetime()))
                .addressHold(time(field, "addressHold", 1_000, 7 * 24 * HOUR, defaults.addressHold()))
                .preferredLifetime(time(field, "preferredLifetime", 30_000, 2 * HOUR, defaults.preferredLifetime()))
                .validLifetime(time(field, "validLifetime", MINUTE, 2 * HOUR, defaults.validLifetime()))
                .router(time(field, "router", 100, MINUTE, defaults.router()))
                .build();
    }

    private static long time(Field timers, String name, long least, long most, long usual) {
        return timers.optional(name).map(f -> f.integer(least, most)).orElse(usual);
    }
}
