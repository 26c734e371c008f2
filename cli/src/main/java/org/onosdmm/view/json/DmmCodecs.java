/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view.json;

import com.google.common.collect.ImmutableMap;
import org.onosdmm.api.AddressGrant;
import org.onosdmm.api.AnchorInfo;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.Attachment;
import org.onosdmm.api.Explanation;
import org.onosdmm.api.Finding;
import org.onosdmm.api.FlowInfo;
import org.onosdmm.api.FlowRequest;
import org.onosdmm.api.Handover;
import org.onosdmm.api.Lease;
import org.onosdmm.api.NodeInfo;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.api.PolicyCheck;
import org.onosdmm.api.PolicyDiff;
import org.onosdmm.api.RuleStatus;
import org.onosdmm.view.CheckReport;
import org.onosdmm.view.NodeSummary;
import org.onosdmm.view.Summary;
import org.onosdmm.view.Topology;
import org.onosproject.codec.CodecService;
import org.onosproject.codec.JsonCodec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Registers the JSON codecs of mobility management while the bundle is active.
 */
@Component(immediate = true)
public class DmmCodecs {

    private static final ImmutableMap<Class<?>, JsonCodec<?>> CODECS = ImmutableMap.<Class<?>, JsonCodec<?>>builder()
            .put(RuleStatus.class, new RuleStatusCodec())
            .put(AnchorInfo.class, new AnchorInfoCodec())
            .put(Attachment.class, new AttachmentCodec())
            .put(Lease.class, new LeaseCodec())
            .put(AddressGrant.class, new AddressGrantCodec())
            .put(PinnedFlow.class, new PinnedFlowCodec())
            .put(NodeInfo.class, new NodeInfoCodec())
            .put(FlowInfo.class, new FlowInfoCodec())
            .put(Handover.class, new HandoverCodec())
            .put(ApplicationClass.class, new ApplicationClassCodec())
            .put(Finding.class, new FindingCodec())
            .put(FlowRequest.class, new FlowRequestCodec())
            .put(PolicyCheck.class, new PolicyCheckCodec())
            .put(PolicyDiff.class, new PolicyDiffCodec())
            .put(Explanation.class, new ExplanationCodec())
            .put(NodeSummary.class, new NodeSummaryCodec())
            .put(Summary.class, new SummaryCodec())
            .put(CheckReport.class, new CheckReportCodec())
            .put(Topology.class, new TopologyCodec())
            .build();

    private final CodecService service;

    /** The registrar of this codec service. */
    @Activate
    public DmmCodecs(@Reference CodecService service) {
        this.service = service;
        CODECS.forEach(this::register);
    }

    /** Takes the codecs back. */
    @Deactivate
    public void deactivate() {
        CODECS.keySet().forEach(service::unregisterCodec);
    }

    @SuppressWarnings("unchecked")
    private <T> void register(Class<?> type, JsonCodec<T> codec) {
        service.registerCodec((Class<T>) type, codec);
    }
}
