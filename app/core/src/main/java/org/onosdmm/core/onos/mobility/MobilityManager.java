/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import com.google.common.collect.ImmutableList;
import org.onosdmm.api.AddressGrant;
import org.onosdmm.api.AnchorInfo;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.Finding;
import org.onosdmm.api.FlowInfo;
import org.onosdmm.api.Handover;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.MobilityEvent;
import org.onosdmm.api.MobilityListener;
import org.onosdmm.api.MobilityService;
import org.onosdmm.api.NodeInfo;
import org.onosdmm.core.engine.Audit;
import org.onosdmm.core.engine.EnginePorts;
import org.onosdmm.core.engine.FabricEngine;
import org.onosdmm.core.engine.MobilityEngine;
import org.onosdmm.core.engine.Upkeep;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NetworkView;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.onos.config.DomainService;
import org.onosdmm.core.onos.network.NetworkViews;
import org.onosdmm.core.onos.packet.PacketsOut;
import org.onosdmm.core.onos.rules.SwitchRules;
import org.onosdmm.core.onos.store.Stores;
import org.onosdmm.core.uplink.UplinkNotices;
import org.onosproject.event.ListenerRegistry;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.FlowRule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs the engines and answers for them.
 */
@Component(immediate = true, service = {MobilityService.class, Engines.class})
public class MobilityManager extends ListenerRegistry<MobilityEvent, MobilityListener>
        implements MobilityService, Engines {

    private static final Duration UPKEEP = Duration.ofSeconds(5);
    private static final Duration ANNOUNCE = Duration.ofSeconds(1);
    private static final Duration AUDIT = Duration.ofSeconds(30);

    private final Logger log = LoggerFactory.getLogger(getClass());

    @Reference
    protected Stores stores;

    @Reference
    protected SwitchRules rules;

    @Reference
    protected PacketsOut packets;

    @Reference
    protected DomainService domainService;

    @Reference
    protected NetworkViews networkViews;

    @Reference
    protected Ownership ownership;

    @Reference
    protected Conflicts conflicts;

    private final Consumer<Optional<Domain>> domainListener = domain -> configure();
    private final Consumer<NetworkView> viewListener = this::observe;
    private final Runnable ownershipListener = this::resync;

    private Threads threads;
    private MobilityEngine mobility;
    private FabricEngine fabric;
    private Report report;
    private Announcements announcements;

    /** Starts. */
    @Activate
    public void activate() {
        threads = new Threads();
        EnginePorts ports = EnginePorts.builder().rules(rules).groups(rules.groups()).packets(packets)
                .store(stores.nodes()).leases(stores.leases()).locators(stores.locators()).clock(threads)
                .extensions(domainService.extensions()).uplinkRates(networkViews::uplinkRate).build();
        mobility = new MobilityEngine(ports, ownership::isMine, this::changed);
        fabric = new FabricEngine(ports, ownership::isMine, networkViews::isRemembered, mobility.counters());
        announcements = new Announcements(mobility, packets, threads);
        report = new Report(mobility, fabric, rules, stores.leases());
        networkViews.addListener(viewListener);
        domainService.addListener(domainListener);
        configure();
        ownership.addListener(ownershipListener);
        mobility.start();
        Upkeep upkeep = new Upkeep(mobility, ports, (node, address) ->
                stores.grants().isGranted(node, address, mobility.now()));
        Audit audit = new Audit(mobility, fabric, ports);
        threads.repeat(UPKEEP, upkeep::age);
        threads.repeat(ANNOUNCE, () -> announcements.repeat(ownership::isMine));
        threads.repeat(AUDIT, () -> audit.perform(rules::reported));
        log.info("Started");
    }

    /** Stops. Rules and states stay: only a deliberate deactivation takes the rules away. */
    @Deactivate
    public void deactivate() {
        ownership.removeListener(ownershipListener);
        domainService.removeListener(domainListener);
        networkViews.removeListener(viewListener);
        threads.stop();
        log.info("Stopped");
    }

    /** Takes what is in force now, whatever event says that there is something new. */
    private synchronized void configure() {
        Optional<Domain> domain = domainService.domain();
        mobility.configure(domain);
        fabric.configure(domain);
    }

    private void observe(NetworkView view) {
        Optional<Domain> before = mobility.domain();
        fabric.observe(view);
        mobility.observe(view);
        mobility.domain().ifPresent(domain -> tell(before.orElse(domain), domain));
    }

    private void tell(Domain before, Domain now) {
        Outages.changes(before, now, mobility.network(), mobility.states()).forEach(line -> log.info("{}", line));
        UplinkNotices.between(before, now, mobility.states()).forEach(packets::send);
    }

    private void resync() {
        fabric.resync();
        mobility.resync();
    }

    /** A node's own thread has handovers to do: it leaves the telling to another one, which keeps the order. */
    private void changed(MobilityEvent.Type type, NodeState before, NodeState after) {
        threads.execute(this, () -> tell(type, before, after));
    }

    private void tell(MobilityEvent.Type type, NodeState before, NodeState after) {
        NodeState subject = after == null ? before : after;
        if (type == MobilityEvent.Type.NODE_MOVED && after != null
                && before.binding().sequence() != after.binding().sequence()) {
            log.info("{} moved from {} to {} by {}", subject.node(), before.binding().current().poa(),
                    after.binding().current().poa(), after.binding().current().trigger());
        } else if (type == MobilityEvent.Type.NODE_ATTACHED) {
            log.info("{} attached to {} with {}", subject.node(), subject.binding().current().poa(),
                    subject.binding().addresses());
        } else if (type == MobilityEvent.Type.NODE_REMOVED) {
            log.info("{} is gone", subject.node());
        }
        announcements.changed(type, subject.node());
        if (!listeners.isEmpty()) {
            process(new MobilityEvent(type, report.describe(subject)));
        }
    }

    @Override
    public MobilityEngine mobility() {
        return mobility;
    }

    @Override
    public FabricEngine fabric() {
        return fabric;
    }

    @Override
    public ImmutableList<AnchorInfo> anchors() {
        return report.anchors();
    }

    @Override
    public ImmutableList<NodeInfo> nodes() {
        return report.nodes();
    }

    @Override
    public NodeInfo node(MobileNodeId id) {
        return report.describe(state(id));
    }

    @Override
    public ImmutableList<FlowRule> rules(MobileNodeId id) {
        return rules.asFlowRules(mobility.desired(state(id)));
    }

    @Override
    public ImmutableList<FlowRule> rules(DeviceId device) {
        return rules.asFlowRules(report.desired(device));
    }

    private NodeState state(MobileNodeId id) {
        return mobility.state(id).orElseThrow(() -> DmmException.notFound("node", id));
    }

    @Override
    public ImmutableList<FlowInfo> flows() {
        return report.flows();
    }

    @Override
    public ImmutableList<FlowInfo> flows(MobileNodeId id) {
        return mobility.state(id).map(report::flows).orElse(ImmutableList.of());
    }

    @Override
    public ImmutableList<AddressGrant> grants() {
        return stores.grants().all();
    }

    @Override
    public ImmutableList<Handover> handovers() {
        return mobility.handovers().handovers();
    }

    @Override
    public ImmutableList<ApplicationClass> classes() {
        return mobility.domain().map(d -> d.policy().classes().values().asList()).orElse(ImmutableList.of());
    }

    @Override
    public ImmutableList<Finding> check() {
        return ImmutableList.<Finding>builder().addAll(domainService.findings())
                .addAll(report.findings()).addAll(conflicts.findings()).build();
    }
}
