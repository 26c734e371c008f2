/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view.example;

import com.google.common.collect.ImmutableList;
import org.onosdmm.api.AddressGrant;
import org.onosdmm.api.AnchorInfo;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.Finding;
import org.onosdmm.api.FlowInfo;
import org.onosdmm.api.Handover;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.MobilityListener;
import org.onosdmm.api.MobilityService;
import org.onosdmm.api.NodeInfo;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.FlowRule;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mobility service that answers with what a test put in place; at first with the example.
 */
public class ExampleService implements MobilityService {

    public ImmutableList<AnchorInfo> anchors = Example.anchors();
    public ImmutableList<NodeInfo> nodes = ImmutableList.of(Example.node(), Example.absent());
    public ImmutableList<FlowRule> rules = ImmutableList.of();
    public ImmutableList<FlowInfo> flows = Example.flows();
    public ImmutableList<AddressGrant> grants = Example.grants();
    public ImmutableList<Handover> handovers = Example.handovers();
    public ImmutableList<ApplicationClass> classes = Example.classes();
    public ImmutableList<Finding> findings = ImmutableList.of();
    /** Who would hear if something happened. */
    public final List<MobilityListener> listeners = new CopyOnWriteArrayList<>();
    /** Thrown instead of an answer, if there is one. */
    public RuntimeException failure;

    /** A service that knows nothing. */
    public static ExampleService empty() {
        ExampleService service = new ExampleService();
        service.anchors = ImmutableList.of();
        service.nodes = ImmutableList.of();
        service.flows = ImmutableList.of();
        service.grants = ImmutableList.of();
        service.handovers = ImmutableList.of();
        service.classes = ImmutableList.of();
        return service;
    }

    @Override
    public ImmutableList<AnchorInfo> anchors() {
        return orFailure(anchors);
    }

    @Override
    public ImmutableList<NodeInfo> nodes() {
        return orFailure(nodes);
    }

    @Override
    public NodeInfo node(MobileNodeId id) {
        return orFailure(nodes).stream().filter(info -> info.binding().node().equals(id)).findFirst()
                .orElseThrow(() -> DmmException.notFound("node", id));
    }

    @Override
    public ImmutableList<FlowRule> rules(MobileNodeId id) {
        return orFailure(rules);
    }

    @Override
    public ImmutableList<FlowRule> rules(DeviceId device) {
        return orFailure(rules).stream().filter(rule -> rule.deviceId().equals(device))
                .collect(ImmutableList.toImmutableList());
    }

    @Override
    public ImmutableList<FlowInfo> flows() {
        return orFailure(flows);
    }

    @Override
    public ImmutableList<AddressGrant> grants() {
        return orFailure(grants);
    }

    @Override
    public ImmutableList<Handover> handovers() {
        return orFailure(handovers);
    }

    @Override
    public ImmutableList<ApplicationClass> classes() {
        return orFailure(classes);
    }

    @Override
    public ImmutableList<Finding> check() {
        return orFailure(findings);
    }

    @Override
    public void addListener(MobilityListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(MobilityListener listener) {
        listeners.remove(listener);
    }

    private <T> T orFailure(T answer) {
        if (failure != null) {
            throw failure;
        }
        return answer;
    }
}
