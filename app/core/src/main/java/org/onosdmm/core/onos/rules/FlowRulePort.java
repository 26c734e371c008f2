/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.onosdmm.core.compile.RuleCookie;
import org.onosdmm.core.engine.GroupPort;
import org.onosdmm.core.model.RuleKey;
import org.onosdmm.core.model.RuleSet;
import org.onosdmm.core.onos.AppId;
import org.onosdmm.core.onos.store.Stores;
import org.onosproject.core.ApplicationId;
import org.onosproject.core.CoreService;
import org.onosproject.net.DeviceId;
import org.onosproject.net.device.DeviceService;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.flow.FlowEntry;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.FlowRuleOperations;
import org.onosproject.net.flow.FlowRuleOperationsContext;
import org.onosproject.net.flow.FlowRuleService;
import org.onosproject.net.flow.IndexTableId;
import org.onosproject.net.flow.TableId;
import org.onosproject.net.flow.TrafficTreatment;
import org.onosproject.net.group.GroupService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Adds and removes flow rules through ONOS, and the groups that they take.
 */
@Component(immediate = true, service = SwitchRules.class)
public class FlowRulePort implements SwitchRules {

    /** ONOS gives a batch up after ten seconds; should it not say so, we do. */
    private static final long PATIENCE = 12_000;
    /** Rules in these states are in ONOS's store and not at the switch, or not for long. */
    private static final ImmutableSet<FlowEntry.FlowEntryState> GONE = ImmutableSet.of(
            FlowEntry.FlowEntryState.REMOVED, FlowEntry.FlowEntryState.PENDING_REMOVE,
            FlowEntry.FlowEntryState.FAILED);

    @Reference
    protected CoreService coreService;

    @Reference
    protected FlowRuleService flowRuleService;

    @Reference
    protected GroupService groupService;

    @Reference
    protected DeviceService deviceService;

    @Reference
    protected Stores stores;

    private final Logger log = LoggerFactory.getLogger(getClass());

    private ApplicationId appId;
    private OnosGroups groups;
    private PendingOperations pending;
    private volatile boolean withdrawn;

    /** Starts. */
    @Activate
    public void activate() {
        appId = coreService.registerApplication(AppId.NAME, this::withdraw);
        groups = new OnosGroups(groupService, appId);
        groups.start();
        pending = new PendingOperations(deviceService);
        pending.start();
    }

    /** Stops. */
    @Deactivate
    public void deactivate() {
        pending.stop();
        groups.stop();
    }

    /** The app is being deactivated on purpose: the switches are left as if it had never been there. */
    private void withdraw() {
        withdrawn = true;
        stores.survey().close();
        flowRuleService.removeFlowRulesById(appId);
        groups.withdraw(deviceService.getDevices());
        log.info("Withdrew all rules and groups");
    }

    @Override
    public GroupPort groups() {
        return groups;
    }

    @Override
    public CompletableFuture<Void> add(RuleSet rules) {
        FlowRuleOperations.Builder operations = FlowRuleOperations.builder();
        asFlowRules(rules).forEach(operations::add);
        return apply(rules, operations);
    }

    @Override
    public CompletableFuture<Void> remove(RuleSet rules) {
        FlowRuleOperations.Builder operations = FlowRuleOperations.builder();
        asFlowRules(rules).forEach(operations::remove);
        return apply(rules, operations);
    }

    private CompletableFuture<Void> apply(RuleSet rules, FlowRuleOperations.Builder operations) {
        if (rules.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        if (withdrawn) {
            return CompletableFuture.failedFuture(new IllegalStateException("the app is being deactivated"));
        }
        CompletableFuture<Void> done = new CompletableFuture<>();
        pending.add(rules.devices(), done);
        flowRuleService.apply(operations.build(new FlowRuleOperationsContext() {
            @Override
            public void onSuccess(FlowRuleOperations ops) {
                done.complete(null);
            }

            @Override
            public void onError(FlowRuleOperations ops) {
                done.completeExceptionally(new IllegalStateException("not confirmed: " + ops));
            }
        }));
        return done.orTimeout(PATIENCE, TimeUnit.MILLISECONDS);
    }

    @Override
    public Optional<Reading> reading(RuleKey rule) {
        FlowEntry entry = flowRuleService.getFlowEntry(flowRule(rule, DefaultTrafficTreatment.emptyTreatment()));
        return Optional.ofNullable(entry)
                .filter(e -> e.state() == FlowEntry.FlowEntryState.ADDED)
                .map(e -> Reading.of(e.packets(), e.lastSeen()));
    }

    @Override
    public ImmutableList<FlowRule> asFlowRules(RuleSet rules) {
        return rules.rules().entrySet().stream().map(e -> flowRule(e.getKey(), e.getValue()))
                .collect(ImmutableList.toImmutableList());
    }

    @Override
    public RuleSet confirmed(RuleSet rules) {
        Map<RuleKey, TrafficTreatment> confirmed = new LinkedHashMap<>();
        rules.rules().forEach((key, treatment) -> {
            FlowEntry entry = flowRuleService.getFlowEntry(flowRule(key, treatment));
            if (entry != null && entry.state() == FlowEntry.FlowEntryState.ADDED
                    && entry.treatment().equals(treatment)) {
                confirmed.put(key, treatment);
            }
        });
        return RuleSet.of(confirmed);
    }

    @Override
    public RuleSet confirmed(DeviceId device) {
        return entries(device, state -> state == FlowEntry.FlowEntryState.ADDED);
    }

    @Override
    public RuleSet reported(DeviceId device) {
        return entries(device, state -> !GONE.contains(state));
    }

    private RuleSet entries(DeviceId device, Predicate<FlowEntry.FlowEntryState> condition) {
        Map<RuleKey, TrafficTreatment> found = new LinkedHashMap<>();
        for (FlowEntry entry : flowRuleService.getFlowEntries(device)) {
            if (entry.appId() == appId.id() && condition.test(entry.state())) {
                found.put(RuleKey.of(device, table(entry), entry.priority(), entry.selector()), entry.treatment());
            }
        }
        return RuleSet.of(found);
    }

    private static int table(FlowEntry entry) {
        return entry.table().type() == TableId.Type.INDEX ? ((IndexTableId) entry.table()).id() : 0;
    }

    private FlowRule flowRule(RuleKey key, TrafficTreatment treatment) {
        return RuleCookie.flowRule(key, treatment, appId);
    }
}
