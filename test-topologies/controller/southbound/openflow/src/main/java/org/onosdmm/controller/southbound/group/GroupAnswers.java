/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.group;

import org.onosdmm.controller.southbound.StatsPoller;
import org.onosdmm.controller.southbound.SwitchIds;
import org.onosproject.openflow.controller.Dpid;
import org.onosproject.openflow.controller.OpenFlowController;
import org.onosproject.openflow.controller.OpenFlowEventListener;
import org.onosproject.openflow.controller.OpenFlowMessageListener;
import org.onosproject.openflow.controller.OpenFlowSwitch;
import org.onosproject.openflow.controller.OpenFlowSwitchListener;
import org.onosproject.openflow.controller.RoleState;
import org.projectfloodlight.openflow.protocol.OFErrorMsg;
import org.projectfloodlight.openflow.protocol.OFGroupDescStatsReply;
import org.projectfloodlight.openflow.protocol.OFMessage;
import org.projectfloodlight.openflow.protocol.OFPortStatus;
import org.projectfloodlight.openflow.protocol.OFType;

import java.util.List;

/** Listens to what switches say about groups: errors as they come off the channel, reports on ONOS's own threads. */
final class GroupAnswers implements OpenFlowMessageListener, OpenFlowEventListener, OpenFlowSwitchListener {

    private final OpenFlowGroupProvider provider;
    private final OpenFlowController controller;
    private final StatsPoller poller;

    GroupAnswers(OpenFlowGroupProvider provider, OpenFlowController controller, StatsPoller poller) {
        this.provider = provider;
        this.controller = controller;
        this.poller = poller;
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
        if (message.getType() == OFType.ERROR) {
            provider.refused(message.getXid(), (OFErrorMsg) message);
        }
    }

    @Override
    public void handleOutgoingMessage(Dpid dpid, List<OFMessage> messages) {
        // what we send, we know
    }

    @Override
    public void handleMessage(Dpid dpid, OFMessage message) {
        if (message instanceof OFGroupDescStatsReply) {
            provider.reported(dpid, (OFGroupDescStatsReply) message);
        }
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
        provider.disconnected(SwitchIds.device(dpid));
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
