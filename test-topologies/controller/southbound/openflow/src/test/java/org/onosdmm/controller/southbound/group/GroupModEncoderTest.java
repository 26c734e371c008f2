/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.group;

import org.junit.jupiter.api.Test;
import org.onosdmm.controller.southbound.FakeSwitch;
import org.onosdmm.controller.southbound.flow.UnsupportedRuleException;
import org.onosproject.core.GroupId;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.group.DefaultGroupBucket;
import org.onosproject.net.group.Group;
import org.onosproject.net.group.GroupDescription.Type;
import org.onosproject.net.group.GroupOperation;
import org.projectfloodlight.openflow.protocol.OFBucket;
import org.projectfloodlight.openflow.protocol.OFGroupMod;
import org.projectfloodlight.openflow.protocol.OFGroupModCommand;
import org.projectfloodlight.openflow.protocol.OFGroupType;
import org.projectfloodlight.openflow.types.OFGroup;
import org.projectfloodlight.openflow.types.OFPort;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.onosdmm.controller.southbound.FakeSwitch.FACTORY;

class GroupModEncoderTest {

    private static OFGroupMod encode(GroupOperation operation) {
        return (OFGroupMod) FakeSwitch.overTheWire(GroupModEncoder.encode(FACTORY, operation));
    }

    private static GroupOperation add(Group group) {
        return GroupOperation.createAddGroupOperation(group.id(), group.type(), group.buckets());
    }

    @Test
    void failoverBucketsKeepTheirOrderAndWatchTheirPorts() {
        OFGroupMod mod = encode(add(Groups.group(7, Type.FAILOVER, Groups.watching(3), Groups.watching(1))));

        assertEquals(OFGroupModCommand.ADD, mod.getCommand());
        assertEquals(OFGroupType.FF, mod.getGroupType());
        assertEquals(OFGroup.of(7), mod.getGroup());
        assertEquals(List.of(OFPort.of(3), OFPort.of(1)),
                List.of(mod.getBuckets().get(0).getWatchPort(), mod.getBuckets().get(1).getWatchPort()));
        OFBucket first = mod.getBuckets().get(0);
        assertEquals(OFGroup.ANY, first.getWatchGroup());
        assertEquals(List.of(FACTORY.actions().output(OFPort.of(3), 0)), first.getActions());
    }

    @Test
    void aBucketCanSendBackAndWatchThePortByItsNumber() {
        Group group = Groups.group(7, Type.FAILOVER, DefaultGroupBucket.createFailoverGroupBucket(
                Groups.output(PortNumber.IN_PORT), Groups.port(2), null));

        OFBucket bucket = encode(add(group)).getBuckets().get(0);

        assertEquals(List.of(FACTORY.actions().output(OFPort.IN_PORT, 0)), bucket.getActions());
        assertEquals(OFPort.of(2), bucket.getWatchPort());
    }

    @Test
    void selectBucketsHaveWeightsAndLeadToGroups() {
        OFGroupMod mod = encode(add(Groups.group(0x5000_0001, Type.SELECT, Groups.to(0x4000_0001), Groups.to(8))));

        assertEquals(OFGroupType.SELECT, mod.getGroupType());
        OFBucket bucket = mod.getBuckets().get(0);
        assertEquals(1, bucket.getWeight());
        assertEquals(OFPort.ANY, bucket.getWatchPort());
        assertEquals(List.of(FACTORY.actions().group(OFGroup.of(0x4000_0001))), bucket.getActions());
    }

    @Test
    void aBucketCanWatchAGroup() {
        Group group = Groups.group(7, Type.FAILOVER, DefaultGroupBucket.createFailoverGroupBucket(
                Groups.output(Groups.port(2)), null, new GroupId(9)));
        assertEquals(OFGroup.of(9), encode(add(group)).getBuckets().get(0).getWatchGroup());
    }

    @Test
    void changesAndRemovesGroups() {
        Group group = Groups.group(7, Type.FAILOVER, Groups.watching(3));

        OFGroupMod change = encode(GroupOperation.createModifyGroupOperation(group.id(), group.type(),
                group.buckets()));
        OFGroupMod removal = encode(GroupOperation.createDeleteGroupOperation(group.id(), group.type()));

        assertEquals(OFGroupModCommand.MODIFY, change.getCommand());
        assertEquals(1, change.getBuckets().size());
        assertEquals(OFGroupModCommand.DELETE, removal.getCommand());
        assertEquals(OFGroup.of(7), removal.getGroup());
    }

    @Test
    void nothingIsLeftOut() {
        Group strange = Groups.group(7, Type.ALL, DefaultGroupBucket.createAllGroupBucket(
                DefaultTrafficTreatment.builder().pushMpls().build()));
        Group clone = Groups.group(7, Type.CLONE, DefaultGroupBucket.createCloneGroupBucket(
                Groups.output(Groups.port(1))));

        assertThrows(UnsupportedRuleException.class, () -> encode(add(strange)));
        assertThrows(UnsupportedRuleException.class, () -> encode(add(clone)));
    }
}
