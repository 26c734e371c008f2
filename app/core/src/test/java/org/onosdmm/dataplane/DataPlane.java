/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.onosproject.core.ApplicationId;
import org.onosproject.core.GroupId;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.TrafficTreatment;
import org.onosproject.net.group.GroupDescription;
import org.onosproject.net.packet.OutboundPacket;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A network of OpenFlow switches for tests: build it with {@link #link} and {@link #attach}, give it rules with
 * {@link #apply(FlowMod)}, push packets in with {@link #inject} or {@link #packetOut}. Safe for use by several threads.
 */
public final class DataPlane {
    private final Map<DeviceId, OpenFlowSwitch> switches = new LinkedHashMap<>();
    private final Map<TestHost, SwitchPort> locations = new LinkedHashMap<>();
    private final List<Consumer<Punt>> punted = new CopyOnWriteArrayList<>();
    private final ControlLog log = new ControlLog();
    private final Faults faults = new Faults(this, this::device);

    /** Adds a switch; ports and links may name it without this. */
    public synchronized DataPlane addDevice(DeviceId device) {
        switches.computeIfAbsent(device, OpenFlowSwitch::new);
        return this;
    }

    /** Adds a port with nothing plugged in. */
    public synchronized DataPlane addPort(ConnectPoint port) {
        addDevice(port.deviceId());
        switches.get(port.deviceId()).addPort(port.port());
        return this;
    }

    /** Plugs a cable in between two ports, in place of what links were there. */
    public synchronized DataPlane link(ConnectPoint one, ConnectPoint other) {
        addPort(one).addPort(other);
        SwitchPort.link(port(one), port(other));
        return this;
    }

    /** Pulls the cable of a link. */
    public synchronized DataPlane unlink(ConnectPoint port) {
        port(port).unlink();
        return this;
    }

    /** Puts a host at a port, away from where it was before; there may be several at one port. */
    public synchronized DataPlane attach(TestHost host, ConnectPoint at) {
        detach(host);
        addPort(at);
        port(at).hosts().add(host);
        locations.put(host, port(at));
        return this;
    }

    /** Takes a host away from its port. */
    public synchronized DataPlane detach(TestHost host) {
        SwitchPort port = locations.remove(host);
        if (port != null) {
            port.hosts().remove(host);
        }
        return this;
    }

    /** Where a host is, if it is anywhere. */
    public synchronized Optional<ConnectPoint> location(TestHost host) {
        return Optional.ofNullable(locations.get(host)).map(SwitchPort::location);
    }

    /** Takes a port down or brings it up. A link is down where either end is. */
    public synchronized DataPlane setPort(ConnectPoint port, boolean up) {
        port(port).setUp(up);
        return this;
    }

    /** True if the port and the other end of its link are up. */
    public synchronized boolean isLive(ConnectPoint port) {
        return port(port).isLive();
    }

    /** All switches. */
    public synchronized Set<DeviceId> devices() {
        return Set.copyOf(switches.keySet());
    }

    /** What a test can make go wrong. */
    public Faults faults() {
        return faults;
    }

    /** What the switches were sent. */
    public ControlLog log() {
        return log;
    }

    /** Sends one flow-mod; throws {@link FlowModException} if the switch does not take it. */
    public synchronized void apply(FlowMod mod) {
        control(mod.deviceId(), mod, mod, () -> {
            if (faults.isRejected(mod)) {
                throw new FlowModException(FlowModException.Kind.REJECTED, mod.toString());
            }
            connected(mod.deviceId()).apply(mod);
        });
    }

    /** Adds rules, or changes those with the same table, priority and match. */
    public void add(FlowRule... rules) {
        for (FlowRule rule : rules) {
            apply(FlowMod.add(rule));
        }
    }

    /** Removes rules. */
    public void remove(FlowRule... rules) {
        for (FlowRule rule : rules) {
            apply(FlowMod.delete(rule));
        }
    }

    /** Adds a group, or gives it other buckets; throws {@link FlowModException} if the switch does not take it. */
    public synchronized void apply(GroupDescription group) {
        control(group.deviceId(), null, "PUT " + group, () -> connected(group.deviceId()).apply(group));
    }

    /** Removes a group and with it every rule that names it. */
    public synchronized void removeGroup(DeviceId device, GroupId group) {
        String text = "REMOVE group " + group + " of " + device;
        control(device, null, text, () -> connected(device).removeGroup(group.id()));
    }

    /** The numbers of the groups of a switch. */
    public synchronized Set<Integer> groups(DeviceId device) {
        return device(device).groups().all().keySet();
    }

    private void control(DeviceId device, FlowMod mod, Object text, Runnable message) {
        try {
            message.run();
            log.add(new ControlLog.Entry(device, mod, text, null));
        } catch (FlowModException e) {
            log.add(new ControlLog.Entry(device, mod, text, e.kind()));
            throw e;
        }
    }

    /** Whether the control channel of a switch works. */
    public synchronized boolean isConnected(DeviceId device) {
        return device(device).isConnected();
    }

    private OpenFlowSwitch connected(DeviceId id) {
        OpenFlowSwitch device = switches.get(id);
        if (device == null) {
            throw new FlowModException(FlowModException.Kind.UNKNOWN_DEVICE, id.toString());
        }
        if (!device.isConnected()) {
            throw new FlowModException(FlowModException.Kind.DISCONNECTED, id.toString());
        }
        return device;
    }

    /** A frame comes in by a port, from outside the network. */
    public Trace inject(ConnectPoint at, Frame frame) {
        return told(receive(at, frame));
    }

    /** A host sends a frame from where it is. */
    public Trace send(TestHost from, Frame frame) {
        return inject(location(from).orElseThrow(() -> new IllegalStateException(from + " is nowhere")), frame);
    }

    private synchronized Trace receive(ConnectPoint at, Frame frame) {
        return Forwarder.receive(port(at), frame);
    }

    /** Called with every packet-in from now on, when the packet that caused it has come to its end. */
    public void onPunt(Consumer<Punt> action) {
        punted.add(action);
    }

    private Trace told(Trace trace) {
        trace.punts().forEach(punt -> punted.forEach(action -> action.accept(punt)));
        return trace;
    }

    /** The controller sends a frame out, with output to TABLE through the tables (OpenFlow 1.3.5 section A.3.7). */
    public Trace packetOut(DeviceId device, TrafficTreatment treatment, Frame frame, PortNumber inPort) {
        return told(sendOut(device, treatment, frame, inPort));
    }

    private synchronized Trace sendOut(DeviceId device, TrafficTreatment treatment, Frame frame, PortNumber inPort) {
        OpenFlowSwitch sender = connected(device);
        TreatmentCheck.checkPacketOut(treatment, sender.groups()::has);
        return Forwarder.packetOut(sender, treatment, frame, inPort);
    }

    /**
     * The controller sends a frame out as ONOS's OpenFlow provider does: outputs only, anything else in the treatment
     * is refused here since the provider leaves it out without a word. Without an in-port it is CONTROLLER.
     */
    public Trace packetOut(OutboundPacket packet) {
        TreatmentCheck.checkOutputsOnly(packet.treatment());
        PortNumber inPort = packet.inPort() == null ? PortNumber.CONTROLLER : packet.inPort();
        return packetOut(packet.sendThrough(), packet.treatment(), Frame.of(packet.data().array()), inPort);
    }

    /** All rules of all switches. */
    public synchronized Collection<FlowRule> rules() {
        return switches.values().stream().flatMap(device -> device.tables().rules().stream()).map(InstalledRule::rule)
                .collect(Collectors.toList());
    }

    /** The rules of one switch. */
    public synchronized Collection<FlowRule> rules(DeviceId device) {
        return device(device).tables().rules().stream().map(InstalledRule::rule).collect(Collectors.toList());
    }

    /** The rules that carry the id of an app. */
    public List<FlowRule> rules(ApplicationId app) {
        return rules().stream().filter(rule -> rule.appId() == app.id()).collect(Collectors.toList());
    }

    /** The counters of the rule with this device, table, priority and match; nothing if it is not there. */
    public synchronized Optional<Counters> counters(FlowRule rule) {
        Match match = MatchCompiler.compile(rule.selector());
        FlowTable table = device(rule.deviceId()).tables().table(Rules.tableOf(rule));
        return Optional.ofNullable(table.get(match, rule.priority())).map(found -> found.counters().copy());
    }

    /** What a port has received. */
    public synchronized Counters received(ConnectPoint port) {
        return port(port).received().copy();
    }

    /** What a port has sent. */
    public synchronized Counters sent(ConnectPoint port) {
        return port(port).sent().copy();
    }

    /** Lets time pass; returns the rules whose hard timeout is over: they are gone. Idle timeouts are ONOS's affair. */
    public synchronized List<FlowRule> advance(Duration time) {
        return switches.values().stream().flatMap(device -> device.advance(time.toMillis()).stream())
                .map(InstalledRule::rule).collect(Collectors.toList());
    }

    /** What all tables hold now. Costs nothing for a switch that has not changed since the last one. */
    public synchronized Snapshot snapshot() {
        return new Snapshot(switches.values().stream()
                .collect(Collectors.toMap(OpenFlowSwitch::id, OpenFlowSwitch::state)));
    }

    /** Puts all tables back to what they held then, with counters at 0. Not logged: it is the test's doing. */
    public synchronized void restore(Snapshot snapshot) {
        snapshot.states().forEach((id, state) -> device(id).restore(state));
    }

    /** Hash of all table contents: equal if and only if every switch holds the same. */
    public String hash() {
        return snapshot().hash();
    }

    /** All table contents, for a person. */
    public String dump() {
        return snapshot().dump();
    }

    private OpenFlowSwitch device(DeviceId id) {
        OpenFlowSwitch device = switches.get(id);
        if (device == null) {
            throw new IllegalArgumentException("no switch " + id);
        }
        return device;
    }

    private SwitchPort port(ConnectPoint at) {
        SwitchPort port = device(at.deviceId()).port(at.port());
        if (port == null) {
            throw new IllegalArgumentException("no port " + at);
        }
        return port;
    }
}
