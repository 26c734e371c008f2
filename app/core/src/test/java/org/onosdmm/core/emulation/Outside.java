/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.emulation;

import com.google.common.collect.ImmutableList;
import org.onlab.packet.ARP;
import org.onlab.packet.Ethernet;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Uplink;
import org.onosdmm.core.packet.NdpMessage;
import org.onosdmm.dataplane.Frame;
import org.onosdmm.dataplane.PacketBuilder;
import org.onosdmm.dataplane.Packets;
import org.onosdmm.dataplane.TestHost;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The world behind the uplinks: a router on each, and correspondents that any of them reaches. A packet into the domain
 * takes the uplink of the anchor that owns its address, the router having asked for the next hop by ARP.
 */
public final class Outside {
    private final Emulation net;
    private final Map<Integer, TestHost> routers = new TreeMap<>();
    private final Map<Integer, MacAddress> anchors = new HashMap<>();
    private final Map<Integer, MacAddress> anchors6 = new HashMap<>();
    private final Set<IpAddress> echoing = new HashSet<>();
    private final List<Heard> heard = new ArrayList<>();
    private final Set<Integer> silent = new HashSet<>();

    Outside(Emulation net) {
        this.net = net;
        for (Anchor anchor : net.domain().withUplink()) {
            TestHost router = TestHost.of("router" + anchor.number(), Topology.router(anchor.number()));
            routers.put(anchor.number(), router);
            net.wires().attach(router, net.topology().uplink(anchor.number()), frame -> receive(anchor, frame));
        }
    }

    /** A correspondent's address. */
    public static IpAddress address(int number) {
        return IpAddress.valueOf("203.0.113." + number);
    }

    /** A correspondent's IPv6 address. */
    public static IpAddress address6(int number) {
        return IpAddress.valueOf("2001:db8:cafe::" + number);
    }

    /** The router on the uplink of an edge. */
    public TestHost router(int edge) {
        return routers.get(edge);
    }

    /** From now on this correspondent sends every UDP packet back. */
    public void echo(IpAddress address) {
        echoing.add(address);
    }

    /** The routers ask for the anchors. */
    void askForAnchors() {
        for (Anchor anchor : net.domain().withUplink()) {
            Uplink uplink = anchor.uplink().get();
            net.wires().send(net.topology().uplink(anchor.number()), Packets.arpRequest(
                    Topology.router(anchor.number()), uplink.nextHop().getIp4Address(),
                    uplink.address().getIp4Address()));
            anchor.uplink6().ifPresent(u -> net.wires().send(net.topology().uplink(anchor.number()),
                    Packets.neighborSolicitation(Topology.router(anchor.number()), u.nextHop().getIp6Address(),
                            u.address().getIp6Address())));
        }
    }

    /** The MAC address that the anchor has answered with. */
    public MacAddress anchorMac(int edge) {
        return anchors.get(edge);
    }

    /** From now on the router on the uplink of an edge neither answers nor forwards; or it does again. */
    public void setSilent(int edge, boolean quiet) {
        if (quiet) {
            silent.add(edge);
        } else {
            silent.remove(edge);
        }
    }

    /** The number of the edge that the outside sends packets for this address to: the owner, or else its backup. */
    public int edgeFor(IpAddress inside) {
        Anchor owner = net.domain().anchors().values().stream()
                .filter(a -> a.owns(inside) || a.lends(inside))
                .findFirst().orElseThrow(() -> new IllegalArgumentException("no way to " + inside));
        return isDead(owner.number()) ? owner.uplink().flatMap(Uplink::backup).map(net.domain()::anchor)
                .orElse(owner).number() : owner.number();
    }

    private boolean isDead(int edge) {
        return silent.contains(edge) || !net.wires().isUp(net.topology().uplink(edge))
                || !net.wires().hasPower(net.topology().edge(edge));
    }

    /** A UDP packet as it arrives at the uplink of the edge that the outside would send it to. */
    public PacketBuilder udp(IpAddress from, int sourcePort, IpAddress to, int destinationPort, String text) {
        return udp(edgeFor(to), from, sourcePort, to, destinationPort, text);
    }

    /** A UDP packet as it arrives at the uplink of some edge. */
    public PacketBuilder udp(int edge, IpAddress from, int sourcePort, IpAddress to, int destinationPort,
                             String text) {
        return Packets.udp().eth(Topology.router(edge), (to.isIp4() ? anchors : anchors6).get(edge))
                .ip(from, to)
                .ports(sourcePort, destinationPort).payload(text);
    }

    /** A correspondent sends a UDP packet. */
    public void say(IpAddress from, int sourcePort, IpAddress to, int destinationPort, String text) {
        send(edgeFor(to), udp(from, sourcePort, to, destinationPort, text).build());
    }

    /** A frame comes in by an uplink. */
    public void send(int edge, Frame frame) {
        if (!silent.contains(edge)) {
            net.wires().send(net.topology().uplink(edge), frame);
        }
    }

    private void receive(Anchor anchor, Frame frame) {
        if (silent.contains(anchor.number())) {
            return;
        }
        Ethernet ethernet = frame.ethernet();
        if (ethernet.getPayload() instanceof ARP) {
            arp(anchor, (ARP) ethernet.getPayload());
            return;
        }
        Optional<NdpMessage> discovery = NdpMessage.in(ethernet);
        if (discovery.isPresent()) {
            ndp(anchor, discovery.get(), frame);
            return;
        }
        Heard one = new Heard(net.clock().micros(), anchor.number(), frame);
        heard.add(one);
        net.heard(one);
        if (echoing.contains(one.to())) {
            say(one.to(), frame.destinationPort(), one.from(), frame.sourcePort(), one.text());
        }
    }

    private void arp(Anchor anchor, ARP arp) {
        Uplink uplink = anchor.uplink().get();
        IpAddress sender = IpAddress.valueOf(IpAddress.Version.INET, arp.getSenderProtocolAddress());
        IpAddress target = IpAddress.valueOf(IpAddress.Version.INET, arp.getTargetProtocolAddress());
        MacAddress senderMac = MacAddress.valueOf(arp.getSenderHardwareAddress());
        if (sender.equals(uplink.address())) {
            anchors.put(anchor.number(), senderMac);
        }
        if (arp.getOpCode() == ARP.OP_REQUEST && target.equals(uplink.nextHop())) {
            net.wires().send(net.topology().uplink(anchor.number()), Packets.arpReply(
                    Topology.router(anchor.number()), target.getIp4Address(), senderMac, sender.getIp4Address()));
        }
    }

    private void ndp(Anchor anchor, NdpMessage message, Frame frame) {
        Uplink uplink = anchor.uplink6().get();
        if (message.kind() == NdpMessage.Kind.ADVERTISEMENT && message.target().equals(uplink.address())) {
            anchors6.put(anchor.number(), message.mac());
        }
        if (message.kind() == NdpMessage.Kind.SOLICITATION && message.target().equals(uplink.nextHop())) {
            net.wires().send(net.topology().uplink(anchor.number()), Packets.solicitedAdvertisement(
                    Topology.router(anchor.number()), message.target(), frame));
        }
    }

    /** What has come out of the domain, without ARP. */
    public List<Heard> heard() {
        return ImmutableList.copyOf(heard);
    }

    /** The last packet that has come out of the domain. */
    public Heard last() {
        if (heard.isEmpty()) {
            throw new AssertionError("nothing has come out of the domain");
        }
        return heard.get(heard.size() - 1);
    }

    /** Forgets what it has heard. */
    public void clear() {
        heard.clear();
    }
}
