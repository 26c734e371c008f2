/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.flow;

import com.google.common.collect.ImmutableMap;
import org.onlab.util.Tools;
import org.onosdmm.controller.southbound.StatsPoller;
import org.onosdmm.controller.southbound.SwitchIds;
import org.onosproject.net.DeviceId;
import org.onosproject.net.driver.DriverService;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.FlowRuleProvider;
import org.onosproject.net.flow.FlowRuleProviderRegistry;
import org.onosproject.net.flow.FlowRuleProviderService;
import org.onosproject.net.flow.FlowRuleService;
import org.onosproject.net.flow.oldbatch.FlowRuleBatchEntry;
import org.onosproject.net.flow.oldbatch.FlowRuleBatchOperation;
import org.onosproject.net.provider.AbstractProvider;
import org.onosproject.openflow.controller.OpenFlowController;
import org.onosproject.openflow.controller.OpenFlowSwitch;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.projectfloodlight.openflow.protocol.OFBarrierRequest;
import org.projectfloodlight.openflow.protocol.OFFactory;
import org.projectfloodlight.openflow.protocol.OFFlowMod;
import org.projectfloodlight.openflow.protocol.OFMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Puts flow rules on switches and tells ONOS what became of them.
 *
 * <p>A batch is sent in one go: all flow-mods, then one barrier. It is complete when the barrier comes back.
 */
@Component(immediate = true)
public class OpenFlowRuleProvider extends AbstractProvider implements FlowRuleProvider {

    private static final long PATIENCE_SECONDS = 10; // as in a stock ONOS
    private static final Duration LONGEST_REPORT = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(OpenFlowRuleProvider.class);

    @Reference
    protected FlowRuleProviderRegistry registry;

    @Reference
    protected FlowRuleService flowRules;

    @Reference
    protected OpenFlowController controller;

    @Reference
    protected DriverService drivers;

    private final PendingBatches pending = new PendingBatches();
    private final RuleIndex index = new RuleIndex();
    private ScheduledExecutorService worker;
    private FailedRules failedRules;
    private SwitchAnswers answers;
    private Extensions extensions;
    private volatile FlowRuleProviderService service;

    /** Created by the component runtime. */
    public OpenFlowRuleProvider() {
        super(SwitchIds.PROVIDER);
    }

    @Activate
    protected void activate() {
        worker = Executors.newSingleThreadScheduledExecutor(Tools.groupedThreads("onos/of", "flow-outcome", LOG));
        failedRules = new FailedRules(flowRules);
        extensions = new DriverExtensions(drivers);
        service = registry.register(this);
        StatsPoller poller = new StatsPoller("flow-stats", FlowStatsRequests::all, LONGEST_REPORT,
                System::nanoTime);
        answers = new SwitchAnswers(this, controller, poller, flowRules, index, extensions);
        answers.start();
        worker.scheduleAtFixedRate(this::giveUpOverdue, 1, 1, TimeUnit.SECONDS);
        LOG.info("Started");
    }

    @Deactivate
    protected void deactivate() {
        answers.stop();
        registry.unregister(this);
        service = null;
        worker.shutdownNow();
        LOG.info("Stopped");
    }

    @Override
    public void applyFlowRule(FlowRule... rules) {
        for (FlowRule rule : rules) {
            apply(rule);
        }
    }

    @Override
    public void removeFlowRule(FlowRule... rules) {
        for (FlowRule rule : rules) {
            OpenFlowSwitch sw = connected(rule.deviceId());
            if (sw != null) {
                delete(sw.factory(), rule).ifPresent(sw::sendMsg);
            }
        }
    }

    @Override
    public void executeBatch(FlowRuleBatchOperation operation) {
        OpenFlowSwitch sw = connected(operation.deviceId());
        if (sw == null) {
            service.batchOperationCompleted(operation.id(), PendingBatch.lost(operation));
            return;
        }
        PendingBatch batch = new PendingBatch(operation);
        List<OFMessage> messages = new ArrayList<>();
        for (FlowRuleBatchEntry entry : operation.getOperations()) {
            encode(sw.factory(), entry, batch).ifPresent(message -> {
                batch.sends(message.getXid(), entry.target());
                messages.add(message);
            });
        }
        OFBarrierRequest barrier = sw.factory().barrierRequest();
        messages.add(barrier);
        pending.add(barrier.getXid(), batch, System.nanoTime());
        sw.sendMsg(messages);
    }

    private Optional<OFFlowMod> encode(OFFactory factory, FlowRuleBatchEntry entry, PendingBatch batch) {
        FlowRule rule = entry.target();
        try {
            switch (entry.operator()) {
                case ADD:
                    index.put(rule);
                    return Optional.of(FlowModEncoder.add(factory, rule, extensions));
                case MODIFY:
                    index.put(rule);
                    return Optional.of(FlowModEncoder.modify(factory, rule, extensions));
                default:
                    return delete(factory, rule);
            }
        } catch (UnsupportedRuleException e) {
            batch.refuse(rule, e.getMessage());
            return Optional.empty();
        }
    }

    /** Encodes a removal. A rule that cannot be encoded never went to a switch, so there is nothing to remove. */
    private static Optional<OFFlowMod> delete(OFFactory factory, FlowRule rule) {
        try {
            return Optional.of(FlowModEncoder.delete(factory, rule));
        } catch (UnsupportedRuleException e) {
            LOG.debug("Nothing to remove for {}: {}", rule, e.getMessage());
            return Optional.empty();
        }
    }

    private void apply(FlowRule rule) {
        OpenFlowSwitch sw = connected(rule.deviceId());
        if (sw == null) {
            return; // the next comparison finds it missing again
        }
        try {
            OFFlowMod message = FlowModEncoder.add(sw.factory(), rule, extensions);
            index.put(rule);
            pending.add(message.getXid(), rule, System.nanoTime());
            sw.sendMsg(message);
        } catch (UnsupportedRuleException e) {
            worker.execute(() -> failedRules.mark(ImmutableMap.of(rule, e.getMessage())));
        }
    }

    private OpenFlowSwitch connected(DeviceId device) {
        OpenFlowSwitch sw = controller.getSwitch(SwitchIds.dpid(device));
        return sw != null && sw.isConnected() ? sw : null;
    }

    /** A switch answered a message with an error. */
    void refused(long xid, String reason) {
        pending.refused(xid, reason)
                .filter(refusal -> !refusal.inBatch())
                .ifPresent(refusal -> worker.execute(
                        () -> failedRules.mark(ImmutableMap.of(refusal.rule(), reason))));
    }

    /** A switch has worked off everything before a barrier. */
    void finished(long barrierXid) {
        pending.finished(barrierXid).ifPresent(batch -> {
            Map<FlowRule, String> refused = batch.refused();
            if (refused.isEmpty()) {
                complete(batch);
            } else { // looks into the flow store: not on the thread that reads from the channel
                worker.execute(() -> {
                    failedRules.mark(refused);
                    complete(batch);
                });
            }
        });
    }

    private void complete(PendingBatch batch) {
        FlowRuleProviderService current = service;
        if (current != null) {
            current.batchOperationCompleted(batch.id(), batch.outcome());
        }
    }

    /** A switch is gone, and so is all that was under way to it. */
    void disconnected(DeviceId device) {
        index.remove(device);
        pending.giveUp(device).forEach(this::lose);
    }

    private void giveUpOverdue() {
        pending.giveUpBefore(System.nanoTime() - TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)).forEach(batch -> {
            LOG.warn("Batch {} for {} got no answer in {} s", batch.id(), batch.device(), PATIENCE_SECONDS);
            lose(batch);
        });
    }

    private void lose(PendingBatch batch) {
        FlowRuleProviderService current = service;
        if (current != null) {
            current.batchOperationCompleted(batch.id(), batch.lost());
        }
    }

    /** The service to report to, or null when this provider is being stopped. */
    FlowRuleProviderService service() {
        return service;
    }
}
