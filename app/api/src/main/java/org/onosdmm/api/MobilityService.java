/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.common.collect.ImmutableList;
import org.onosproject.event.ListenerService;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.FlowRule;

/**
 * Distributed mobility management, as other apps, the shell, REST and the web page see it. Every answer is a
 * snapshot; what it says of rules is what the switches have confirmed.
 */
public interface MobilityService extends ListenerService<MobilityEvent, MobilityListener> {

    /** The anchors, by number. Empty while no configuration is in force. */
    ImmutableList<AnchorInfo> anchors();

    /** The mobile nodes, by MAC address. */
    ImmutableList<NodeInfo> nodes();

    /**
     * One mobile node.
     *
     * @throws DmmException of kind NOT_FOUND if it is not bound
     */
    NodeInfo node(MobileNodeId id);

    /** The rules that a node's state asks for, over all switches. Their flow ids are the cookies on the switches. */
    ImmutableList<FlowRule> rules(MobileNodeId id);

    /** The rules that a switch should hold, those of nodes included; empty while it is not connected. */
    ImmutableList<FlowRule> rules(DeviceId device);

    /** The pinned flows of all nodes, by node and key. */
    ImmutableList<FlowInfo> flows();

    /** The pinned flows of one node, by key; none if it is not bound. */
    default ImmutableList<FlowInfo> flows(MobileNodeId id) {
        return flows().stream().filter(info -> info.node().equals(id)).collect(ImmutableList.toImmutableList());
    }

    /** The addresses that nodes were given by DHCP, by address; those that have ended are among them. */
    ImmutableList<AddressGrant> grants();

    /**
     * The last handovers that this controller instance has carried out, newest last. It is the same object as long as
     * nothing is otherwise, so who asks often need not compare.
     */
    ImmutableList<Handover> handovers();

    /** The application classes in force, in the order of the configuration. */
    ImmutableList<ApplicationClass> classes();

    /** What an operator should know; empty if all is well. */
    ImmutableList<Finding> check();
}
