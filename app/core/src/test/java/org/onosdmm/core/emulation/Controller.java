/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.emulation;

import com.google.common.base.Ticker;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import org.onosdmm.api.Finding;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.MobilityEvent;
import org.onosdmm.core.engine.Audit;
import org.onosdmm.core.engine.EngineClock;
import org.onosdmm.core.engine.EnginePorts;
import org.onosdmm.core.engine.FabricEngine;
import org.onosdmm.core.engine.MobilityEngine;
import org.onosdmm.core.engine.Upkeep;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NetworkView;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.onos.config.DomainService;
import org.onosdmm.core.onos.dhcp.DhcpWatch;
import org.onosdmm.core.onos.mobility.Announcements;
import org.onosdmm.core.onos.mobility.ArpSearch;
import org.onosdmm.core.onos.mobility.CookieReasons;
import org.onosdmm.core.onos.mobility.Engines;
import org.onosdmm.core.onos.mobility.HostWatch;
import org.onosdmm.core.onos.mobility.Ownership;
import org.onosdmm.core.onos.mobility.PacketWatch;
import org.onosdmm.core.onos.packet.PacketEmitter;
import org.onosdmm.core.packet.ArpAnswers;
import org.onosdmm.core.packet.NdpAnswers;
import org.onosdmm.dataplane.Punt;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DefaultDevice;
import org.onosproject.net.DefaultPort;
import org.onosproject.net.Device;
import org.onosproject.net.DeviceId;
import org.onosproject.net.Host;
import org.onosproject.net.Port;
import org.onosproject.net.device.DeviceEvent;
import org.onosproject.net.device.DeviceListener;
import org.onosproject.net.device.DeviceServiceAdapter;
import org.onosproject.net.host.HostEvent;
import org.onosproject.net.host.HostListener;
import org.onosproject.net.host.HostServiceAdapter;
import org.onosproject.net.packet.DefaultInboundPacket;
import org.onosproject.net.packet.DefaultPacketContext;
import org.onosproject.net.packet.InboundPacket;
import org.onosproject.net.packet.OutboundPacket;
import org.onosproject.net.packet.PacketProcessor;
import org.onosproject.net.packet.PacketServiceAdapter;
import org.onosproject.net.provider.ProviderId;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * One run of the app: the engines, and around them the app's own listeners for packets and hosts on adapters of ONOS's
 * services. Once it is killed, nothing of it acts any more; what it left on switches and in stores stays.
 */
final class Controller implements Engines {

    private final Emulation net;
    private final MobilityEngine mobility;
    private final FabricEngine fabric;
    private final Upkeep upkeep;
    private final Audit audit;
    private final Announcements announcements;
    private final Packets packets = new Packets();
    private final Hosts hosts = new Hosts();
    private final Configuration configuration = new Configuration();
    private final Emitter emitter = new Emitter();
    private final Consumer<NetworkView> viewListener = this::observe;
    private Dhcp dhcp;
    private boolean alive = true;

    Controller(Emulation net) {
        this.net = net;
        EnginePorts ports = EnginePorts.builder().rules(net.control()).groups(net.control().groups())
                .packets(emitter).store(net.stores().nodes()).leases(net.stores().leases())
                .locators(net.stores().locators()).clock(new Clock()).build();
        mobility = new MobilityEngine(ports, node -> true, this::changed);
        announcements = new Announcements(mobility, emitter, ports.clock());
        fabric = new FabricEngine(ports, device -> true, net.feed()::isRemembered, mobility.counters());
        upkeep = new Upkeep(mobility, ports,
                (node, address) -> net.stores().grants().isGranted(node, address, mobility.now()));
        audit = new Audit(mobility, fabric, ports);
    }

    /** Starts in the order of the app's components. */
    void start() {
        net.feed().addListener(viewListener);
        configure();
        mobility.start();
        CookieReasons byCookie = new CookieReasons();
        new Watch(byCookie).activate();
        new HostFollower().activate();
        dhcp = new Dhcp(byCookie);
        dhcp.activate();
        net.clock().after(1_000 * net.domain().timers().router(), this::watchRouters);
    }

    /** Puts the present configuration in force. */
    void configure() {
        Optional<Domain> domain = Optional.of(net.domain());
        mobility.configure(domain);
        fabric.configure(domain);
        configuration.listeners.forEach(listener -> listener.accept(domain));
    }

    private void changed(MobilityEvent.Type type, NodeState before, NodeState after) {
        announcements.changed(type, (after == null ? before : after).node());
    }

    void announce() {
        announcements.repeat(node -> true);
    }

    private void observe(NetworkView view) {
        fabric.observe(view);
        mobility.observe(view);
    }

    void kill() {
        alive = false;
        net.feed().removeListener(viewListener);
    }

    boolean isAlive() {
        return alive;
    }

    @Override
    public MobilityEngine mobility() {
        return mobility;
    }

    @Override
    public FabricEngine fabric() {
        return fabric;
    }

    Upkeep upkeep() {
        return upkeep;
    }

    void audit() {
        audit.perform(net.control()::reported);
    }

    void askRouters() {
        for (Anchor anchor : net.domain().withUplink()) {
            anchor.uplinks().forEach(u -> emitter.send(new ConnectPoint(anchor.device(), u.port()),
                    u.address().isIp4() ? ArpAnswers.askRouter(anchor, u) : NdpAnswers.askRouter(anchor, u)));
        }
    }

    /** As the app does it: each router is asked again and again. */
    private void watchRouters() {
        if (alive) {
            net.domain().withUplink().stream().filter(a -> net.feed().view().isAvailable(a.device()))
                    .forEach(a -> net.feed().routerAsked(a.id()));
            askRouters();
            net.feed().reviewUplinks();
            net.clock().after(1_000 * net.domain().timers().router(), this::watchRouters);
        }
    }

    void packetIn(Punt punt) {
        if (alive) {
            InboundPacket packet = new DefaultInboundPacket(punt.at(), punt.frame().ethernet(), punt.frame().buffer(),
                    punt.rule().map(rule -> rule.id().value()));
            packets.processors.values().forEach(p -> p.process(new Context(net.clock().millis(), packet)));
        }
    }

    /** From now on ONOS's host service tells of whatever comes before any other has seen it: it has no delay at all. */
    void hasteHosts() {
        packets.addProcessor(context -> net.hostHeard(context.inPacket()), PacketProcessor.advisor(1));
    }

    void hostEvent(HostEvent event) {
        if (alive) {
            hosts.listeners.forEach(listener -> listener.event(event));
        }
    }

    private static final class Context extends DefaultPacketContext {
        Context(long time, InboundPacket packet) {
            super(time, packet, null, false);
        }

        @Override
        public void send() {
            throw new UnsupportedOperationException();
        }
    }

    /** The emulation's time, as long as this run lasts. */
    private final class Clock implements EngineClock {
        @Override
        public long micros() {
            return net.clock().micros();
        }

        @Override
        public void execute(Object key, Runnable task) {
            net.clock().execute(key, guarded(task));
        }

        @Override
        public void schedule(Object key, Duration delay, Runnable task) {
            net.clock().schedule(key, delay, guarded(task));
        }

        private Runnable guarded(Runnable task) {
            return () -> {
                if (alive) {
                    task.run();
                }
            };
        }
    }

    private final class Packets extends PacketServiceAdapter {
        private final ListMultimap<Integer, PacketProcessor> processors =
                MultimapBuilder.treeKeys().arrayListValues().build();

        @Override
        public void addProcessor(PacketProcessor processor, int priority) {
            processors.put(priority, processor);
        }

        @Override
        public void emit(OutboundPacket packet) {
            net.packetOut(packet);
        }
    }

    private static final class Hosts extends HostServiceAdapter {
        private final Set<HostListener> listeners = new LinkedHashSet<>();

        @Override
        public void addListener(HostListener listener) {
            listeners.add(listener);
        }

        @Override
        public Iterable<Host> getHosts() {
            return ImmutableList.of();
        }
    }

    private final class Configuration implements DomainService {
        private final Set<Consumer<Optional<Domain>>> listeners = new LinkedHashSet<>();

        @Override
        public Optional<Domain> domain() {
            return Optional.of(net.domain());
        }

        @Override
        public ImmutableList<Finding> findings() {
            return ImmutableList.of();
        }

        @Override
        public void addListener(Consumer<Optional<Domain>> listener) {
            listeners.add(listener);
        }

        @Override
        public void removeListener(Consumer<Optional<Domain>> listener) {
            listeners.remove(listener);
        }
    }

    private final Set<DeviceListener> deviceListeners = new LinkedHashSet<>();
    private final Set<ConnectPoint> downPorts = new LinkedHashSet<>();
    private final Set<DeviceId> portsUnread = new LinkedHashSet<>();

    private final class Emitter extends PacketEmitter {
        Emitter() {
            packetService = packets;
            domainService = configuration;
        }
    }

    private final class Watch extends PacketWatch {
        Watch(CookieReasons byCookie) {
            packetService = Controller.this.packets;
            engines = Controller.this;
            networkViews = net.feed();
            packets = emitter;
            reasons = byCookie;
            search = new Searching();
        }

        @Override
        protected long nanos() {
            return Controller.this.nanos();
        }
    }

    private long nanos() {
        return TimeUnit.MICROSECONDS.toNanos(net.clock().micros());
    }

    private final class Searching extends ArpSearch {
        Searching() {
            super(new Ticker() {
                @Override
                public long read() {
                    return nanos();
                }
            });
            engines = Controller.this;
            packets = emitter;
            deviceService = new Devices();
        }
    }

    /** Ends the leases whose time is over. */
    void expire() {
        dhcp.expireNow();
    }

    private final class Dhcp extends DhcpWatch {
        Dhcp(CookieReasons byCookie) {
            packetService = Controller.this.packets;
            engines = Controller.this;
            packets = emitter;
            reasons = byCookie;
            stores = net.stores();
            ownership = new Everything();
            search = new Searching();
        }

        @Override
        public void activate() {
            start(task -> new Clock().execute("dhcp", task), Controller.this::nanos);
        }

        void expireNow() {
            expire(net.clock().millis());
        }
    }

    /** This instance works for all. */
    private static final class Everything implements Ownership {
        @Override
        public boolean isMine(MobileNodeId node) {
            return true;
        }

        @Override
        public boolean isMine(DeviceId device) {
            return true;
        }

        @Override
        public void addListener(Runnable listener) {
            // nothing is ever gained
        }

        @Override
        public void removeListener(Runnable listener) {
            // there is none
        }
    }

    /** The switches as the controller sees them; a port that the data plane has not is down. */
    private final class Devices extends DeviceServiceAdapter {
        @Override
        public boolean isAvailable(DeviceId device) {
            return net.feed().view().isAvailable(device);
        }

        @Override
        public Port getPort(ConnectPoint port) {
            Device device = device(port.deviceId());
            boolean up = !portsUnread.contains(port.deviceId()) && !downPorts.contains(port);
            return new DefaultPort(device, port.port(), up);
        }

        @Override
        public List<Port> getPorts(DeviceId device) {
            return net.topology().edges().contains(device) ? net.topology().accessPorts(device).stream()
                    .map(this::getPort).collect(Collectors.toList()) : ImmutableList.of();
        }

        @Override
        public void addListener(DeviceListener listener) {
            deviceListeners.add(listener);
        }
    }

    private static Device device(DeviceId id) {
        return new DefaultDevice(ProviderId.NONE, id, Device.Type.SWITCH, "", "", "", "", null);
    }

    /** Notes that a port is down; ONOS tells of no host behind a switch that is silent. */
    void portDown(ConnectPoint port) {
        downPorts.add(port);
    }

    /** Tells of a switch that has come or gone; as in ONOS, all of its ports are down until they have been read. */
    void availabilityChanged(DeviceId device) {
        portsUnread.add(device);
        tell(DeviceEvent.Type.DEVICE_AVAILABILITY_CHANGED, device, null);
        if (net.feed().view().isAvailable(device)) {
            portsUnread.remove(device);
            new Devices().getPorts(device).forEach(port -> tell(DeviceEvent.Type.PORT_UPDATED, device, port));
        }
    }

    private void tell(DeviceEvent.Type type, DeviceId device, Port port) {
        deviceListeners.forEach(listener -> listener.event(
                new DeviceEvent(type, device(device), port, net.clock().millis())));
    }

    private final class HostFollower extends HostWatch {
        HostFollower() {
            hostService = hosts;
            engines = Controller.this;
            deviceService = new Devices();
        }
    }
}
