/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.group;

import org.junit.jupiter.api.Test;
import org.onosproject.net.group.Group;
import org.onosproject.net.group.Group.GroupState;
import org.onosproject.net.group.GroupDescription.Type;
import org.projectfloodlight.openflow.protocol.OFGroupDescStatsEntry;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onosdmm.controller.southbound.FakeSwitch.FACTORY;

class GroupReconcilerTest {

    private final Group known = Groups.stored(GroupState.ADDED,
            Groups.group(1, Type.FAILOVER, Groups.watching(3), Groups.watching(1)));
    private final GroupReconciler reconciler = new GroupReconciler();

    private GroupReconciler.Outcome compare(OFGroupDescStatsEntry... entries) {
        return reconciler.compare(Groups.DEVICE, FACTORY, List.of(known), List.of(entries));
    }

    @Test
    void aGroupThatIsAsItShouldBeIsReportedAsOnosKnowsIt() {
        GroupReconciler.Outcome outcome = compare(Groups.told(known));
        assertEquals(List.of(known), outcome.groups());
        assertEquals(List.of(), outcome.repairs());
    }

    @Test
    void whatIsNotReportedIsNotThere() {
        assertEquals(List.of(), compare().groups());
    }

    @Test
    void aForeignGroupIsReportedWithoutBuckets() {
        Group foreign = Groups.group(9, Type.SELECT, Groups.to(1));
        Group reported = compare(Groups.told(foreign)).groups().get(0);
        assertEquals(foreign.id(), reported.id());
        assertEquals(Type.SELECT, reported.type());
        assertTrue(reported.buckets().buckets().isEmpty());
        assertNotEquals(foreign.buckets(), reported.buckets(), "ONOS would take it for its own");
    }

    @Test
    void aGroupThatDoesSomethingElseIsSentAgainOnce() {
        Group reversed = Groups.group(1, Type.FAILOVER, Groups.watching(1), Groups.watching(3));

        assertEquals(List.of(known), compare(Groups.told(reversed)).repairs());
        assertEquals(List.of(known), compare(Groups.told(reversed)).groups());
        assertEquals(List.of(), compare(Groups.told(reversed)).repairs(), "it is how this switch puts it");
        compare(Groups.told(known));
        assertEquals(List.of(known), compare(Groups.told(reversed)).repairs(), "changed once more");
    }

    @Test
    void aGroupThatIsBeingChangedOrRemovedIsNotRepaired() {
        Group reversed = Groups.group(1, Type.FAILOVER, Groups.watching(1), Groups.watching(3));
        Groups.stored(GroupState.PENDING_DELETE, known);
        assertEquals(List.of(), compare(Groups.told(reversed)).repairs());
    }

    @Test
    void aSwitchThatIsGoneIsForgotten() {
        Group reversed = Groups.group(1, Type.FAILOVER, Groups.watching(1), Groups.watching(3));
        compare(Groups.told(reversed));
        reconciler.remove(Groups.DEVICE);
        assertEquals(List.of(known), compare(Groups.told(reversed)).repairs());
    }
}
