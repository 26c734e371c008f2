/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.group;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onosdmm.controller.southbound.FakeController;
import org.onosdmm.controller.southbound.FakeRegistry;
import org.onosdmm.controller.southbound.FakeSwitch;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.group.DefaultGroupBucket;
import org.onosproject.net.group.Group;
import org.onosproject.net.group.Group.GroupState;
import org.onosproject.net.group.GroupDescription.Type;
import org.onosproject.net.group.GroupOperation;
import org.onosproject.net.group.GroupOperation.GroupMsgErrorCode;
import org.onosproject.net.group.GroupOperations;
import org.onosproject.net.group.GroupProvider;
import org.onosproject.net.group.GroupProviderRegistry;
import org.onosproject.net.group.GroupProviderService;
import org.onosproject.net.group.GroupServiceAdapter;
import org.onosproject.net.provider.AbstractProviderService;
import org.onosproject.openflow.controller.RoleState;
import org.projectfloodlight.openflow.protocol.OFGroupAdd;
import org.projectfloodlight.openflow.protocol.OFGroupDelete;
import org.projectfloodlight.openflow.protocol.OFGroupDescStatsEntry;
import org.projectfloodlight.openflow.protocol.OFGroupDescStatsRequest;
import org.projectfloodlight.openflow.protocol.OFGroupMod;
import org.projectfloodlight.openflow.protocol.OFGroupModFailedCode;
import org.projectfloodlight.openflow.protocol.OFGroupModify;
import org.projectfloodlight.openflow.protocol.OFMessage;
import org.projectfloodlight.openflow.types.OFErrorCauseData;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onosdmm.controller.southbound.FakeSwitch.FACTORY;

class OpenFlowGroupProviderTest {

    private static final Group ONE = Groups.group(1, Type.FAILOVER, Groups.watching(3), Groups.watching(1));
    private static final Group TWO = Groups.group(2, Type.SELECT, Groups.to(1));

    /** Writes down what ONOS is told. */
    private static final class Told extends AbstractProviderService<GroupProvider> implements GroupProviderService {
        private final List<GroupOperation> failed = new CopyOnWriteArrayList<>();
        private final List<List<Group>> metrics = new CopyOnWriteArrayList<>();

        private Told() {
            super(null);
        }

        @Override
        public void groupOperationFailed(DeviceId device, GroupOperation operation) {
            failed.add(operation);
        }

        @Override
        public void pushGroupMetrics(DeviceId device, Collection<Group> groups) {
            metrics.add(List.copyOf(groups));
        }

        @Override
        public void notifyOfFailovers(Collection<Group> groups) {
            throw new AssertionError("nobody asks for it");
        }
    }

    private static final class Registry extends FakeRegistry<GroupProvider, GroupProviderService>
            implements GroupProviderRegistry {
        private Registry(GroupProviderService service) {
            super(service);
        }
    }

    /** The group store. */
    private static final class Store extends GroupServiceAdapter {
        private final List<Group> groups = new ArrayList<>();

        @Override
        public Iterable<Group> getGroups(DeviceId device) {
            return groups;
        }
    }

    private final Told told = new Told();
    private final Registry registry = new Registry(told);
    private final Store store = new Store();
    private final FakeController controller = new FakeController();
    private final FakeSwitch sw = new FakeSwitch(1);
    private final OpenFlowGroupProvider provider = new OpenFlowGroupProvider();

    @BeforeEach
    void activate() {
        provider.registry = registry;
        provider.groupService = store;
        provider.controller = controller;
        provider.activate();
        controller.connect(sw);
    }

    @AfterEach
    void deactivate() {
        provider.deactivate();
        assertTrue(controller.switchListeners.isEmpty() && controller.messageListeners.isEmpty()
                && controller.eventListeners.isEmpty());
    }

    private void perform(GroupOperation... operations) {
        provider.performGroupOperation(Groups.DEVICE, new GroupOperations(List.of(operations)));
    }

    private static GroupOperation add(Group group) {
        return GroupOperation.createAddGroupOperation(group.id(), group.type(), group.buckets());
    }

    private static GroupOperation remove(Group group) {
        return GroupOperation.createDeleteGroupOperation(group.id(), group.type());
    }

    private void report(Group... groups) {
        List<OFGroupDescStatsEntry> entries = new ArrayList<>();
        for (Group group : groups) {
            entries.add(Groups.told(group));
        }
        controller.receive(sw, FACTORY.buildGroupDescStatsReply().setEntries(entries).build());
    }

    private void refuse(OFMessage message, OFGroupModFailedCode code) {
        controller.receive(sw, FACTORY.errorMsgs().buildGroupModFailedErrorMsg().setXid(message.getXid())
                .setCode(code).setData(OFErrorCauseData.NONE).build());
    }

    private static void eventually(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "in vain");
            Thread.onSpinWait();
        }
    }

    @Test
    void sendsOperationsInTheirOrderAndThenAsksWhatIsThere() {
        perform(add(ONE), add(TWO), remove(ONE));

        List<OFGroupMod> mods = sw.sent(OFGroupMod.class);
        assertEquals(List.of(OFGroupAdd.class, OFGroupAdd.class, OFGroupDelete.class),
                List.of(kind(mods.get(0)), kind(mods.get(1)), kind(mods.get(2))));
        eventually(() -> !sw.sent(OFGroupDescStatsRequest.class).isEmpty());
    }

    private static Class<?> kind(OFGroupMod mod) {
        return mod instanceof OFGroupAdd ? OFGroupAdd.class : mod instanceof OFGroupDelete ? OFGroupDelete.class
                : OFGroupModify.class;
    }

    @Test
    void reportsWhatTheSwitchHolds() {
        store.groups.addAll(List.of(ONE, TWO));
        report(ONE, TWO);
        assertEquals(List.of(List.of(ONE, TWO)), told.metrics);
        report(TWO);
        assertEquals(List.of(TWO), told.metrics.get(1));
    }

    @Test
    void onlyTheMasterReports() {
        sw.role = RoleState.SLAVE;
        report(ONE);
        assertEquals(List.of(), told.metrics);
    }

    @Test
    void aRefusalFailsItsOperationOnce() {
        perform(add(ONE), add(TWO));
        OFGroupMod second = sw.sent(OFGroupMod.class).get(1);

        refuse(second, OFGroupModFailedCode.CHAINING_UNSUPPORTED);
        refuse(second, OFGroupModFailedCode.CHAINING_UNSUPPORTED);

        eventually(() -> !told.failed.isEmpty());
        assertEquals(1, told.failed.size());
        assertEquals(TWO.id(), told.failed.get(0).groupId());
        assertEquals(GroupMsgErrorCode.CHAINING_UNSUPPORTED, told.failed.get(0).failureCode());
    }

    @Test
    void anErrorThatIsNotAboutAGroupIsNotOurs() {
        perform(add(ONE));
        OFGroupMod sent = sw.sent(OFGroupMod.class).get(0);
        controller.receive(sw, FACTORY.errorMsgs().buildGroupModFailedErrorMsg().setXid(sent.getXid() + 1000)
                .setCode(OFGroupModFailedCode.EPERM).setData(OFErrorCauseData.NONE).build());
        refuse(sent, OFGroupModFailedCode.GROUP_EXISTS);

        eventually(() -> !told.failed.isEmpty());
        assertEquals(List.of(GroupMsgErrorCode.GROUP_EXISTS), List.of(told.failed.get(0).failureCode()));
    }

    @Test
    void whatCannotBeEncodedFailsAndTheRestIsSent() {
        Group strange = Groups.group(3, Type.ALL, DefaultGroupBucket.createAllGroupBucket(
                DefaultTrafficTreatment.builder().pushMpls().build()));

        perform(add(strange), add(ONE));

        assertEquals(1, sw.sent(OFGroupMod.class).size());
        eventually(() -> !told.failed.isEmpty());
        assertEquals(strange.id(), told.failed.get(0).groupId());
    }

    @Test
    void whatSomebodyChangedIsPutBack() {
        Groups.stored(GroupState.ADDED, ONE);
        store.groups.add(ONE);
        report(Groups.group(1, Type.FAILOVER, Groups.watching(1), Groups.watching(3)));

        OFGroupMod repair = sw.sent(OFGroupMod.class).get(0);
        assertEquals(OFGroupModify.class, kind(repair));
        assertEquals(GroupModEncoder.buckets(FACTORY, ONE.type(), ONE.buckets()), repair.getBuckets());
    }

    @Test
    void aSwitchThatIsGoneIsSentNothingAndItsErrorsAreForgotten() {
        perform(add(ONE));
        OFGroupMod sent = sw.sent(OFGroupMod.class).get(0);
        controller.lose(sw);
        perform(add(TWO));
        assertEquals(1, sw.sent(OFGroupMod.class).size());

        refuse(sent, OFGroupModFailedCode.GROUP_EXISTS);
        assertEquals(List.of(), told.failed);
    }
}
