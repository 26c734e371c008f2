/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.dhcp;

import org.onosdmm.api.AddressGrant;
import org.onosproject.net.ConnectPoint;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * How many addresses nobody else can have, by the port where they were last asked for. It is kept up to date with every
 * grant: every client that comes is counted against it, and counting anew would take as long as there are clients. Safe
 * on any thread.
 */
public final class HeldAddresses {

    private static final Comparator<AddressGrant> BY_END =
            Comparator.comparingLong(AddressGrant::until).thenComparing(AddressGrant::address);

    private final Map<ConnectPoint, TreeSet<AddressGrant>> byPort = new HashMap<>();

    /** An address has another grant; {@code before} is null if it had none. */
    public synchronized void changed(AddressGrant before, AddressGrant after) {
        if (before != null) {
            TreeSet<AddressGrant> there = byPort.getOrDefault(before.port(), new TreeSet<>(BY_END));
            there.remove(before);
            forgetIfEmpty(before.port(), there);
        }
        if (after.state() != AddressGrant.State.EXPIRED && after.address().isIp4()) {
            byPort.computeIfAbsent(after.port(), port -> new TreeSet<>(BY_END)).add(after);
        }
    }

    /** Number of addresses that are held at a port. What ends is counted no more, and forgotten by this. */
    public synchronized int at(ConnectPoint port, long now) {
        TreeSet<AddressGrant> there = byPort.getOrDefault(port, new TreeSet<>(BY_END));
        while (!there.isEmpty() && !there.first().holds(now)) {
            there.pollFirst();
        }
        forgetIfEmpty(port, there);
        return there.size();
    }

    private void forgetIfEmpty(ConnectPoint port, TreeSet<AddressGrant> there) {
        if (there.isEmpty()) {
            byPort.remove(port);
        }
    }
}
