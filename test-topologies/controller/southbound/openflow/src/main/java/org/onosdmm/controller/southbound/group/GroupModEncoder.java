/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.group;

import com.google.common.collect.ImmutableList;
import org.onosdmm.controller.southbound.SwitchIds;
import org.onosdmm.controller.southbound.flow.ActionEncoder;
import org.onosdmm.controller.southbound.flow.UnsupportedRuleException;
import org.onosproject.net.flow.instructions.Instruction;
import org.onosproject.net.group.GroupBucket;
import org.onosproject.net.group.GroupBuckets;
import org.onosproject.net.group.GroupDescription;
import org.onosproject.net.group.GroupOperation;
import org.projectfloodlight.openflow.protocol.OFBucket;
import org.projectfloodlight.openflow.protocol.OFFactory;
import org.projectfloodlight.openflow.protocol.OFGroupMod;
import org.projectfloodlight.openflow.protocol.OFGroupType;
import org.projectfloodlight.openflow.protocol.action.OFAction;
import org.projectfloodlight.openflow.types.OFGroup;
import org.projectfloodlight.openflow.types.OFPort;

import java.util.List;

/** Encodes group operations (OpenFlow 1.3.5, section A.3.4.2). */
final class GroupModEncoder {

    private GroupModEncoder() {
    }

    /**
     * Encodes an operation.
     *
     * @throws UnsupportedRuleException if there is something in it that cannot be encoded
     */
    static OFGroupMod encode(OFFactory factory, GroupOperation operation) {
        OFGroup id = OFGroup.of(operation.groupId().id());
        OFGroupType type = type(operation.groupType());
        switch (operation.opType()) {
            case ADD:
                return factory.buildGroupAdd().setGroup(id).setGroupType(type)
                        .setBuckets(buckets(factory, operation.groupType(), operation.buckets())).build();
            case MODIFY:
                return factory.buildGroupModify().setGroup(id).setGroupType(type)
                        .setBuckets(buckets(factory, operation.groupType(), operation.buckets())).build();
            default:
                return factory.buildGroupDelete().setGroup(id).setGroupType(type).build();
        }
    }

    /** The type of a group. */
    static OFGroupType type(GroupDescription.Type type) {
        switch (type) {
            case ALL:
                return OFGroupType.ALL;
            case INDIRECT:
                return OFGroupType.INDIRECT;
            case SELECT:
                return OFGroupType.SELECT;
            case FAILOVER:
                return OFGroupType.FF;
            default:
                throw new UnsupportedRuleException("group type " + type + " is not supported");
        }
    }

    /** The buckets of a group, in their order. */
    static List<OFBucket> buckets(OFFactory factory, GroupDescription.Type type, GroupBuckets buckets) {
        ImmutableList.Builder<OFBucket> encoded = ImmutableList.builder();
        for (GroupBucket bucket : buckets.buckets()) {
            encoded.add(factory.buildBucket()
                    .setWeight(type == GroupDescription.Type.SELECT ? bucket.weight() : 0)
                    .setWatchPort(bucket.watchPort() == null ? OFPort.ANY : SwitchIds.port(bucket.watchPort()))
                    .setWatchGroup(bucket.watchGroup() == null ? OFGroup.ANY : OFGroup.of(bucket.watchGroup().id()))
                    .setActions(actions(factory, bucket))
                    .build());
        }
        return encoded.build();
    }

    private static List<OFAction> actions(OFFactory factory, GroupBucket bucket) {
        ImmutableList.Builder<OFAction> actions = ImmutableList.builder();
        for (Instruction instruction : bucket.treatment().allInstructions()) {
            if (instruction.type() != Instruction.Type.NOACTION) {
                actions.add(ActionEncoder.encode(factory, instruction));
            }
        }
        return actions.build();
    }
}
