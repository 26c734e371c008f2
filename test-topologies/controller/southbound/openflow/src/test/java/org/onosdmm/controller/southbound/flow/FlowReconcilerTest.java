/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.flow;

import org.junit.jupiter.api.Test;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.flow.FlowEntry;
import org.onosproject.net.flow.FlowEntry.FlowEntryState;
import org.onosproject.net.flow.FlowRule;
import org.projectfloodlight.openflow.protocol.OFFlowStatsEntry;
import org.projectfloodlight.openflow.types.TableId;
import org.projectfloodlight.openflow.types.U64;

import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onosdmm.controller.southbound.FakeSwitch.FACTORY;

class FlowReconcilerTest {

    private static final FlowRule RULE = Rules.rule(1);
    private static final FlowEntry ADDED = Rules.stored(RULE, FlowEntryState.ADDED);
    private static final OFFlowStatsEntry TAMPERED = Rules.report(Rules.rule(1, Rules.output(9)));

    private final FlowReconciler reconciler = new FlowReconciler(Extensions.NONE);

    private FlowReconciler.Outcome compare(FlowEntry known, OFFlowStatsEntry... reported) {
        return reconciler.compare(Rules.DEVICE, FACTORY, known == null ? List.of() : List.of(known),
                Rules.reply(reported).getEntries());
    }

    private static void assertForeign(FlowReconciler.Outcome outcome) {
        assertEquals(1, outcome.entries().size());
        assertTrue(outcome.entries().get(0) instanceof ForeignFlow);
        assertEquals(List.of(), outcome.repairs());
    }

    @Test
    void aKnownRuleIsReportedWithItsCounters() {
        FlowReconciler.Outcome outcome = compare(Rules.stored(RULE, FlowEntryState.PENDING_ADD), Rules.report(RULE));
        FlowEntry entry = outcome.entries().get(0);
        assertEquals(RULE, entry);
        assertTrue(RULE.exactMatch(entry));
        assertEquals(FlowEntryState.ADDED, entry.state());
        assertEquals(7, entry.packets());
        assertEquals(700, entry.bytes());
        assertEquals(3_000_000_005L, entry.life(TimeUnit.NANOSECONDS));
        assertEquals(List.of(), outcome.repairs());
    }

    @Test
    void aMissingRuleIsSimplyNotReported() {
        assertEquals(List.of(), compare(ADDED).entries());
    }

    @Test
    void anUnknownCookieIsForeign() {
        assertForeign(compare(null, Rules.report(RULE)));
        assertForeign(compare(ADDED, Rules.report(Rules.rule(2))));
    }

    @Test
    void aBorrowedCookieIsForeign() {
        OFFlowStatsEntry good = Rules.report(RULE);
        assertForeign(compare(ADDED, good.createBuilder().setTableId(TableId.of(3)).build()));
        assertForeign(compare(ADDED, good.createBuilder().setPriority(101).build()));
        assertForeign(compare(ADDED, Rules.report(Rules.rule(2)).createBuilder()
                .setCookie(U64.of(RULE.id().value())).build()));
    }

    @Test
    void aChangedRuleIsStillOursAndSentAgain() {
        FlowReconciler.Outcome outcome = compare(ADDED, TAMPERED);
        assertEquals(List.of(RULE), outcome.repairs());
        assertTrue(RULE.exactMatch(outcome.entries().get(0)));
    }

    @Test
    void aSwitchThatPutsARuleInItsOwnWaysIsAskedOnce() {
        assertEquals(1, compare(ADDED, TAMPERED).repairs().size());
        assertEquals(0, compare(ADDED, TAMPERED).repairs().size());
        assertEquals(0, compare(ADDED, TAMPERED).repairs().size());
    }

    @Test
    void aRuleChangedTwiceIsRepairedTwice() {
        assertEquals(1, compare(ADDED, TAMPERED).repairs().size());
        assertEquals(0, compare(ADDED, Rules.report(RULE)).repairs().size());
        assertEquals(1, compare(ADDED, TAMPERED).repairs().size());
    }

    @Test
    void anotherWrongIsAnotherRepair() {
        assertEquals(1, compare(ADDED, TAMPERED).repairs().size());
        OFFlowStatsEntry worse = Rules.report(Rules.rule(1, DefaultTrafficTreatment.builder().drop().build()));
        assertEquals(1, compare(ADDED, worse).repairs().size());
    }

    @Test
    void aSwitchThatComesBackIsJudgedAfresh() {
        compare(ADDED, TAMPERED);
        reconciler.remove(Rules.DEVICE);
        assertEquals(1, compare(ADDED, TAMPERED).repairs().size());
    }

    @Test
    void whatIsToGoOrHasFailedIsNotRepaired() {
        assertEquals(List.of(), compare(Rules.stored(RULE, FlowEntryState.PENDING_REMOVE), TAMPERED).repairs());
        assertEquals(List.of(), compare(Rules.stored(RULE, FlowEntryState.FAILED), TAMPERED).repairs());
    }

    @Test
    void aRuleThatCannotBeEncodedIsOnNoSwitch() {
        FlowRule unsupported = Rules.unsupported();
        assertForeign(compare(Rules.stored(unsupported, FlowEntryState.FAILED), Rules.report(RULE).createBuilder()
                .setCookie(U64.of(unsupported.id().value())).build()));
    }
}
