/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.emulation;

import com.google.common.collect.ImmutableList;
import org.onlab.packet.ARP;
import org.onlab.packet.Ethernet;
import org.onlab.packet.Ip4Address;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.packet.NdpMessage;
import org.onosdmm.dataplane.Frame;
import org.onosdmm.dataplane.PacketBuilder;
import org.onosdmm.dataplane.Packets;
import org.onosdmm.dataplane.TestHost;
import org.onosproject.net.ConnectPoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A host inside the domain: it moves, announces itself, answers ARP requests for its addresses, and hears. */
public final class Station {
    private final Emulation net;
    private final MacAddress mac;
    private final List<IpAddress> addresses;
    private final Autoconfiguration autoconfiguration;
    private final TestHost host;
    private final List<Heard> heard = new ArrayList<>();
    private final List<Frame> arp = new ArrayList<>();
    private boolean silent;

    Station(Emulation net, String name, MacAddress mac, List<IpAddress> addresses) {
        this.net = net;
        this.mac = mac;
        this.addresses = new ArrayList<>(addresses);
        this.autoconfiguration = new Autoconfiguration(net.clock(), mac, this::send);
        this.host = TestHost.of(name, mac);
    }

    /** Its name in the domain. */
    public MobileNodeId id() {
        return MobileNodeId.of(mac);
    }

    /** Its MAC address. */
    public MacAddress mac() {
        return mac;
    }

    /** Its first address. */
    public IpAddress address() {
        return addresses.isEmpty() ? autoconfiguration.preferred() : addresses.get(0);
    }

    /** All its addresses. */
    public ImmutableList<IpAddress> addresses() {
        return ImmutableList.<IpAddress>builder().addAll(addresses).addAll(autoconfiguration.valid()).build();
    }

    /** What it has made of announced prefixes. */
    public Autoconfiguration autoconfiguration() {
        return autoconfiguration;
    }

    /** Asks for routers, and from now on makes itself addresses of what they announce. */
    public void solicit() {
        autoconfiguration.wanted();
        send(Packets.routerSolicitation(mac, Domain.linkLocal(mac)));
    }

    /** As the data plane knows it. */
    public TestHost host() {
        return host;
    }

    /** Where it is. */
    public Optional<ConnectPoint> location() {
        return net.wires().live().location(host);
    }

    /** From now on it is here; nobody is told. */
    public Station at(ConnectPoint port) {
        net.wires().attach(host, port, this::receive);
        return this;
    }

    /** From now on it is nowhere. */
    public Station leave() {
        net.wires().detach(host);
        return this;
    }

    /** It does not answer any more, not even to ARP. */
    public Station silent() {
        silent = true;
        return this;
    }

    /** One gratuitous ARP (RFC 5227, section 3) or unsolicited advertisement for each address. */
    public Station announce() {
        addresses().forEach(address -> send(address.isIp4() ? Packets.gratuitousArp(mac, address.getIp4Address())
                : Packets.neighborAdvertisement(mac, address.getIp6Address())));
        return this;
    }

    /** Asks for an address. */
    public void ask(IpAddress target) {
        send(target.isIp4() ? Packets.arpRequest(mac, address().getIp4Address(), target.getIp4Address())
                : Packets.neighborSolicitation(mac, Domain.linkLocal(mac), target.getIp6Address()));
    }

    /** Sends a frame; lost if it is nowhere. */
    public void send(Frame frame) {
        location().ifPresent(port -> net.wires().send(port, frame));
    }

    /** A UDP packet from its first address by way of the gateway. */
    public PacketBuilder udp(IpAddress to, int sourcePort, int destinationPort, String text) {
        return Packets.udp().eth(mac, net.domain().gatewayMac()).ip(address(), to)
                .ports(sourcePort, destinationPort).payload(text);
    }

    /** A TCP segment from its first address by way of the gateway. */
    public PacketBuilder tcp(IpAddress to, int sourcePort, int destinationPort, String text) {
        return Packets.tcp().eth(mac, net.domain().gatewayMac()).ip(address(), to)
                .ports(sourcePort, destinationPort).payload(text);
    }

    /** Sends a UDP packet from its first address by way of the gateway. */
    public void say(IpAddress to, int sourcePort, int destinationPort, String text) {
        send(udp(to, sourcePort, destinationPort, text).build());
    }

    private void receive(Frame frame) {
        Ethernet ethernet = frame.ethernet();
        if (ethernet.getPayload() instanceof ARP) {
            arp.add(frame);
            answer((ARP) ethernet.getPayload());
        } else if (autoconfiguration.hear(frame)) {
            NdpMessage.in(ethernet).ifPresent(message -> answer(message, frame));
        } else {
            Heard one = new Heard(net.clock().micros(), 0, frame);
            heard.add(one);
            net.heard(one);
        }
    }

    private void answer(ARP request) {
        IpAddress target = IpAddress.valueOf(IpAddress.Version.INET, request.getTargetProtocolAddress());
        if (!silent && request.getOpCode() == ARP.OP_REQUEST && addresses.contains(target)) {
            send(Packets.arpReply(mac, target.getIp4Address(), MacAddress.valueOf(request.getSenderHardwareAddress()),
                    Ip4Address.valueOf(request.getSenderProtocolAddress())));
        }
    }

    private void answer(NdpMessage question, Frame frame) {
        if (silent || !addresses().contains(question.target())) {
            return;
        }
        if (question.kind() == NdpMessage.Kind.SOLICITATION) {
            send(Packets.solicitedAdvertisement(mac, question.target(), frame));
        } else if (question.kind() == NdpMessage.Kind.DUPLICATE_DETECTION) {
            send(Packets.neighborAdvertisement(mac, question.target()));
        }
    }

    /** What it has heard, without ARP and neighbour discovery. */
    public List<Heard> heard() {
        return ImmutableList.copyOf(heard);
    }

    /** What ARP packets it has heard. */
    public List<Frame> arp() {
        return ImmutableList.copyOf(arp);
    }

    /** The texts that it has heard. */
    public List<String> texts() {
        return heard.stream().map(Heard::text).collect(ImmutableList.toImmutableList());
    }

    /** Forgets what it has heard. */
    public void clear() {
        heard.clear();
        arp.clear();
    }

    @Override
    public String toString() {
        return host.name();
    }
}
