/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import com.google.common.collect.ImmutableList;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.Locator;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.MobilityEvent;
import org.onosdmm.core.mobility.Evidence;
import org.onosdmm.core.mobility.Expectations;
import org.onosdmm.core.mobility.Handovers;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NetworkView;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.model.RuleSet;
import org.onosdmm.core.strategy.Extensions;
import org.onosdmm.core.uplink.InForce;
import org.onosproject.net.ConnectPoint;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * All mobile nodes of a domain. Takes what listeners report, hands it to the task of the node that it concerns, and
 * tells tasks when what they depend on has changed. Every method may be called from any thread and returns at once.
 */
public final class MobilityEngine {

    /** Hears of changes of nodes. */
    public interface Observer {

        /** A node's state has changed; {@code before} is null for a new node, {@code after} for a removed one. */
        void changed(MobilityEvent.Type type, NodeState before, NodeState after);
    }

    private final EnginePorts ports;
    private final Counters counters = new Counters();
    private final HandoverLog log = new HandoverLog();
    private final Owners owners = new Owners();
    private final NodeTasks tasks;
    private final SoughtPackets sought;
    private final Acquaintances acquaintances = new Acquaintances(this);
    private final NodeContext context;
    private final AnchorLoads loads;
    private final FlowEvents flows;

    private volatile Optional<Domain> asConfigured = Optional.empty();
    private volatile Optional<Domain> domain = Optional.empty();
    private volatile NetworkView network = NetworkView.EMPTY;
    private volatile long policySince;

    /**
     * An engine.
     *
     * @param ports what it needs of the world
     * @param mine whether this controller instance is the one that works for a node
     * @param observer hears of changes
     */
    public MobilityEngine(EnginePorts ports, Predicate<MobileNodeId> mine, Observer observer) {
        this.ports = ports;
        this.sought = new SoughtPackets(ports.packets(), ports.clock());
        this.context = new EngineContext(this, owners, mine, observer, sought, acquaintances);
        this.tasks = new NodeTasks(ports.clock(), node -> new NodeTask(node, ports, context));
        this.loads = new AnchorLoads(ports.uplinkRates());
        this.flows = new FlowEvents(this, ports.clock());
    }

    /** Takes over the nodes that the store knows. */
    public void start() {
        ImmutableList<NodeState> states = ImmutableList.copyOf(ports.store().all());
        states.forEach(state -> {
            owners.changed(state.node(), state);
            loads.changed(null, state);
            on(state.node(), task -> task.restore(state));
        });
        states.forEach(state -> state.peers().forEach(peer -> acquaintances.acquaint(peer, state.node())));
    }

    /** Puts a configuration, or none, in force. */
    public void configure(Optional<Domain> document) {
        if (!asConfigured.map(Domain::policy).equals(document.map(Domain::policy))) {
            policySince = ports.clock().millis();
        }
        asConfigured = document;
        putInForce();
        tasks.all().forEach(this::reconcile);
    }

    /** Whichever of configuration and network has come last. */
    private synchronized void putInForce() {
        domain = asConfigured.map(d -> InForce.of(d, network));
    }

    /** Takes a new view of the network. */
    public void observe(NetworkView view) {
        NetworkView before = network;
        network = view;
        putInForce();
        for (NodeTask task : tasks.all()) {
            ports.clock().execute(task.node(), () -> task.recheck(
                    task.installed().where(k -> before.isAvailable(k.device()) != view.isAvailable(k.device()))));
        }
    }

    /** Checks all nodes again, for instance after this instance has gained ownership of some. */
    public void resync() {
        tasks.all().forEach(this::reconcile);
    }

    /** A sign that a node is somewhere, and the packet that showed it if that waits for rules. */
    public void seen(Evidence evidence, Optional<HeldPacket> packet) {
        Optional<Domain> configured = domain;
        if (!configured.isPresent() || !isAccess(evidence.poa())) {
            return;
        }
        if (!tasks.knows(evidence.node()) && evidence.addresses().stream()
                .noneMatch(a -> configured.get().homeOf(a).isPresent())) {
            return;
        }
        on(evidence.node(), task -> task.claims().heard(evidence, packet));
    }

    /** A node has given an address back, or its time is over. */
    public void relinquished(MobileNodeId node, IpAddress address) {
        known(node, task -> Fitter.without(task, context, address));
    }

    /** A node was reported gone from a place. */
    public void gone(MobileNodeId node, ConnectPoint poa, long time) {
        known(node, task -> {
            task.change(state -> state != null && state.binding().current().poa().equals(poa)
                    ? Handovers.absent(state, time) : state);
            task.claims().vanished();
        });
    }

    /** A node is expected at a place within a window. */
    public void expect(MobileNodeId node, ConnectPoint poa, Duration window) {
        Optional<Anchor> edge = domain.flatMap(d -> d.anchorAt(poa.deviceId()));
        edge.ifPresent(anchor -> known(node, task -> {
            long now = ports.clock().millis();
            task.change(state -> state == null || state.binding().current().poa().equals(poa) ? state
                    : Expectations.expected(state, anchor, poa, ports.locators().fresh(anchor), now,
                            now + window.toMillis()));
            ports.clock().schedule(node, window, () -> task.change(state -> state == null ? null
                    : Expectations.aged(state, ports.clock().millis())));
        }));
    }

    /** What is heard of flows. */
    public FlowEvents flows() {
        return flows;
    }

    /** A packet arrived for a node that is away, or a copy of one for a node that is expected elsewhere. */
    public void arrivedInAbsence(IpAddress address, HeldPacket packet, boolean copied) {
        owners.of(address).ifPresent(node -> known(node, task -> task.rescue(packet, copied)));
    }

    /** A packet is for an address of which nothing has been heard yet: it waits until its holder is found. */
    public void sought(IpAddress address, HeldPacket packet) {
        if (!owners.of(address).isPresent()) {
            sought.keep(address, packet);
        }
    }

    /** A packet arrived at a place of a node that does not deliver yet, or not any more. */
    public void arrivedEarly(Locator place, IpAddress address, HeldPacket packet) {
        owners.of(address).ifPresent(node -> known(node, task -> task.early(place, packet)));
    }

    /** Two nodes of the domain talk with each other: from now on their packets take the direct path. */
    public void talk(MobileNodeId node, IpAddress with) {
        owners.of(with).ifPresent(other -> acquaintances.talk(node, other));
    }

    /** Releases all that a node holds. */
    public void remove(MobileNodeId node) {
        known(node, task -> task.remove().exceptionally(e -> {
            counters.failed("store", e);
            return null;
        }));
    }

    /** The node that holds an address. */
    public Optional<MobileNodeId> holder(IpAddress address) {
        return owners.of(address);
    }

    /** The node that an anchor has lent an address to. */
    public Optional<NodeState> borrower(IpAddress outside) {
        return owners.borrower(outside).flatMap(this::state).filter(state -> state.lent(outside).isPresent());
    }

    /** The state of a node. */
    public Optional<NodeState> state(MobileNodeId node) {
        return tasks.of(node).map(NodeTask::state);
    }

    /** The states of all nodes, by MAC address. */
    public ImmutableList<NodeState> states() {
        return tasks.all().stream().map(NodeTask::state).filter(s -> s != null)
                .sorted((a, b) -> a.node().compareTo(b.node())).collect(ImmutableList.toImmutableList());
    }

    /** The rules that a node's state asks for, over all switches that are connected; none if the node is gone. */
    public RuleSet desired(NodeState state) {
        return tasks.of(state.node()).map(task -> task.compile(state)).orElse(RuleSet.EMPTY);
    }

    /** Strategies and steps of classification that there are. */
    Extensions extensions() {
        return ports.extensions();
    }

    /** What anchors and edges carry. */
    AnchorLoads loads() {
        return loads;
    }

    /** The time by which everything here begins and ends, ms since the epoch. */
    public long now() {
        return ports.clock().millis();
    }

    /** Since when the policy is in force, ms since the epoch. */
    long policySince() {
        return policySince;
    }

    /** A locator of an edge that was not in use for long. */
    Locator freshLocator(Anchor edge) {
        return ports.locators().fresh(edge);
    }

    /** The tasks, for those who look after them. */
    NodeTasks tasks() {
        return tasks;
    }

    /** What nodes depend on. */
    NodeContext context() {
        return context;
    }

    /** The configuration in force, with whoever stands in for an anchor now. */
    public Optional<Domain> domain() {
        return domain;
    }

    /** The network as it is. */
    public NetworkView network() {
        return network;
    }

    /** The log of handovers. */
    public HandoverLog handovers() {
        return log;
    }

    /** Packets that were kept for a node that was away, and then dropped. */
    public long rescueDropped() {
        return context.rescued().dropped();
    }

    /** What went wrong and what was refused. */
    public Counters counters() {
        return counters;
    }

    /** Whether nodes can attach at this port: it belongs to an edge, and leads neither outside nor to a switch. */
    public boolean isAccess(ConnectPoint port) {
        return domain.filter(d -> d.anchorAt(port.deviceId()).isPresent() && !d.isUplink(port)).isPresent()
                && !network.isFabric(port);
    }

    void on(MobileNodeId node, Consumer<NodeTask> action) {
        tasks.on(node, action);
    }

    void known(MobileNodeId node, Consumer<NodeTask> action) {
        tasks.known(node, action);
    }

    /** Has the rules of a node compared again, because something that they depend on has changed. */
    void reconcile(MobileNodeId node) {
        known(node, NodeTask::reconcile);
    }

    private void reconcile(NodeTask task) {
        ports.clock().execute(task.node(), task::reconcile);
    }
}
