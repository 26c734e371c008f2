/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.path;

import com.google.common.collect.ImmutableSet;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which links are believed to be there. ONOS forgets the links of a switch whose control channel is gone, but the
 * switch goes on forwarding; so a link stays until somebody says that it is gone: a port of it that is down, or, with
 * both ends connected for a while, ONOS, which has not found it again.
 *
 * <p>ONOS finds a link by packets that one switch is told to send and the other shows. A switch that is too busy, or
 * whose channel fails in one direction, does neither, and its links fail to be found all at once, but in that
 * direction alone: then the other direction says that they are there. Not safe for use by several threads.
 */
public final class LinkMemory {

    /** How long ONOS may take to find the links of a switch that has just been connected, ms. */
    public static final long SETTLE = 10_000;

    /** After a start, how long a switch that has not been connected yet is taken to be on its way, ms. */
    static final long RETURN = 30_000;

    /** How long a switch that has come back is still gone round: it has links at once, but no rules yet; ms. */
    static final long FRESH = 1_000;

    private final long started;
    private final Map<DeviceId, Long> connectedSince = new HashMap<>();
    private final Map<DeviceId, Long> freshUntil = new HashMap<>();
    private final Set<DeviceId> met = new HashSet<>();
    private Set<Connection> believed;
    private boolean settled = true;

    /**
     * A memory.
     *
     * @param stored links that an earlier run of the controller believed in
     */
    public LinkMemory(Collection<Connection> stored, long now) {
        this.believed = ImmutableSet.copyOf(stored);
        this.started = now;
    }

    /**
     * Takes what ONOS knows now.
     *
     * @param switches the switches that ONOS knows, and whether each is connected
     * @param active the links that ONOS has found
     * @param down tells of a port of a connected switch whether the switch says that it is down
     */
    public void observe(Map<DeviceId, Boolean> switches, Collection<Connection> active, Predicate<ConnectPoint> down,
                        long now) {
        connectedSince.keySet().removeIf(device -> !switches.getOrDefault(device, false));
        switches.forEach((device, connected) -> {
            if (connected && !isConnected(device)) {
                meet(device, now);
            }
        });
        freshUntil.values().removeIf(until -> now >= until);
        settled = true;
        Set<DeviceId> sending = active.stream().map(link -> link.from().deviceId()).collect(Collectors.toSet());
        Set<DeviceId> showing = active.stream().map(link -> link.to().deviceId()).collect(Collectors.toSet());
        Predicate<Connection> unseen = link -> active.contains(link.reversed())
                && !(sending.contains(link.from().deviceId()) && showing.contains(link.to().deviceId()));
        ImmutableSet.Builder<Connection> next = ImmutableSet.builder();
        next.addAll(active);
        believed.stream().filter(link -> stays(link, active, unseen, down, now))
                .forEach(next::add);
        believed = next.build();
    }

    private void meet(DeviceId device, long now) {
        if (isDoubtful(device, now)) {
            freshUntil.put(device, now + FRESH);
        }
        connectedSince.put(device, now);
        met.add(device);
    }

    private boolean stays(Connection link, Collection<Connection> active, Predicate<Connection> unseen,
                          Predicate<ConnectPoint> down, long now) {
        if (active.contains(link)) {
            return true;
        }
        if (isDown(link.from(), down) || isDown(link.to(), down)) {
            return false;
        }
        if (unseen.test(link)) {
            return true;
        }
        Long from = connectedSince.get(link.from().deviceId());
        Long to = connectedSince.get(link.to().deviceId());
        if (from == null || to == null) {
            return true;
        }
        boolean young = now - Math.max(from, to) < SETTLE;
        settled &= !young;
        return young;
    }

    private boolean isDown(ConnectPoint end, Predicate<ConnectPoint> down) {
        return connectedSince.containsKey(end.deviceId()) && down.test(end);
    }

    /** The links. */
    public ImmutableSet<Connection> believed() {
        return ImmutableSet.copyOf(believed);
    }

    /** Whether nothing will change by time alone. */
    public boolean isSettled(long now) {
        return settled && freshUntil.isEmpty() && now - started > RETURN;
    }

    boolean isConnected(DeviceId device) {
        return connectedSince.containsKey(device);
    }

    /**
     * Whether nobody has heard of a switch for so long, or it has come back so lately, that it had better be gone
     * round, if there is a way.
     */
    boolean isDoubtful(DeviceId device, long now) {
        return isConnected(device) ? now < freshUntil.getOrDefault(device, now)
                : met.contains(device) || now - started > RETURN;
    }
}
