/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.rules;

import com.google.common.collect.ImmutableSortedMap;
import org.onosdmm.core.engine.GroupPort;
import org.onosdmm.core.model.PathGroup;
import org.onosproject.core.ApplicationId;
import org.onosproject.net.Device;
import org.onosproject.net.DeviceId;
import org.onosproject.net.group.Group;
import org.onosproject.net.group.GroupEvent;
import org.onosproject.net.group.GroupListener;
import org.onosproject.net.group.GroupService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Groups through ONOS. ONOS confirms a group when a switch reports it, with each report once more, and asks the switch
 * again for one that a report lacks. It does not notice that a switch has lost its groups while it was away until the
 * next report: so what was confirmed before is not believed.
 */
final class OnosGroups implements GroupPort {

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final GroupService groupService;
    private final ApplicationId appId;
    private final Map<DeviceId, Set<Integer>> heard = new ConcurrentHashMap<>();
    private final List<Consumer<DeviceId>> listeners = new CopyOnWriteArrayList<>();
    private final GroupListener groupListener = new Reports();

    private volatile boolean withdrawn;

    OnosGroups(GroupService groupService, ApplicationId appId) {
        this.groupService = groupService;
        this.appId = appId;
    }

    void start() {
        groupService.addListener(groupListener);
    }

    void stop() {
        groupService.removeListener(groupListener);
    }

    /** Has all groups removed, and adds none from now on. */
    void withdraw(Iterable<Device> devices) {
        withdrawn = true;
        devices.forEach(device -> at(device.id()).descendingMap().keySet().forEach(id -> remove(device.id(), id)));
    }

    @Override
    public ImmutableSortedMap<Integer, Status> at(DeviceId device) {
        Set<Integer> reported = heard(device);
        Map<Integer, Status> groups = new HashMap<>();
        groupService.getGroups(device, appId).forEach(group -> groups.put(group.id().id(), status(group, reported)));
        return ImmutableSortedMap.copyOf(groups);
    }

    private static Status status(Group group, Set<Integer> reported) {
        switch (group.state()) {
            case ADDED:
                return reported.contains(group.id().id()) ? Status.CONFIRMED : Status.ASKED;
            case PENDING_DELETE:
                return Status.LEAVING;
            default:
                return Status.ASKED;
        }
    }

    private Set<Integer> heard(DeviceId device) {
        return heard.computeIfAbsent(device, d -> ConcurrentHashMap.newKeySet());
    }

    @Override
    public void add(PathGroup group) {
        if (!withdrawn) {
            log.debug("Group {} of {} is asked for", Integer.toHexString(group.id()), group.device());
            groupService.addGroup(group.describe(appId));
        }
    }

    @Override
    public void remove(DeviceId device, int group) {
        log.debug("Group {} of {} goes", Integer.toHexString(group), device);
        groupService.removeGroup(device, PathGroup.key(group), appId);
    }

    @Override
    public void forget(DeviceId device) {
        heard.remove(device);
    }

    @Override
    public void addListener(Consumer<DeviceId> listener) {
        listeners.add(listener);
    }

    /** A report of the switch comes as an event for each of its groups; only what is new is worth to look at. */
    private final class Reports implements GroupListener {

        @Override
        public boolean isRelevant(GroupEvent event) {
            return appId.equals(event.subject().appId());
        }

        @Override
        public void event(GroupEvent event) {
            DeviceId device = event.subject().deviceId();
            int id = event.subject().id().id();
            if (isNews(event.type(), heard(device), id)) {
                listeners.forEach(listener -> listener.accept(device));
            }
        }

        private boolean isNews(GroupEvent.Type type, Set<Integer> reported, int id) {
            switch (type) {
                case GROUP_ADDED:
                    reported.add(id);
                    return true;
                case GROUP_UPDATED:
                    return reported.add(id);
                case GROUP_REMOVED:
                case GROUP_ADD_FAILED:
                    reported.remove(id);
                    return true;
                default:
                    return false;
            }
        }
    }
}
