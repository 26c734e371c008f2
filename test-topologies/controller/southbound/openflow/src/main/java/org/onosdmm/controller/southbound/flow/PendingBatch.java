/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.flow;

import com.google.common.collect.ImmutableSet;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.CompletedBatchOperation;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.oldbatch.FlowRuleBatchOperation;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A batch of flow-mods on its way to a switch, closed by one barrier. */
final class PendingBatch {

    private final FlowRuleBatchOperation operation;
    private final Map<Long, FlowRule> sent = new HashMap<>();
    private final Map<FlowRule, String> refused = new ConcurrentHashMap<>();

    PendingBatch(FlowRuleBatchOperation operation) {
        this.operation = operation;
    }

    /** Notes which message carries which rule; to be called before anything is sent. */
    void sends(long xid, FlowRule rule) {
        sent.put(xid, rule);
    }

    /** Notes that a rule was refused, by the switch or by ourselves. */
    void refuse(FlowRule rule, String reason) {
        refused.put(rule, reason);
    }

    long id() {
        return operation.id();
    }

    DeviceId device() {
        return operation.deviceId();
    }

    Set<Long> xids() {
        return sent.keySet();
    }

    FlowRule rule(long xid) {
        return sent.get(xid);
    }

    Map<FlowRule, String> refused() {
        return refused;
    }

    /** The outcome after the barrier: failed are the refused rules. */
    CompletedBatchOperation outcome() {
        return new CompletedBatchOperation(refused.isEmpty(), ImmutableSet.copyOf(refused.keySet()), device());
    }

    /** The outcome without a barrier: all failed, since nobody knows what the switch did. */
    CompletedBatchOperation lost() {
        return lost(operation);
    }

    /** A batch none of which arrived. */
    static CompletedBatchOperation lost(FlowRuleBatchOperation operation) {
        Set<FlowRule> all = operation.getOperations().stream()
                .map(entry -> entry.target())
                .collect(ImmutableSet.toImmutableSet());
        return new CompletedBatchOperation(false, all, operation.deviceId());
    }
}
