/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.group;

import com.google.common.collect.ImmutableList;
import org.onlab.util.Tools;
import org.onosdmm.controller.southbound.StatsPoller;
import org.onosdmm.controller.southbound.SwitchIds;
import org.onosdmm.controller.southbound.flow.UnsupportedRuleException;
import org.onosproject.net.DeviceId;
import org.onosproject.net.group.Group;
import org.onosproject.net.group.GroupOperation;
import org.onosproject.net.group.GroupOperation.GroupMsgErrorCode;
import org.onosproject.net.group.GroupOperations;
import org.onosproject.net.group.GroupProvider;
import org.onosproject.net.group.GroupProviderRegistry;
import org.onosproject.net.group.GroupProviderService;
import org.onosproject.net.group.GroupService;
import org.onosproject.net.provider.AbstractProvider;
import org.onosproject.openflow.controller.Dpid;
import org.onosproject.openflow.controller.OpenFlowController;
import org.onosproject.openflow.controller.OpenFlowSwitch;
import org.onosproject.openflow.controller.RoleState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.projectfloodlight.openflow.protocol.OFErrorMsg;
import org.projectfloodlight.openflow.protocol.OFGroupDescStatsReply;
import org.projectfloodlight.openflow.protocol.OFGroupMod;
import org.projectfloodlight.openflow.protocol.OFMessage;
import org.projectfloodlight.openflow.protocol.errormsg.OFGroupModFailedErrorMsg;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Puts groups on switches and tells ONOS which are there. ONOS takes a group for added when a switch reports it: so the
 * switch is asked for its groups soon after something was sent, and not only when the next poll is due.
 */
@Component(immediate = true)
public class OpenFlowGroupProvider extends AbstractProvider implements GroupProvider {

    private static final long PATIENCE_SECONDS = 10;
    private static final long READ_DELAY_MILLIS = 200;
    private static final Logger LOG = LoggerFactory.getLogger(OpenFlowGroupProvider.class);

    @Reference
    protected GroupProviderRegistry registry;

    @Reference
    protected GroupService groupService;

    @Reference
    protected OpenFlowController controller;

    private final PendingGroups pending = new PendingGroups();
    private final GroupReconciler reconciler = new GroupReconciler();
    private final Set<Dpid> reads = ConcurrentHashMap.newKeySet();
    private ScheduledExecutorService worker;
    private GroupAnswers answers;
    private volatile GroupProviderService service;

    /** Created by the component runtime. */
    public OpenFlowGroupProvider() {
        super(SwitchIds.PROVIDER);
    }

    @Activate
    protected void activate() {
        worker = Executors.newSingleThreadScheduledExecutor(Tools.groupedThreads("onos/of", "group-outcome", LOG));
        service = registry.register(this);
        answers = new GroupAnswers(this, controller, new StatsPoller("group-desc", OpenFlowGroupProvider::request));
        answers.start();
        LOG.info("Started");
    }

    @Deactivate
    protected void deactivate() {
        answers.stop();
        registry.unregister(this);
        service = null;
        worker.shutdownNow();
        LOG.info("Stopped");
    }

    private static OFMessage request(OpenFlowSwitch sw) {
        return sw.factory().buildGroupDescStatsRequest().build();
    }

    @Override
    public void performGroupOperation(DeviceId device, GroupOperations operations) {
        OpenFlowSwitch sw = controller.getSwitch(SwitchIds.dpid(device));
        if (sw == null || !sw.isConnected()) {
            return; // the first report after its return lacks the groups, and ONOS asks for them again
        }
        List<OFMessage> messages = new ArrayList<>();
        for (GroupOperation operation : operations.operations()) {
            try {
                OFGroupMod message = GroupModEncoder.encode(sw.factory(), operation);
                pending.add(message.getXid(), device, operation, System.nanoTime());
                messages.add(message);
            } catch (UnsupportedRuleException e) {
                LOG.warn("Group {} of {}: {}", operation.groupId(), device, e.getMessage());
                fail(device, operation, GroupMsgErrorCode.INVALID_GROUP);
            }
        }
        sw.sendMsg(messages);
        readSoon(sw);
    }

    /** Many operations in a row are followed by one reading. */
    private void readSoon(OpenFlowSwitch sw) {
        if (reads.add(sw.getDpid())) {
            worker.schedule(() -> {
                reads.remove(sw.getDpid());
                if (sw.isConnected() && sw.getRole() == RoleState.MASTER) {
                    sw.sendMsg(request(sw));
                }
            }, READ_DELAY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** A switch answered a message with an error. */
    void refused(long xid, OFErrorMsg error) {
        pending.take(xid).ifPresent(refused -> {
            GroupMsgErrorCode code = code(error);
            LOG.warn("{} refused group {}: {} {}", refused.device(), refused.operation().groupId(),
                    error.getErrType(), code);
            fail(refused.device(), refused.operation(), code);
        });
    }

    /** Looks into the group store: not on the thread that reads from the channel. */
    private void fail(DeviceId device, GroupOperation operation, GroupMsgErrorCode code) {
        worker.execute(() -> {
            GroupProviderService current = service;
            if (current != null) {
                current.groupOperationFailed(device, GroupOperation.createFailedGroupOperation(operation, code));
            }
        });
    }

    private static GroupMsgErrorCode code(OFErrorMsg error) {
        if (error instanceof OFGroupModFailedErrorMsg) {
            String name = ((OFGroupModFailedErrorMsg) error).getCode().name();
            for (GroupMsgErrorCode code : GroupMsgErrorCode.values()) {
                if (code.name().equals(name)) {
                    return code;
                }
            }
        }
        return GroupMsgErrorCode.BAD_BUCKET; // an action that the switch does not know
    }

    /** A switch has told all its groups. */
    void reported(Dpid dpid, OFGroupDescStatsReply reply) {
        OpenFlowSwitch sw = controller.getSwitch(dpid);
        GroupProviderService current = service;
        if (current == null || sw == null || sw.getRole() != RoleState.MASTER) {
            return;
        }
        DeviceId device = SwitchIds.device(dpid);
        pending.forgetBefore(System.nanoTime() - TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS));
        GroupReconciler.Outcome outcome = reconciler.compare(device, sw.factory(),
                ImmutableList.copyOf(groupService.getGroups(device)), reply.getEntries());
        current.pushGroupMetrics(device, outcome.groups());
        for (Group group : outcome.repairs()) {
            LOG.warn("Group 0x{} on {} was changed behind our back; sent again",
                    Integer.toHexString(group.id().id()), device);
            performGroupOperation(device, new GroupOperations(ImmutableList.of(
                    GroupOperation.createModifyGroupOperation(group.id(), group.type(), group.buckets()))));
        }
    }

    /** A switch is gone, and so is all that was under way to it. */
    void disconnected(DeviceId device) {
        pending.forget(device);
        reconciler.remove(device);
    }
}
