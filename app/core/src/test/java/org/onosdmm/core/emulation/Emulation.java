/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.emulation;

import com.google.common.collect.ImmutableSet;
import org.onlab.packet.ARP;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onlab.packet.VlanId;
import org.onosdmm.api.Binding;
import org.onosdmm.api.Handover;
import org.onosdmm.core.compile.NodeCompiler;
import org.onosdmm.core.engine.FabricEngine;
import org.onosdmm.core.engine.MobilityEngine;
import org.onosdmm.core.engine.Upkeep;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.model.RuleSet;
import org.onosdmm.dataplane.FlowModException;
import org.onosdmm.dataplane.Punt;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DefaultHost;
import org.onosproject.net.DeviceId;
import org.onosproject.net.HostId;
import org.onosproject.net.HostLocation;
import org.onosproject.net.host.HostEvent;
import org.onosproject.net.packet.InboundPacket;
import org.onosproject.net.packet.OutboundPacket;
import org.onosproject.net.provider.ProviderId;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A network with the app at work in it, in virtual time. */
public final class Emulation {

    private static final ProviderId HOSTS = new ProviderId("of", "org.onosdmm.emulation");

    private final VirtualClock clock = new VirtualClock();
    private final Topology topology;
    private final Wires wires;
    private final SwitchControl control;
    private final MemoryStores stores;
    private final NetworkFeed feed;
    private final List<Consumer<Heard>> hearers = new ArrayList<>();
    private final Outside outside;
    private Domain domain;
    private Predicate<Punt> lost = punt -> false;
    private Controller controller;
    private int packetIns;

    private Emulation(Topology topology) {
        this.topology = topology;
        this.domain = topology.domain();
        this.wires = new Wires(topology, clock);
        this.control = new SwitchControl(wires.live(), clock);
        this.stores = new MemoryStores(clock);
        this.feed = new NetworkFeed(topology, wires, clock, this::domain);
        this.outside = new Outside(this);
        wires.live().onPunt(this::punted);
        feed.refresh();
        controller = new Controller(this);
        controller.start();
        run(50);
        outside.askForAnchors();
        controller.askRouters();
        run(50);
    }

    /** The network {@code campus}, running, its routers known. */
    public static Emulation campus() {
        return new Emulation(Topology.campus());
    }

    /** From now on the drivers of the switches know no extensions. */
    public void useNoExtensions() {
        feed.useNoExtensions();
    }

    /** Some network, running, its routers known. */
    public static Emulation of(Topology topology) {
        return new Emulation(topology);
    }

    /** A host that is nowhere yet. */
    public Station station(String name, String... addresses) {
        List<IpAddress> own = Stream.of(addresses).map(IpAddress::valueOf).collect(Collectors.toList());
        return new Station(this, name, mac(own.get(0).toOctets()), own);
    }

    private static MacAddress mac(byte[] address) {
        int host = ByteBuffer.wrap(address, address.length - Integer.BYTES, Integer.BYTES).getInt();
        int subnet = address.length == Integer.BYTES ? 0 : ByteBuffer.wrap(address).getInt(Integer.BYTES) << Short.SIZE;
        return MacAddress.valueOf(0x0200_0000_0000L | Integer.toUnsignedLong(host ^ subnet));
    }

    /** A host without an address, that makes itself one of the announced prefix; at the access point of an edge. */
    public Station newcomer(String name, MacAddress mac, int edge) {
        Station station = new Station(this, name, mac, List.of()).at(topology.access(edge));
        station.solicit();
        run(20);
        return station;
    }

    /** A host at the access point of an edge, announced and bound. */
    public Station station(String name, int edge, String... addresses) {
        Station station = station(name, addresses).at(topology.access(edge)).announce();
        run(20);
        assertEquals(topology.access(edge), binding(station).current().poa());
        return station;
    }

    /** Two-way UDP between a host and a correspondent outside; not started. */
    public Conversation converse(Station station, int localPort, IpAddress remote, int remotePort) {
        return new Conversation(this, station, localPort, remote, remotePort);
    }

    /** Lets time pass, ms. */
    public void run(long millis) {
        clock.run(Duration.ofMillis(millis));
    }

    /** Lets time pass, us. */
    public void runMicros(long micros) {
        clock.run(Duration.ofNanos(micros * 1000));
    }

    /** Lets so much time pass that every handover is over. */
    public void settle() {
        run(6_000);
    }

    /** Upkeep as the app does it every five seconds, for this long, s. */
    public void age(int seconds) {
        for (int second = 0; second < seconds; second += 5) {
            controller.upkeep().age();
            controller.announce();
            run(5_000);
        }
    }

    /** Ends the DHCP leases whose time is over, as the app does every five seconds. */
    public void expire() {
        controller.expire();
        run(100);
    }

    /** The audit that the app does every half minute. */
    public void audit() {
        beginAudit();
        run(2_100);
    }

    /** The first look of the audit; the second one comes as time goes on. */
    public void beginAudit() {
        controller.audit();
    }

    private void punted(Punt punt) {
        if (!isAnswerOfRouter(punt)) {
            packetIns++;
        }
        if (!lost.test(punt)) {
            clock.after(SwitchControl.CHANNEL, () -> controller.packetIn(punt));
        }
    }

    private boolean isAnswerOfRouter(Punt punt) {
        return punt.frame().ethernet().getPayload() instanceof ARP && domain.withUplink().stream().anyMatch(
                a -> punt.at().equals(new ConnectPoint(a.device(), a.uplink().get().port())));
    }

    /** From now on these packets do not reach the controller. */
    public void losePackets(Predicate<Punt> which) {
        lost = which;
    }

    void packetOut(OutboundPacket packet) {
        clock.after(SwitchControl.CHANNEL, () -> {
            try {
                wires.send(packet);
            } catch (FlowModException e) {
                if (e.kind() != FlowModException.Kind.DISCONNECTED) {
                    throw e;
                }
            }
        });
    }

    /** The controller dies where it stands and starts again from what is stored. */
    public void restart() {
        kill();
        start();
    }

    /** The controller dies where it stands. */
    public void kill() {
        controller.kill();
    }

    /** A new controller starts from what is stored. */
    public void start() {
        feed.remember();
        controller = new Controller(this);
        controller.start();
    }

    /**
     * A new controller starts from what is stored, and knows no switch as long as it has not connected: see {@link
     * #setConnected}.
     */
    public void startWithoutSwitches() {
        feed.restart();
        start();
    }

    /** Puts another configuration in force. */
    public void configure(Domain other) {
        domain = other;
        feed.refresh();
        controller.configure();
    }

    /** Cuts the control channel of a switch or restores it, and the controller notices. */
    public void setConnected(DeviceId device, boolean connected) {
        if (connected) {
            wires.live().faults().reconnect(device);
        } else {
            wires.live().faults().disconnect(device);
        }
        feed.available(device, connected);
        controller.availabilityChanged(device);
    }

    /** A port goes down behind a switch that is silent: nobody hears of it before the switch is back. */
    public void portDownUnheard(ConnectPoint port) {
        controller.portDown(port);
    }

    /** Switches a switch off or on again, with empty tables, and the controller notices. */
    public void setPower(DeviceId device, boolean on) {
        wires.setPower(device, on);
        feed.available(device, on);
    }

    /** Cuts the uplink of an edge or mends it, and both ends notice. */
    public void setUplink(int edge, boolean up) {
        wires.setCarrier(topology.uplink(edge), up);
        feed.refresh();
    }

    /** Cuts a link or mends it, and the controller notices. */
    public void setLink(ConnectPoint end, boolean up) {
        wires.setLink(end, up);
        feed.refresh();
    }

    /** ONOS's host service says that a host is at a place since a time, ms. */
    public void hostSeen(HostEvent.Type type, Station station, ConnectPoint place, long time) {
        controller.hostEvent(event(type, station.mac(), Set.copyOf(station.addresses()),
                new HostLocation(place, time)));
    }

    /** From now on ONOS's host service tells of every packet that the controller is shown, as soon as it can. */
    public void hasteHosts() {
        controller.hasteHosts();
    }

    void hostHeard(InboundPacket packet) {
        controller.hostEvent(event(HostEvent.Type.HOST_MOVED, packet.parsed().getSourceMAC(), Set.of(),
                new HostLocation(packet.receivedFrom(), clock.millis())));
    }

    private HostEvent event(HostEvent.Type type, MacAddress mac, Set<IpAddress> addresses, HostLocation place) {
        return new HostEvent(type, new DefaultHost(HOSTS, HostId.hostId(mac), mac, VlanId.NONE, place, addresses),
                clock.millis());
    }

    void heard(Heard heard) {
        new ArrayList<>(hearers).forEach(hearer -> hearer.accept(heard));
    }

    void onHeard(Consumer<Heard> hearer) {
        hearers.add(hearer);
    }

    /** Asserts that the switches hold what the states of all nodes ask for, no more and no less. */
    public void assertExact() {
        RuleSet desired = desired();
        RuleSet reported = control.reported();
        assertEquals("", desired.minus(reported).dump(), "rules that the switches should hold and do not");
        assertEquals("", reported.minus(desired).dump(), "rules that the switches hold and should not");
        for (DeviceId device : wires.live().devices()) {
            assertEquals(groups(device), wires.live().groups(device), "groups of " + device);
        }
    }

    /** The numbers of the groups that a switch should hold. */
    public Set<Integer> groups(DeviceId device) {
        return fabric().protections(device).stream().flatMap(p -> p.groups().keySet().stream())
                .collect(Collectors.toSet());
    }

    /** What the switches should hold: compiled from scratch. */
    public RuleSet desired() {
        return RuleSet.union(Stream.concat(wires.live().devices().stream().map(fabric()::desired),
                mobility().states().stream().map(this::desired)));
    }

    private RuleSet desired(NodeState state) {
        return mobility().domain().map(inForce -> NodeCompiler.compile(inForce, mobility().network(), state,
                state.peers().stream().flatMap(peer -> mobility().state(peer).stream())
                        .map(peer -> peer.binding().current().edge()).filter(inForce.anchors()::containsKey)
                        .collect(ImmutableSet.toImmutableSet()))
                .where(key -> mobility().network().isAvailable(key.device()))).orElse(RuleSet.EMPTY);
    }

    /** The address that an anchor has lent to a host. */
    public IpAddress leased(Station station, int edge) {
        return state(station).lease(Topology.anchor(domain, edge).id(), station.address())
                .orElseThrow(() -> new AssertionError(station + " has no lease at edge " + edge)).outside();
    }

    /** The state of a host's binding. */
    public NodeState state(Station station) {
        return mobility().state(station.id()).orElseThrow(() -> new AssertionError(station + " is not bound"));
    }

    /** Where the controller believes a host to be. */
    public Binding binding(Station station) {
        return state(station).binding();
    }

    /** The records of a host's handovers. */
    public List<Handover> handovers(Station station) {
        return mobility().handovers().handovers().stream().filter(h -> h.node().equals(station.id()))
                .collect(Collectors.toList());
    }

    /** Number of packets that the switches have shown to the controller, without ARP at uplinks. */
    public int packetIns() {
        return packetIns;
    }

    /** The engine for nodes. */
    public MobilityEngine mobility() {
        return controller.mobility();
    }

    /** The engine for switches. */
    public FabricEngine fabric() {
        return controller.fabric();
    }

    /** Upkeep. */
    public Upkeep upkeep() {
        return controller.upkeep();
    }

    /** Time. */
    public VirtualClock clock() {
        return clock;
    }

    /** The shape of the network. */
    public Topology topology() {
        return topology;
    }

    /** The configuration in force. */
    public Domain domain() {
        return domain;
    }

    /** Switches and links. */
    public Wires wires() {
        return wires;
    }

    /** The control channels. */
    public SwitchControl control() {
        return control;
    }

    /** What outlives a controller. */
    public MemoryStores stores() {
        return stores;
    }

    /** The world outside. */
    public Outside outside() {
        return outside;
    }

    NetworkFeed feed() {
        return feed;
    }
}
