/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.flow;

import com.google.common.collect.ImmutableList;
import org.onosdmm.controller.southbound.StatsPoller;
import org.onosdmm.controller.southbound.SwitchIds;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.FlowEntry;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.FlowRuleProviderService;
import org.onosproject.net.flow.FlowRuleService;
import org.onosproject.openflow.controller.Dpid;
import org.onosproject.openflow.controller.OpenFlowController;
import org.onosproject.openflow.controller.OpenFlowEventListener;
import org.onosproject.openflow.controller.OpenFlowMessageListener;
import org.onosproject.openflow.controller.OpenFlowSwitch;
import org.onosproject.openflow.controller.OpenFlowSwitchListener;
import org.onosproject.openflow.controller.RoleState;
import org.projectfloodlight.openflow.protocol.OFErrorMsg;
import org.projectfloodlight.openflow.protocol.OFFlowRemoved;
import org.projectfloodlight.openflow.protocol.OFFlowStatsReply;
import org.projectfloodlight.openflow.protocol.OFMessage;
import org.projectfloodlight.openflow.protocol.OFPortStatus;
import org.projectfloodlight.openflow.protocol.OFType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Listens to what switches say about flow rules.
 *
 * <p>Errors and barrier replies are taken where they come off the channel, one after the other: an error is always
 * seen before the barrier that closes its batch. The controller's own event threads would let the two overtake each
 * other. Statistics and removals, which take longer, do come on those threads.
 */
final class SwitchAnswers implements OpenFlowMessageListener, OpenFlowEventListener, OpenFlowSwitchListener {

    private static final Logger LOG = LoggerFactory.getLogger(SwitchAnswers.class);

    private final OpenFlowRuleProvider provider;
    private final OpenFlowController controller;
    private final StatsPoller poller;
    private final FlowRuleService flowRules;
    private final RuleIndex index;
    private final FlowReconciler reconciler;

    SwitchAnswers(OpenFlowRuleProvider provider, OpenFlowController controller, StatsPoller poller,
                  FlowRuleService flowRules, RuleIndex index, Extensions extensions) {
        this.provider = provider;
        this.controller = controller;
        this.poller = poller;
        this.flowRules = flowRules;
        this.index = index;
        this.reconciler = new FlowReconciler(extensions);
    }

    void start() {
        controller.addMessageListener(this);
        controller.addEventListener(this);
        controller.addListener(this);
        controller.getSwitches().forEach(sw -> switchAdded(sw.getDpid()));
    }

    void stop() {
        controller.removeListener(this);
        controller.removeEventListener(this);
        controller.removeMessageListener(this);
        poller.shutdown();
    }

    @Override
    public void handleIncomingMessage(Dpid dpid, OFMessage message) {
        if (message.getType() == OFType.BARRIER_REPLY) {
            provider.finished(message.getXid());
        } else if (message.getType() == OFType.ERROR) {
            provider.refused(message.getXid(), Errors.describe((OFErrorMsg) message));
        }
    }

    @Override
    public void handleOutgoingMessage(Dpid dpid, List<OFMessage> messages) {
        // what we send, we know
    }

    @Override
    public void handleMessage(Dpid dpid, OFMessage message) {
        FlowRuleProviderService service = provider.service();
        if (service == null) {
            return;
        }
        if (message instanceof OFFlowStatsReply) {
            try {
                compare(service, dpid, (OFFlowStatsReply) message);
            } finally {
                poller.answered(dpid);
            }
        } else if (message instanceof OFFlowRemoved) {
            removed(service, SwitchIds.device(dpid), (OFFlowRemoved) message);
        }
    }

    private void compare(FlowRuleProviderService service, Dpid dpid, OFFlowStatsReply reply) {
        OpenFlowSwitch sw = controller.getSwitch(dpid);
        if (sw == null || sw.getRole() != RoleState.MASTER) {
            return; // what to do about it is the master's business
        }
        DeviceId device = SwitchIds.device(dpid);
        List<FlowEntry> known = ImmutableList.copyOf(flowRules.getFlowEntries(device));
        index.replace(device, known);
        FlowReconciler.Outcome outcome = reconciler.compare(device, sw.factory(), known, reply.getEntries());
        service.pushFlowMetrics(device, outcome.entries());
        for (FlowRule rule : outcome.repairs()) {
            LOG.warn("Rule 0x{} on {} was changed behind our back; sent again",
                    Long.toHexString(rule.id().value()), device);
            provider.applyFlowRule(rule);
        }
    }

    private void removed(FlowRuleProviderService service, DeviceId device, OFFlowRemoved message) {
        index.find(device, message.getCookie().getValue()).ifPresent(rule -> {
            long life = TimeUnit.SECONDS.toNanos(message.getDurationSec()) + message.getDurationNsec();
            service.flowRemoved(new RemovedFlow(rule, life, message));
        });
    }

    @Override
    public void switchAdded(Dpid dpid) {
        OpenFlowSwitch sw = controller.getSwitch(dpid);
        if (sw != null) {
            poller.start(dpid, sw);
        }
    }

    @Override
    public void switchRemoved(Dpid dpid) {
        poller.stop(dpid, controller::getSwitch);
        DeviceId device = SwitchIds.device(dpid);
        reconciler.remove(device);
        provider.disconnected(device);
    }

    @Override
    public void switchChanged(Dpid dpid) {
        // ports are none of our business
    }

    @Override
    public void portChanged(Dpid dpid, OFPortStatus status) {
        // ports are none of our business
    }

    @Override
    public void receivedRoleReply(Dpid dpid, RoleState requested, RoleState response) {
        // the role is read when it matters
    }
}
