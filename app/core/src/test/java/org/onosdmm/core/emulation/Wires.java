/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.emulation;

import com.google.common.collect.ImmutableList;
import org.onosdmm.dataplane.DataPlane;
import org.onosdmm.dataplane.Delivery;
import org.onosdmm.dataplane.Frame;
import org.onosdmm.dataplane.TestHost;
import org.onosdmm.dataplane.Trace;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;
import org.onosproject.net.packet.OutboundPacket;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The switches and the links between them, in time: a packet takes a while on every link, so that it can be on its way
 * when rules change. A second data plane, with real links, answers what would become of a packet at this very moment.
 *
 * <p>Whatever a test is about, a packet that goes round in circles or leaves a switch with another size fails it.
 */
public final class Wires {

    /** Time on a link, us. */
    public static final long LINK = 50;
    private static final int MOST_HOPS = 40;

    private final DataPlane live = new DataPlane();
    private final DataPlane still = new DataPlane();
    private final VirtualClock clock;
    private final Map<ConnectPoint, ConnectPoint> links;
    private final Set<ConnectPoint> cut = new HashSet<>();
    private final Set<DeviceId> off = new HashSet<>();
    private final Map<TestHost, Consumer<Frame>> receivers = new HashMap<>();
    private final List<String> strays = new ArrayList<>();

    Wires(Topology topology, VirtualClock clock) {
        this.clock = clock;
        this.links = topology.links();
        topology.edges().forEach(this::device);
        topology.cores().forEach(this::device);
        links.forEach((one, other) -> {
            live.addPort(one);
            still.link(one, other);
        });
        for (int edge = 1; edge <= topology.edges().size(); edge++) {
            for (ConnectPoint port : List.of(topology.access(edge), topology.second(edge), topology.uplink(edge))) {
                live.addPort(port);
                still.addPort(port);
            }
        }
    }

    private void device(DeviceId device) {
        live.addDevice(device);
        still.addDevice(device);
    }

    /** The switches. */
    public DataPlane live() {
        return live;
    }

    /** Puts a host at a port, away from where it was. */
    void attach(TestHost host, ConnectPoint port, Consumer<Frame> receiver) {
        live.attach(host, port);
        still.attach(host, port);
        receivers.put(host, receiver);
    }

    /** Takes a host away. */
    void detach(TestHost host) {
        live.detach(host);
        still.detach(host);
    }

    /** A frame goes out to a switch. */
    public void send(ConnectPoint port, Frame frame) {
        clock.after(LINK, () -> {
            if (!cut.contains(port)) {
                arrive(port, frame, 0);
            }
        });
    }

    /** The controller sends a frame out. */
    void send(OutboundPacket packet) {
        forward(live.packetOut(packet), 0);
    }

    /** What would become of a frame now, if nothing changed while it was on its way. Leaves no trace in counters. */
    public Trace probe(ConnectPoint port, Frame frame) {
        still.restore(live.snapshot());
        return still.inject(port, frame);
    }

    /** The data plane with real links, for tests that try out other rules. */
    public DataPlane still() {
        return still;
    }

    /** Cuts a link or mends it; whoever is on it is lost. */
    public void setLink(ConnectPoint end, boolean up) {
        for (ConnectPoint port : List.of(end, links.get(end))) {
            if (up) {
                cut.remove(port);
            } else {
                cut.add(port);
            }
            notice(port);
        }
    }

    /** Takes the carrier from a port that leads outside, or gives it back. */
    void setCarrier(ConnectPoint port, boolean up) {
        if (up) {
            cut.remove(port);
        } else {
            cut.add(port);
        }
    }

    /** Switches a switch off or on: its neighbours see it. */
    void setPower(DeviceId device, boolean on) {
        if (on) {
            off.remove(device);
            live.faults().powerOn(device);
        } else {
            off.add(device);
            live.faults().powerOff(device);
        }
        links.forEach((end, other) -> {
            if (other.deviceId().equals(device)) {
                notice(end);
            }
        });
    }

    private void notice(ConnectPoint port) {
        boolean up = !cut.contains(port) && !off.contains(links.get(port).deviceId());
        live.setPort(port, up);
        still.setPort(port, up);
    }

    boolean isUp(ConnectPoint end) {
        return !cut.contains(end);
    }

    boolean hasPower(DeviceId device) {
        return live.faults().hasPower(device);
    }

    /** Packets that came to an access port where nobody is that they are addressed to. */
    public List<String> strays() {
        return ImmutableList.copyOf(strays);
    }

    private void arrive(ConnectPoint port, Frame frame, int hops) {
        if (hops > MOST_HOPS) {
            throw new AssertionError("a loop: " + frame + " at " + port);
        }
        forward(live.inject(port, frame), hops);
    }

    private void forward(Trace trace, int hops) {
        for (Delivery delivery : trace.deliveries()) {
            if (delivery.frame().length() != trace.frame().length()) {
                throw new AssertionError("a frame has changed its size\n" + trace);
            }
            ConnectPoint other = links.get(delivery.at());
            if (other != null) {
                clock.after(LINK, () -> {
                    if (!cut.contains(other)) {
                        arrive(other, delivery.frame(), hops + 1);
                    }
                });
            } else if (cut.contains(delivery.at())) {
                continue;
            } else if (delivery.receivers().isEmpty()) {
                strays.add(delivery.toString());
            } else {
                delivery.receivers().forEach(host -> receivers.get(host).accept(delivery.frame()));
            }
        }
    }
}
