/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.emulation;

import com.google.common.collect.ImmutableSortedMap;
import org.onosdmm.core.engine.GroupPort;
import org.onosdmm.core.model.PathGroup;
import org.onosdmm.dataplane.DataPlane;
import org.onosdmm.dataplane.FlowModException;
import org.onosproject.core.GroupId;
import org.onosproject.net.DeviceId;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Groups as ONOS treats them: a group is in the store from the moment that it is asked for; it is confirmed when the
 * switch reports it, and sent again when a report lacks it. What ONOS knows outlives a switch's absence.
 */
public final class GroupControl implements GroupPort {

    private static final long REPORT = 1_000_000;

    private final DataPlane switches;
    private final DataPlane confirmed;
    private final VirtualClock clock;
    private final Map<DeviceId, Map<Integer, PathGroup>> stored = new HashMap<>();
    private final Map<DeviceId, Set<Integer>> heard = new HashMap<>();
    private final Map<DeviceId, Set<Integer>> leaving = new HashMap<>();
    private final List<Consumer<DeviceId>> listeners = new ArrayList<>();
    private final Map<DeviceId, Deque<Runnable>> channels = new HashMap<>();
    private final Set<DeviceId> refusing = new HashSet<>();
    private final Set<DeviceId> unread = new HashSet<>();
    private long delay = 2 * SwitchControl.CHANNEL;
    private int requests;

    GroupControl(DataPlane switches, DataPlane confirmed, VirtualClock clock) {
        this.switches = switches;
        this.confirmed = confirmed;
        this.clock = clock;
        clock.after(REPORT, this::poll);
    }

    /** ONOS starts again: it knows of no group, and tells a switch of none before that has reported its own. */
    public void restart() {
        stored.clear();
        heard.clear();
        leaving.clear();
        unread.addAll(switches.devices());
    }

    /** From now on groups are confirmed only so long after they were asked for, us. */
    public void delay(long micros) {
        delay = micros;
    }

    /** From now on a switch takes no groups. */
    public void refuse(DeviceId device) {
        refusing.add(device);
    }

    /** How often a group was asked for. */
    public int requests() {
        return requests;
    }

    @Override
    public ImmutableSortedMap<Integer, Status> at(DeviceId device) {
        Map<Integer, Status> groups = new TreeMap<>();
        of(stored, device).keySet().forEach(id -> groups.put(id, leaving(device).contains(id) ? Status.LEAVING
                : heard(device).contains(id) ? Status.CONFIRMED : Status.ASKED));
        return ImmutableSortedMap.copyOf(groups);
    }

    @Override
    public void add(PathGroup group) {
        requests++;
        if (of(stored, group.device()).putIfAbsent(group.id(), group) == null) {
            if (!unread.contains(group.device())) {
                message(group.device(), () -> send(group));
            }
            clock.after(delay, () -> report(group.device()));
        }
    }

    /** Messages to one switch arrive in the order in which they were sent. */
    private void message(DeviceId device, Runnable message) {
        Deque<Runnable> channel = channels.computeIfAbsent(device, d -> new ArrayDeque<>());
        channel.add(message);
        clock.after(SwitchControl.CHANNEL, () -> channel.remove().run());
    }

    private void send(PathGroup group) {
        try {
            if (!refusing.contains(group.device())) {
                switches.apply(group.describe(SwitchControl.APP));
                confirmed.apply(group.describe(SwitchControl.APP));
            }
        } catch (FlowModException e) {
            if (e.kind() != FlowModException.Kind.DISCONNECTED) {
                throw e;
            }
        }
    }

    @Override
    public void remove(DeviceId device, int group) {
        leaving(device).add(group);
        message(device, () -> {
            if (!leaving(device).contains(group)) {
                return;
            }
            try {
                switches.removeGroup(device, new GroupId(group));
                confirmed.removeGroup(device, new GroupId(group));
            } catch (FlowModException e) {
                return;
            }
            of(stored, device).remove(group);
            leaving(device).remove(group);
            heard(device).remove(group);
            listeners.forEach(listener -> listener.accept(device));
        });
    }

    @Override
    public void forget(DeviceId device) {
        heard.remove(device);
    }

    @Override
    public void addListener(Consumer<DeviceId> listener) {
        listeners.add(listener);
    }

    void withdraw() {
        stored.forEach((device, groups) -> new ArrayList<>(groups.keySet()).forEach(id -> remove(device, id)));
    }

    private void poll() {
        new ArrayList<>(stored.keySet()).forEach(this::report);
        clock.after(REPORT, this::poll);
    }

    private void report(DeviceId device) {
        if (!switches.isConnected(device)) {
            return;
        }
        unread.remove(device);
        Set<Integer> present = switches.groups(device);
        boolean news = false;
        for (PathGroup group : of(stored, device).values()) {
            if (!present.contains(group.id())) {
                heard(device).remove(group.id());
                send(group);
            } else if (!leaving(device).contains(group.id())) {
                news |= heard(device).add(group.id());
            }
        }
        if (news) {
            new ArrayList<>(listeners).forEach(listener -> listener.accept(device));
        }
    }

    private static Map<Integer, PathGroup> of(Map<DeviceId, Map<Integer, PathGroup>> all, DeviceId device) {
        return all.computeIfAbsent(device, d -> new TreeMap<>());
    }

    private Set<Integer> heard(DeviceId device) {
        return heard.computeIfAbsent(device, d -> new HashSet<>());
    }

    private Set<Integer> leaving(DeviceId device) {
        return leaving.computeIfAbsent(device, d -> new HashSet<>());
    }
}
