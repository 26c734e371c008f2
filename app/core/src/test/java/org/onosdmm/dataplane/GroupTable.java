/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.onosproject.core.GroupId;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.instructions.Instruction;
import org.onosproject.net.flow.instructions.Instructions.GroupInstruction;
import org.onosproject.net.group.Group;
import org.onosproject.net.group.GroupBucket;
import org.onosproject.net.group.GroupDescription;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The groups of a switch and the choice among their buckets (OpenFlow 1.3.5 section 5.6). */
final class GroupTable {
    private static final int DEEPEST = 16;

    private final Map<Integer, GroupDescription> groups = new HashMap<>();

    static int idOf(GroupDescription group) {
        if (group instanceof Group) {
            return ((Group) group).id().id();
        }
        if (group.givenGroupId() == null) {
            throw new FlowModException(FlowModException.Kind.BAD_GROUP, "no group id in " + group);
        }
        return group.givenGroupId();
    }

    boolean has(int id) {
        return groups.containsKey(id);
    }

    /** Adds a group or gives a group other buckets, after the checks of section 6.5. */
    void put(GroupDescription group) {
        int id = idOf(group);
        for (GroupBucket bucket : group.buckets().buckets()) {
            TreatmentCheck.checkBucket(bucket.treatment(), this::has);
            if (reaches(bucket, id, 0)) {
                throw new FlowModException(FlowModException.Kind.BAD_GROUP, "loop of groups through " + id);
            }
        }
        groups.put(id, group);
    }

    private boolean reaches(GroupBucket bucket, int id, int depth) {
        if (depth > DEEPEST) {
            return true;
        }
        for (Instruction action : bucket.treatment().allInstructions()) {
            if (action.type() == Instruction.Type.GROUP) {
                int next = ((GroupInstruction) action).groupId().id();
                if (next == id || has(next) && buckets(next).stream().anyMatch(b -> reaches(b, id, depth + 1))) {
                    return true;
                }
            }
        }
        return false;
    }

    void remove(int id) {
        groups.remove(id);
    }

    void clear() {
        groups.clear();
    }

    Map<Integer, GroupDescription> all() {
        return new TreeMap<>(groups);
    }

    private List<GroupBucket> buckets(int id) {
        return groups.get(id).buckets().buckets();
    }

    /** The buckets that a packet with this hash goes to; none where the group is gone or none of them is live. */
    List<GroupBucket> choose(int id, int hash, Predicate<PortNumber> isLive) {
        if (!has(id)) {
            return List.of();
        }
        switch (groups.get(id).type()) {
            case ALL:
            case INDIRECT:
                return buckets(id);
            case SELECT:
                return select(buckets(id), hash);
            case FAILOVER:
                return buckets(id).stream().filter(bucket -> isLive(bucket, isLive, 0)).limit(1)
                        .collect(Collectors.toList());
            default:
                throw new FlowModException(FlowModException.Kind.UNSUPPORTED, "group type " + groups.get(id).type());
        }
    }

    /** One bucket by its share of the weights: the same hash always takes the same one. */
    private static List<GroupBucket> select(List<GroupBucket> buckets, int hash) {
        int weights = buckets.stream().mapToInt(GroupBucket::weight).sum();
        int left = weights == 0 ? 0 : Math.floorMod(hash, weights);
        for (GroupBucket bucket : buckets) {
            left -= bucket.weight();
            if (left < 0) {
                return List.of(bucket);
            }
        }
        return List.of();
    }

    private boolean isLive(GroupBucket bucket, Predicate<PortNumber> isLive, int depth) {
        boolean byPort = bucket.watchPort() != null && isLive.test(bucket.watchPort());
        GroupId watched = bucket.watchGroup();
        boolean byGroup = watched != null && has(watched.id()) && depth < DEEPEST
                && buckets(watched.id()).stream().anyMatch(other -> isLive(other, isLive, depth + 1));
        return byPort || byGroup;
    }
}
