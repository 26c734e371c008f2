/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.flow;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onosdmm.controller.southbound.FakeController;
import org.onosdmm.controller.southbound.FakeRegistry;
import org.onosdmm.controller.southbound.FakeSwitch;
import org.onosproject.net.DeviceId;
import org.onosproject.net.driver.DriverServiceAdapter;
import org.onosproject.net.flow.CompletedBatchOperation;
import org.onosproject.net.flow.DefaultFlowEntry;
import org.onosproject.net.flow.FlowEntry;
import org.onosproject.net.flow.FlowEntry.FlowEntryState;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.FlowRuleProvider;
import org.onosproject.net.flow.FlowRuleProviderRegistry;
import org.onosproject.net.flow.FlowRuleProviderService;
import org.onosproject.net.flow.FlowRuleServiceAdapter;
import org.onosproject.net.flow.TableStatisticsEntry;
import org.onosproject.net.flow.oldbatch.FlowRuleBatchEntry;
import org.onosproject.net.flow.oldbatch.FlowRuleBatchEntry.FlowRuleOperation;
import org.onosproject.net.flow.oldbatch.FlowRuleBatchOperation;
import org.onosproject.net.provider.AbstractProviderService;
import org.onosproject.openflow.controller.RoleState;
import org.projectfloodlight.openflow.protocol.OFBadActionCode;
import org.projectfloodlight.openflow.protocol.OFBarrierRequest;
import org.projectfloodlight.openflow.protocol.OFFlowAdd;
import org.projectfloodlight.openflow.protocol.OFFlowDeleteStrict;
import org.projectfloodlight.openflow.protocol.OFFlowMod;
import org.projectfloodlight.openflow.protocol.OFFlowModifyStrict;
import org.projectfloodlight.openflow.protocol.OFFlowRemovedReason;
import org.projectfloodlight.openflow.protocol.OFMessage;
import org.projectfloodlight.openflow.types.OFErrorCauseData;
import org.projectfloodlight.openflow.types.TableId;
import org.projectfloodlight.openflow.types.U64;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onosdmm.controller.southbound.FakeSwitch.FACTORY;

class OpenFlowRuleProviderTest {

    private static final FlowRule ONE = Rules.rule(1);
    private static final FlowRule TWO = Rules.rule(2);
    private static final FlowRule THREE = Rules.rule(3);

    /** Writes down what ONOS is told. */
    private static final class Told extends AbstractProviderService<FlowRuleProvider>
            implements FlowRuleProviderService {
        private final Map<Long, CompletedBatchOperation> batches = new ConcurrentHashMap<>();
        private final List<FlowEntry> removed = new CopyOnWriteArrayList<>();
        private final List<List<FlowEntry>> metrics = new CopyOnWriteArrayList<>();

        private Told() {
            super(null);
        }

        @Override
        public void flowRemoved(FlowEntry entry) {
            removed.add(entry);
        }

        @Override
        public void pushFlowMetrics(DeviceId device, Iterable<FlowEntry> entries) {
            List<FlowEntry> all = new ArrayList<>();
            entries.forEach(all::add);
            metrics.add(all);
        }

        @Override
        public void pushFlowMetricsWithoutFlowMissing(DeviceId device, Iterable<FlowEntry> entries) {
            throw new AssertionError("a partial report");
        }

        @Override
        public void pushTableStatistics(DeviceId device, List<TableStatisticsEntry> statistics) {
            throw new AssertionError("not polled");
        }

        @Override
        public void batchOperationCompleted(long id, CompletedBatchOperation outcome) {
            assertEquals(null, batches.put(id, outcome), "completed once");
        }
    }

    private static final class Registry extends FakeRegistry<FlowRuleProvider, FlowRuleProviderService>
            implements FlowRuleProviderRegistry {
        private Registry(FlowRuleProviderService service) {
            super(service);
        }
    }

    /** The flow store. */
    private static final class Store extends FlowRuleServiceAdapter {
        private final List<DefaultFlowEntry> entries = new CopyOnWriteArrayList<>();

        @Override
        public Iterable<FlowEntry> getFlowEntries(DeviceId device) {
            return new ArrayList<>(entries);
        }

        private DefaultFlowEntry add(FlowRule rule, FlowEntryState state) {
            DefaultFlowEntry entry = Rules.stored(rule, state);
            entries.add(entry);
            return entry;
        }
    }

    private final Told told = new Told();
    private final Registry registry = new Registry(told);
    private final Store store = new Store();
    private final FakeController controller = new FakeController();
    private final FakeSwitch sw = new FakeSwitch(1);
    private final OpenFlowRuleProvider provider = new OpenFlowRuleProvider();

    @BeforeEach
    void activate() {
        provider.registry = registry;
        provider.flowRules = store;
        provider.controller = controller;
        provider.drivers = new DriverServiceAdapter();
        provider.activate();
        controller.connect(sw);
    }

    @AfterEach
    void deactivate() {
        if (registry.registered != null) {
            provider.deactivate();
        }
    }

    private static FlowRuleBatchEntry entry(FlowRuleOperation operation, FlowRule rule) {
        return new FlowRuleBatchEntry(operation, rule);
    }

    private void execute(long id, FlowRuleBatchEntry... entries) {
        provider.executeBatch(new FlowRuleBatchOperation(List.of(entries), Rules.DEVICE, id));
    }

    private void add(long id, FlowRule... rules) {
        FlowRuleBatchEntry[] entries = new FlowRuleBatchEntry[rules.length];
        for (int i = 0; i < rules.length; i++) {
            store.add(rules[i], FlowEntryState.PENDING_ADD);
            entries[i] = entry(FlowRuleOperation.ADD, rules[i]);
        }
        execute(id, entries);
    }

    private void answerBarriers() {
        sw.sent(OFBarrierRequest.class).forEach(request -> controller.receive(sw,
                FACTORY.buildBarrierReply().setXid(request.getXid()).build()));
    }

    private OFFlowMod sentFor(FlowRule rule) {
        return sw.sent(OFFlowMod.class).stream()
                .filter(message -> message.getCookie().equals(U64.of(rule.id().value())))
                .reduce((first, last) -> last).orElseThrow();
    }

    private void refuse(FlowRule rule) {
        controller.receive(sw, FACTORY.errorMsgs().buildBadActionErrorMsg()
                .setXid(sentFor(rule).getXid())
                .setCode(OFBadActionCode.MATCH_INCONSISTENT)
                .setData(OFErrorCauseData.NONE)
                .build());
    }

    private static void eventually(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "did not happen in 5 s");
            Thread.onSpinWait();
        }
    }

    private CompletedBatchOperation outcome(long id) {
        eventually(() -> told.batches.containsKey(id));
        return told.batches.get(id);
    }

    private FlowEntryState state(FlowRule rule) {
        return store.entries.stream().filter(rule::equals).findFirst().orElseThrow().state();
    }

    @Test
    void aBatchIsSentInOneGoAndClosedByOneBarrier() {
        add(7, ONE, TWO, THREE);
        assertEquals(1, sw.sent.size());
        List<OFMessage> messages = sw.sent.get(0);
        assertEquals(4, messages.size());
        assertTrue(messages.subList(0, 3).stream().allMatch(OFFlowAdd.class::isInstance));
        assertTrue(messages.get(3) instanceof OFBarrierRequest);
    }

    @Test
    void aBatchIsCompleteWhenTheBarrierComesBack() {
        add(7, ONE, TWO);
        assertTrue(told.batches.isEmpty());
        answerBarriers();
        assertTrue(told.batches.get(7L).isSuccess(), "at once, on the thread that read the reply");
        assertEquals(Rules.DEVICE, told.batches.get(7L).deviceId());
    }

    @Test
    void operationsHaveTheirMessages() {
        execute(7, entry(FlowRuleOperation.ADD, ONE), entry(FlowRuleOperation.MODIFY, TWO),
                entry(FlowRuleOperation.REMOVE, THREE));
        assertTrue(sentFor(ONE) instanceof OFFlowAdd);
        assertTrue(sentFor(TWO) instanceof OFFlowModifyStrict);
        assertTrue(sentFor(THREE) instanceof OFFlowDeleteStrict);
    }

    @Test
    void aRefusedRuleFailsAlone() {
        add(7, ONE, TWO);
        refuse(TWO);
        answerBarriers();
        assertFalse(outcome(7).isSuccess());
        assertEquals(Set.of(TWO), outcome(7).failedItems());
        assertEquals(FlowEntryState.FAILED, state(TWO));
        assertEquals(FlowEntryState.PENDING_ADD, state(ONE));
    }

    @Test
    void batchesDoNotMix() {
        add(7, ONE);
        add(8, TWO);
        refuse(TWO);
        answerBarriers();
        assertTrue(outcome(7).isSuccess());
        assertEquals(Set.of(TWO), outcome(8).failedItems());
    }

    @Test
    void aRuleThatCannotBeEncodedFailsAndTheRestIsSent() {
        FlowRule unsupported = Rules.unsupported();
        add(7, ONE, unsupported);
        assertEquals(1, sw.sent(OFFlowMod.class).size());
        answerBarriers();
        assertEquals(Set.of(unsupported), outcome(7).failedItems());
        assertEquals(FlowEntryState.FAILED, state(unsupported));
    }

    @Test
    void removingARuleThatWasNeverSentSucceeds() {
        execute(7, entry(FlowRuleOperation.REMOVE, Rules.unsupported()));
        answerBarriers();
        assertTrue(outcome(7).isSuccess());
        assertTrue(sw.sent(OFFlowMod.class).isEmpty());
    }

    @Test
    void aRuleThatWasReplacedInTheMeantimeDoesNotFail() {
        add(7, ONE);
        store.entries.clear();
        store.add(Rules.rule(1, Rules.output(5)), FlowEntryState.PENDING_ADD);
        refuse(ONE);
        answerBarriers();
        assertFalse(outcome(7).isSuccess());
        assertEquals(FlowEntryState.PENDING_ADD, state(ONE));
    }

    @Test
    void aBatchForAMissingSwitchFailsAtOnce() {
        controller.lose(sw);
        add(7, ONE, TWO);
        assertEquals(Set.of(ONE, TWO), told.batches.get(7L).failedItems());
    }

    @Test
    void aLostSwitchFailsWhatIsUnderWay() {
        add(7, ONE);
        controller.lose(sw);
        assertEquals(Set.of(ONE), told.batches.get(7L).failedItems());
    }

    @Test
    void strangeAnswersAreIgnored() {
        controller.receive(sw, FACTORY.buildBarrierReply().setXid(4711).build());
        controller.receive(sw, FACTORY.errorMsgs().buildBadActionErrorMsg().setXid(4712)
                .setCode(OFBadActionCode.BAD_TYPE).setData(OFErrorCauseData.NONE).build());
        assertTrue(told.batches.isEmpty());
    }

    @Test
    void rulesOnTheirOwnAreSentWithoutBarrier() {
        provider.applyFlowRule(ONE, TWO);
        assertEquals(2, sw.sent(OFFlowAdd.class).size());
        provider.removeFlowRule(ONE);
        assertEquals(1, sw.sent(OFFlowDeleteStrict.class).size());
        assertTrue(sw.sent(OFBarrierRequest.class).isEmpty());
    }

    @Test
    void aRuleOnItsOwnThatIsRefusedFails() {
        store.add(ONE, FlowEntryState.PENDING_ADD);
        provider.applyFlowRule(ONE);
        refuse(ONE);
        eventually(() -> state(ONE) == FlowEntryState.FAILED);
    }

    @Test
    void aRuleOnItsOwnThatCannotBeEncodedFails() {
        FlowRule unsupported = Rules.unsupported();
        store.add(unsupported, FlowEntryState.PENDING_ADD);
        provider.applyFlowRule(unsupported);
        eventually(() -> state(unsupported) == FlowEntryState.FAILED);
        provider.removeFlowRule(unsupported); // and can be removed again
    }

    @Test
    void nothingIsSentToALostSwitch() {
        controller.lose(sw);
        provider.applyFlowRule(ONE);
        provider.removeFlowRule(ONE);
        assertTrue(sw.sent.isEmpty());
    }

    private void removed(FlowRule rule, OFFlowRemovedReason reason) {
        controller.receive(sw, FACTORY.buildFlowRemoved()
                .setCookie(U64.of(rule.id().value()))
                .setTableId(TableId.of(rule.tableId()))
                .setPriority(rule.priority())
                .setReason(reason)
                .setDurationSec(2).setPacketCount(U64.of(3)).setByteCount(U64.of(300))
                .setMatch(MatchEncoder.encode(FACTORY, rule.selector()))
                .build());
    }

    @Test
    void aRemovedRuleIsReportedWithReasonAndCounters() {
        add(7, ONE, TWO);
        removed(ONE, OFFlowRemovedReason.HARD_TIMEOUT);
        removed(TWO, OFFlowRemovedReason.DELETE);
        FlowEntry first = told.removed.get(0);
        assertEquals(ONE, first);
        assertEquals(FlowRule.FlowRemoveReason.HARD_TIMEOUT, first.reason());
        assertEquals(FlowEntryState.REMOVED, first.state());
        assertEquals(3, first.packets());
        assertEquals(FlowRule.FlowRemoveReason.DELETE, told.removed.get(1).reason());
    }

    @Test
    void theRemovalOfAnUnknownRuleIsNoNews() {
        removed(ONE, OFFlowRemovedReason.DELETE);
        assertTrue(told.removed.isEmpty());
    }

    @Test
    void statisticsGoToOnos() {
        store.add(ONE, FlowEntryState.PENDING_ADD);
        controller.receive(sw, Rules.reply(Rules.report(ONE), Rules.report(TWO)));
        List<FlowEntry> entries = told.metrics.get(0);
        assertEquals(ONE, entries.get(0));
        assertTrue(entries.get(1) instanceof ForeignFlow);
    }

    @Test
    void afterAReportRemovalsOfItsRulesAreKnown() {
        store.add(ONE, FlowEntryState.ADDED);
        controller.receive(sw, Rules.reply(Rules.report(ONE)));
        removed(ONE, OFFlowRemovedReason.IDLE_TIMEOUT);
        assertEquals(FlowRule.FlowRemoveReason.IDLE_TIMEOUT, told.removed.get(0).reason());
    }

    @Test
    void onlyTheMasterJudgesReports() {
        sw.role = RoleState.EQUAL;
        controller.receive(sw, Rules.reply(Rules.report(ONE)));
        assertTrue(told.metrics.isEmpty());
    }

    @Test
    void aTamperedRuleIsSentAgain() {
        store.add(ONE, FlowEntryState.ADDED);
        controller.receive(sw, Rules.reply(Rules.report(Rules.rule(1, Rules.output(9)))));
        assertEquals(TreatmentEncoder.encode(FACTORY, ONE, Extensions.NONE), sentFor(ONE).getInstructions());
    }

    @Test
    void aForeignFlowThatOnosDoesNotWantIsRemoved() {
        controller.receive(sw, Rules.reply(Rules.report(TWO)));
        provider.removeFlowRule(told.metrics.get(0).get(0));
        OFFlowMod message = sw.sent(OFFlowDeleteStrict.class).get(0);
        assertEquals(MatchEncoder.encode(FACTORY, TWO.selector()), message.getMatch());
    }

    @Test
    void nothingIsLeftAfterDeactivation() {
        assertSame(provider, registry.registered);
        provider.deactivate();
        assertTrue(controller.switchListeners.isEmpty());
        assertTrue(controller.eventListeners.isEmpty());
        assertTrue(controller.messageListeners.isEmpty());
    }

    @Test
    void switchesThatAreThereAlreadyArePolled() throws InterruptedException {
        provider.deactivate();
        sw.sent.clear();
        provider.activate();
        for (int i = 0; i < 40 && sw.sent.isEmpty(); i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertEquals(TableId.ALL,
                sw.sent(org.projectfloodlight.openflow.protocol.OFFlowStatsRequest.class).get(0).getTableId());
    }
}
