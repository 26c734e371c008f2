/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.flow;

import com.google.common.collect.ImmutableList;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.FlowRule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * All that is under way to switches, by transaction id: batches by that of their barrier, rules by that of their
 * flow-mod. Whatever gets no answer within a time limit is given up.
 */
final class PendingBatches {

    /** What became of a flow-mod that a switch refused. */
    static final class Refusal {
        private final FlowRule rule;
        private final boolean inBatch;

        private Refusal(FlowRule rule, boolean inBatch) {
            this.rule = rule;
            this.inBatch = inBatch;
        }

        FlowRule rule() {
            return rule;
        }

        /** True if the refusal comes out with the batch, false if the rule was sent on its own. */
        boolean inBatch() {
            return inBatch;
        }
    }

    private static final class Underway<T> {
        private final T what;
        private final long since;

        private Underway(T what, long since) {
            this.what = what;
            this.since = since;
        }
    }

    private final Map<Long, Underway<PendingBatch>> byBarrier = new ConcurrentHashMap<>();
    private final Map<Long, PendingBatch> byFlowMod = new ConcurrentHashMap<>();
    private final Map<Long, Underway<FlowRule>> alone = new ConcurrentHashMap<>();

    /** Notes a batch that is about to be sent. */
    void add(long barrierXid, PendingBatch batch, long now) {
        batch.xids().forEach(xid -> byFlowMod.put(xid, batch));
        byBarrier.put(barrierXid, new Underway<>(batch, now));
    }

    /** Notes a single rule that is about to be sent. */
    void add(long xid, FlowRule rule, long now) {
        alone.put(xid, new Underway<>(rule, now));
    }

    /** A switch answered a message with an error. Empty if the message was no flow-mod of ours. */
    Optional<Refusal> refused(long xid, String reason) {
        Underway<FlowRule> single = alone.remove(xid);
        if (single != null) {
            return Optional.of(new Refusal(single.what, false));
        }
        PendingBatch batch = byFlowMod.remove(xid);
        if (batch == null) {
            return Optional.empty();
        }
        FlowRule rule = batch.rule(xid);
        batch.refuse(rule, reason);
        return Optional.of(new Refusal(rule, true));
    }

    /** A barrier came back. Empty if it was not ours. */
    Optional<PendingBatch> finished(long barrierXid) {
        Underway<PendingBatch> batch = byBarrier.remove(barrierXid);
        if (batch == null) {
            return Optional.empty();
        }
        byFlowMod.keySet().removeAll(batch.what.xids());
        return Optional.of(batch.what);
    }

    /** A switch is gone: gives up all that was under way to it. */
    List<PendingBatch> giveUp(DeviceId device) {
        return giveUp(batch -> batch.what.device().equals(device));
    }

    /** Gives up all that was sent before a point in time. */
    List<PendingBatch> giveUpBefore(long time) {
        alone.values().removeIf(single -> single.since < time);
        return giveUp(batch -> batch.since < time);
    }

    private List<PendingBatch> giveUp(Predicate<Underway<PendingBatch>> which) {
        ImmutableList.Builder<PendingBatch> lost = ImmutableList.builder();
        byBarrier.forEach((xid, batch) -> {
            if (which.test(batch)) {
                finished(xid).ifPresent(lost::add);
            }
        });
        return lost.build();
    }
}
