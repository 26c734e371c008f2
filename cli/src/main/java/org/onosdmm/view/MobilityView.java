/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view;

import com.google.common.collect.ImmutableList;
import org.onosdmm.api.AddressGrant;
import org.onosdmm.api.AnchorInfo;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.FlowInfo;
import org.onosdmm.api.Handover;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.MobilityService;
import org.onosdmm.api.NodeInfo;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.FlowRule;

import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The mobility service as a user asks it: everything is named by text, and a name that is malformed or that nothing
 * bears is an error which says so.
 */
public final class MobilityView {

    private final MobilityService service;

    private MobilityView(MobilityService service) {
        this.service = service;
    }

    /** The view of a mobility service. */
    public static MobilityView of(MobilityService service) {
        return new MobilityView(service);
    }

    /** The anchors, by number. */
    public ImmutableList<AnchorInfo> anchors() {
        return service.anchors();
    }

    /**
     * One anchor.
     *
     * @param name the anchor's configured name
     * @throws DmmException of kind NOT_FOUND if there is none of this name
     */
    public AnchorInfo anchor(String name) {
        return service.anchors().stream()
                .filter(anchor -> anchor.id().name().equals(name))
                .findFirst()
                .orElseThrow(() -> DmmException.notFound("anchor", name));
    }

    /** The mobile nodes, by MAC address. */
    public ImmutableList<NodeInfo> nodes() {
        return service.nodes();
    }

    /** The mobile nodes in a line each, by MAC address. */
    public ImmutableList<NodeSummary> nodeSummaries() {
        ImmutableList<AddressGrant> grants = service.grants();
        return service.nodes().stream().map(info -> NodeSummary.of(info, grants))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * One mobile node.
     *
     * @param mac the node's MAC address
     * @throws DmmException of kind INVALID if the text is no MAC address, NOT_FOUND if no such node is bound
     */
    public NodeInfo node(String mac) {
        return service.node(MobileNodeId.parse(mac));
    }

    /**
     * The rules that a node's state asks for, over all switches.
     *
     * @param mac the node's MAC address
     * @throws DmmException of kind INVALID if the text is no MAC address, NOT_FOUND if no such node is bound
     */
    public ImmutableList<FlowRule> rules(String mac) {
        return service.rules(node(mac).binding().node());
    }

    /**
     * The rules that a switch should hold.
     *
     * @param device the switch's id
     * @throws DmmException of kind INVALID if the text is no id of a device
     */
    public ImmutableList<FlowRule> rulesAt(String device) {
        try {
            return service.rules(DeviceId.deviceId(device));
        } catch (IllegalArgumentException e) {
            throw DmmException.invalid("device", device, "is not the id of a device");
        }
    }

    /**
     * The pinned flows that pass a filter, by node and key.
     *
     * @throws DmmException if the filter names what is malformed or does not exist
     */
    public ImmutableList<FlowInfo> flows(FlowFilter filter) {
        filter.node().ifPresent(this::node);
        filter.applicationClass().ifPresent(this::applicationClass);
        filter.anchor().ifPresent(this::anchor);
        return service.flows().stream().filter(filter::admits).collect(ImmutableList.toImmutableList());
    }

    /**
     * The addresses that nodes were given by DHCP, by address.
     *
     * @param node MAC address of the node whose grants are wanted; all if null
     * @throws DmmException of kind INVALID if the text is no MAC address, NOT_FOUND if nothing is known of such a node
     */
    public ImmutableList<AddressGrant> grants(String node) {
        return ofNode(node, service.grants(), AddressGrant::node);
    }

    /**
     * The last handovers, newest last, or the slow ones of them.
     *
     * @param node MAC address of the node whose handovers are wanted; all if null
     * @param last how many at most, as text; all that are remembered if null
     * @param slow ms, as text: only those that took so long at least until all steered to the new place, or have not
     *             come so far in that time; all if null
     * @param now the time, ms since the epoch
     * @throws DmmException of kind INVALID if a text is no MAC address or no whole number above 0, NOT_FOUND if nothing
     *         is known of such a node
     */
    public ImmutableList<Handover> handovers(String node, String last, String slow, long now) {
        long least = slow == null ? 0 : TimeUnit.MILLISECONDS.toMicros(count("slow", slow));
        int wanted = last == null ? Integer.MAX_VALUE : count("last", last);
        ImmutableList<Handover> all = ofNode(node, service.handovers(), Handover::node).stream()
                .filter(handover -> slow == null || handover.switchedAt()
                        .orElse(TimeUnit.MILLISECONDS.toMicros(now)) - handover.detectedAt() >= least)
                .collect(ImmutableList.toImmutableList());
        return all.subList(Math.max(0, all.size() - wanted), all.size());
    }

    /** Those of one node, which need not be bound any more; but if there are none it has to be a node at all. */
    private <T> ImmutableList<T> ofNode(String node, ImmutableList<T> all, Function<T, MobileNodeId> whose) {
        if (node == null) {
            return all;
        }
        MobileNodeId wanted = MobileNodeId.parse(node);
        ImmutableList<T> its = all.stream().filter(one -> whose.apply(one).equals(wanted))
                .collect(ImmutableList.toImmutableList());
        if (its.isEmpty()) {
            service.node(wanted);
        }
        return its;
    }

    /** The application classes in force, in the order of the configuration. */
    public ImmutableList<ApplicationClass> classes() {
        return service.classes();
    }

    /** What an operator should know, and the verdict that follows. */
    public CheckReport check() {
        return CheckReport.of(service.check());
    }

    private void applicationClass(String name) {
        if (service.classes().stream().noneMatch(known -> known.name().equals(name))) {
            throw DmmException.notFound("class", name);
        }
    }

    private static int count(String field, String text) {
        try {
            int value = Integer.parseInt(text);
            if (value > 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // answered below, as a number that is too small is
        }
        throw DmmException.invalid(field, text, "is not a whole number from 1 to " + Integer.MAX_VALUE);
    }
}
