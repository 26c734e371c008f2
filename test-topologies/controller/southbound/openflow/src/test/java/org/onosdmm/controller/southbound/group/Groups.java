/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.group;

import org.onosdmm.controller.southbound.FakeSwitch;
import org.onosproject.core.GroupId;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.flow.TrafficTreatment;
import org.onosproject.net.group.DefaultGroup;
import org.onosproject.net.group.DefaultGroupBucket;
import org.onosproject.net.group.Group;
import org.onosproject.net.group.GroupBucket;
import org.onosproject.net.group.GroupBuckets;
import org.onosproject.net.group.GroupDescription;
import org.projectfloodlight.openflow.protocol.OFBucket;
import org.projectfloodlight.openflow.protocol.OFGroupDescStatsEntry;
import org.projectfloodlight.openflow.types.OFGroup;

import java.util.List;

/** Groups to test with. */
final class Groups {

    static final DeviceId DEVICE = DeviceId.deviceId("of:0000000000000001");

    private Groups() {
    }

    static PortNumber port(int number) {
        return PortNumber.portNumber(number);
    }

    static TrafficTreatment output(PortNumber port) {
        return DefaultTrafficTreatment.builder().setOutput(port).build();
    }

    /** A bucket that sends out of a port while that is alive. */
    static GroupBucket watching(int port) {
        return DefaultGroupBucket.createFailoverGroupBucket(output(port(port)), port(port), null);
    }

    /** A bucket of a select group that leads to another group. */
    static GroupBucket to(int group) {
        return DefaultGroupBucket.createSelectGroupBucket(
                DefaultTrafficTreatment.builder().group(new GroupId(group)).build());
    }

    static Group group(int id, GroupDescription.Type type, GroupBucket... buckets) {
        return new DefaultGroup(new GroupId(id), DEVICE, type, new GroupBuckets(List.of(buckets)));
    }

    static Group stored(Group.GroupState state, Group group) {
        ((DefaultGroup) group).setState(state);
        return group;
    }

    /** What a switch says of a group. */
    static OFGroupDescStatsEntry told(Group group) {
        return told(group, GroupModEncoder.buckets(FakeSwitch.FACTORY, group.type(), group.buckets()));
    }

    static OFGroupDescStatsEntry told(Group group, List<OFBucket> buckets) {
        return FakeSwitch.FACTORY.buildGroupDescStatsEntry().setGroup(OFGroup.of(group.id().id()))
                .setGroupType(GroupModEncoder.type(group.type())).setBuckets(buckets).build();
    }
}
