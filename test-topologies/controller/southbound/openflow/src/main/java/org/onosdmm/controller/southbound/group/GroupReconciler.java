/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.group;

import com.google.common.collect.ImmutableList;
import org.onosdmm.controller.southbound.flow.UnsupportedRuleException;
import org.onosproject.core.GroupId;
import org.onosproject.net.DeviceId;
import org.onosproject.net.group.DefaultGroup;
import org.onosproject.net.group.Group;
import org.onosproject.net.group.Group.GroupState;
import org.onosproject.net.group.GroupBuckets;
import org.onosproject.net.group.GroupDescription;
import org.projectfloodlight.openflow.protocol.OFBucket;
import org.projectfloodlight.openflow.protocol.OFFactory;
import org.projectfloodlight.openflow.protocol.OFGroupDescStatsEntry;
import org.projectfloodlight.openflow.protocol.OFGroupType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Compares the groups that a switch reports with those that ONOS knows. As with flow rules nothing is decoded: the
 * known group is encoded again. What does something else is reported all the same, and sent again; what ONOS does not
 * know is reported without buckets, so ONOS sends its own should it ever want a group of that number.
 */
final class GroupReconciler {

    /** What came out: groups to report to ONOS, and groups to send again. */
    static final class Outcome {
        private final List<Group> groups;
        private final List<Group> repairs;

        private Outcome(List<Group> groups, List<Group> repairs) {
            this.groups = groups;
            this.repairs = repairs;
        }

        List<Group> groups() {
            return groups;
        }

        List<Group> repairs() {
            return repairs;
        }
    }

    /** Reports that were answered with a repair; if one comes again unchanged, it is just how this switch puts it. */
    private final Map<DeviceId, Map<Integer, List<OFBucket>>> answered = new ConcurrentHashMap<>();

    /**
     * Compares one complete report of a switch.
     *
     * @param known the groups that ONOS has for this switch
     */
    Outcome compare(DeviceId device, OFFactory factory, Iterable<Group> known, List<OFGroupDescStatsEntry> reported) {
        Map<Integer, Group> byId = new HashMap<>();
        known.forEach(group -> byId.put(group.id().id(), group));
        ImmutableList.Builder<Group> groups = ImmutableList.builder();
        ImmutableList.Builder<Group> repairs = ImmutableList.builder();
        for (OFGroupDescStatsEntry entry : reported) {
            int id = entry.getGroup().getGroupNumber();
            Group group = byId.get(id);
            if (group == null) {
                groups.add(new DefaultGroup(new GroupId(id), device, type(entry.getGroupType()),
                        new GroupBuckets(ImmutableList.of())));
            } else {
                groups.add(new DefaultGroup(group.id(), device, group.type(), group.buckets()));
                if (needsRepair(device, factory, group, entry)) {
                    repairs.add(group);
                }
            }
        }
        return new Outcome(groups.build(), repairs.build());
    }

    /** Forgets a device. */
    void remove(DeviceId device) {
        answered.remove(device);
    }

    private boolean needsRepair(DeviceId device, OFFactory factory, Group group, OFGroupDescStatsEntry entry) {
        Map<Integer, List<OFBucket>> ours = answered.computeIfAbsent(device, key -> new ConcurrentHashMap<>());
        if (group.state() != GroupState.ADDED || does(factory, group, entry)) {
            ours.remove(group.id().id());
            return false;
        }
        List<OFBucket> buckets = entry.getBuckets();
        return !Objects.equals(ours.put(group.id().id(), buckets), buckets);
    }

    private static boolean does(OFFactory factory, Group group, OFGroupDescStatsEntry entry) {
        try {
            return GroupModEncoder.type(group.type()) == entry.getGroupType()
                    && GroupModEncoder.buckets(factory, group.type(), group.buckets()).equals(entry.getBuckets());
        } catch (UnsupportedRuleException e) {
            return false;
        }
    }

    private static GroupDescription.Type type(OFGroupType type) {
        switch (type) {
            case SELECT:
                return GroupDescription.Type.SELECT;
            case FF:
                return GroupDescription.Type.FAILOVER;
            case INDIRECT:
                return GroupDescription.Type.INDIRECT;
            default:
                return GroupDescription.Type.ALL;
        }
    }
}
