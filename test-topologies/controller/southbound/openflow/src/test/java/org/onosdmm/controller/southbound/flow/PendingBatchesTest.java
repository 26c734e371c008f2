/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.flow;

import org.junit.jupiter.api.Test;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.CompletedBatchOperation;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.oldbatch.FlowRuleBatchEntry;
import org.onosproject.net.flow.oldbatch.FlowRuleBatchOperation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PendingBatchesTest {

    private static final FlowRule ONE = Rules.rule(1);
    private static final FlowRule TWO = Rules.rule(2);

    private final PendingBatches pending = new PendingBatches();

    private PendingBatch sent(long id, long barrier, long at) {
        Collection<FlowRuleBatchEntry> entries = List.of(
                new FlowRuleBatchEntry(FlowRuleBatchEntry.FlowRuleOperation.ADD, ONE),
                new FlowRuleBatchEntry(FlowRuleBatchEntry.FlowRuleOperation.ADD, TWO));
        PendingBatch batch = new PendingBatch(new FlowRuleBatchOperation(entries, Rules.DEVICE, id));
        batch.sends(barrier - 2, ONE);
        batch.sends(barrier - 1, TWO);
        pending.add(barrier, batch, at);
        return batch;
    }

    @Test
    void aBarrierCompletesItsBatch() {
        PendingBatch batch = sent(7, 12, 0);
        assertSame(batch, pending.finished(12).orElseThrow());
        CompletedBatchOperation outcome = batch.outcome();
        assertTrue(outcome.isSuccess());
        assertTrue(outcome.failedItems().isEmpty());
        assertEquals(7, batch.id());
    }

    @Test
    void aBarrierIsGoodForOnce() {
        sent(7, 12, 0);
        pending.finished(12);
        assertEquals(Optional.empty(), pending.finished(12));
        assertEquals(Optional.empty(), pending.refused(11, "too late"));
    }

    @Test
    void aStrangeBarrierCompletesNothing() {
        sent(7, 12, 0);
        assertEquals(Optional.empty(), pending.finished(99));
    }

    @Test
    void anErrorFailsItsRuleAlone() {
        PendingBatch batch = sent(7, 12, 0);
        PendingBatches.Refusal refusal = pending.refused(11, "bad action").orElseThrow();
        assertEquals(TWO, refusal.rule());
        assertTrue(refusal.inBatch());
        pending.finished(12);
        assertFalse(batch.outcome().isSuccess());
        assertEquals(Set.of(TWO), batch.outcome().failedItems());
        assertEquals("bad action", batch.refused().get(TWO));
    }

    @Test
    void anErrorAboutARuleOnItsOwnComesOutAtOnce() {
        pending.add(5, ONE, 0);
        PendingBatches.Refusal refusal = pending.refused(5, "table full").orElseThrow();
        assertEquals(ONE, refusal.rule());
        assertFalse(refusal.inBatch());
        assertEquals(Optional.empty(), pending.refused(5, "again"));
    }

    @Test
    void anErrorAboutSomethingElseIsNotOurs() {
        assertEquals(Optional.empty(), pending.refused(5, "bad request"));
    }

    @Test
    void aLostSwitchLosesItsBatches() {
        PendingBatch batch = sent(7, 12, 0);
        assertEquals(List.of(), pending.giveUp(DeviceId.deviceId("of:0000000000000002")));
        assertEquals(List.of(batch), pending.giveUp(Rules.DEVICE));
        assertEquals(Optional.empty(), pending.finished(12));
        assertFalse(batch.lost().isSuccess());
        assertEquals(Set.of(ONE, TWO), batch.lost().failedItems());
    }

    @Test
    void whatIsOverdueIsGivenUp() {
        PendingBatch old = sent(7, 12, 100);
        PendingBatch young = sent(8, 22, 200);
        pending.add(1, ONE, 100);
        pending.add(2, TWO, 200);
        assertEquals(List.of(old), pending.giveUpBefore(150));
        assertEquals(Optional.empty(), pending.refused(1, "too late"));
        assertTrue(pending.refused(2, "in time").isPresent());
        assertSame(young, pending.finished(22).orElseThrow());
    }
}
