/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.emulation;

import org.onlab.packet.ARP;
import org.onlab.packet.DHCP;
import org.onlab.packet.DHCP.MsgType;
import org.onlab.packet.IPacket;
import org.onlab.packet.IPv6;
import org.onlab.packet.Ip4Address;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onlab.packet.UDP;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.core.dhcp.ClientFrame;
import org.onosdmm.dataplane.Frame;
import org.onosdmm.dataplane.Packets;
import org.onosdmm.dataplane.TestHost;
import org.onosproject.net.ConnectPoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A host that has no address but what it gets by DHCP. */
public final class DhcpClient {

    private final Emulation net;
    private final MacAddress mac;
    private final TestHost host;
    private final List<DHCP> answers = new ArrayList<>();
    private final List<Frame> heard = new ArrayList<>();
    private Optional<IpAddress> address = Optional.empty();

    /** A client that is nowhere yet. */
    public DhcpClient(Emulation net, int number) {
        this.net = net;
        this.mac = MacAddress.valueOf(0x0200_0000_0000L + number);
        this.host = TestHost.of("client" + number, mac);
    }

    /** From now on it is here; nobody is told. */
    public DhcpClient at(ConnectPoint port) {
        net.wires().attach(host, port, this::receive);
        return this;
    }

    /** Its name in the domain. */
    public MobileNodeId id() {
        return MobileNodeId.of(mac);
    }

    /** Its MAC address. */
    public MacAddress mac() {
        return mac;
    }

    /** The address that it has. */
    public IpAddress address() {
        return address.get();
    }

    /** Whether it has an address. */
    public boolean hasAddress() {
        return address.isPresent();
    }

    /** What DHCP servers have told it. */
    public List<DHCP> answers() {
        return answers;
    }

    /** What else it has heard; it is deaf to IPv6. */
    public List<Frame> heard() {
        return heard;
    }

    /** Gets an address as a host does that comes up. */
    public DhcpClient start() {
        send(ClientFrame.of(mac, MsgType.DHCPDISCOVER));
        net.run(10);
        DHCP offer = last(MsgType.DHCPOFFER);
        send(ClientFrame.of(mac, MsgType.DHCPREQUEST).asking(yours(offer)).server(server(offer)));
        net.run(20);
        return this;
    }

    /** Asks whether it may go on with its address here (INIT-REBOOT). */
    public DhcpClient reboot() {
        send(ClientFrame.of(mac, MsgType.DHCPREQUEST).asking(address.get().toString()));
        net.run(20);
        return this;
    }

    /** Asks the server that gave its address to go on with it. */
    public DhcpClient renew() {
        send(unicast(MsgType.DHCPREQUEST));
        net.run(20);
        return this;
    }

    /** Asks any server to go on with its address. */
    public DhcpClient rebind() {
        send(ClientFrame.of(mac, MsgType.DHCPREQUEST).own(address.get().toString()));
        net.run(20);
        return this;
    }

    /** Gives its address back. */
    public void release() {
        send(unicast(MsgType.DHCPRELEASE).server(gateway()));
        address = Optional.empty();
        net.run(20);
    }

    /** Finds that its address is in use. */
    public void decline() {
        send(ClientFrame.of(mac, MsgType.DHCPDECLINE).asking(address.get().toString()).server(gateway()));
        address = Optional.empty();
        net.run(20);
    }

    private ClientFrame unicast(MsgType type) {
        return ClientFrame.of(mac, type).own(address.get().toString()).to(net.domain().gatewayMac(), gateway());
    }

    /** The gateway of its address. */
    public String gateway() {
        return address.get().toString().replaceAll("[0-9]+$", "1");
    }

    /** Sends a UDP packet by way of the gateway. */
    public void say(IpAddress to, int sourcePort, int destinationPort, String text) {
        send(Packets.udp().eth(mac, net.domain().gatewayMac()).ip(address.get(), to)
                .ports(sourcePort, destinationPort).payload(text).build());
    }

    /** Sends what a client sends. */
    public void send(ClientFrame frame) {
        send(Frame.of(frame.bytes()));
    }

    private void send(Frame frame) {
        net.wires().live().location(host).ifPresent(port -> net.wires().send(port, frame));
    }

    /** The last thing that it was told, which has to be of this type. */
    public DHCP last(MsgType type) {
        DHCP last = answers.isEmpty() ? null : answers.get(answers.size() - 1);
        if (last == null || last.getPacketType() != type) {
            throw new AssertionError(host.name() + " was told "
                    + (last == null ? "nothing" : last.getPacketType()) + " instead of " + type);
        }
        return last;
    }

    private static String yours(DHCP packet) {
        return IpAddress.valueOf(packet.getYourIPAddress()).toString();
    }

    private static String server(DHCP packet) {
        byte[] name = packet.getOption(DHCP.DHCPOptionCode.OptionCode_DHCPServerIp).getData();
        return IpAddress.valueOf(IpAddress.Version.INET, name).toString();
    }

    private void receive(Frame frame) {
        IPacket packet = frame.ethernet().getPayload();
        if (packet instanceof ARP) {
            answer((ARP) packet);
        } else if (packet.getPayload() instanceof UDP && packet.getPayload().getPayload() instanceof DHCP) {
            take((DHCP) packet.getPayload().getPayload());
        } else if (!(packet instanceof IPv6)) {
            heard.add(frame);
        }
    }

    private void take(DHCP answer) {
        answers.add(answer);
        if (answer.getPacketType() == MsgType.DHCPACK && answer.getYourIPAddress() != 0) {
            address = Optional.of(IpAddress.valueOf(answer.getYourIPAddress()));
        } else if (answer.getPacketType() == MsgType.DHCPNAK) {
            address = Optional.empty();
        }
    }

    private void answer(ARP request) {
        IpAddress target = IpAddress.valueOf(IpAddress.Version.INET, request.getTargetProtocolAddress());
        if (request.getOpCode() == ARP.OP_REQUEST && address.filter(target::equals).isPresent()) {
            send(Packets.arpReply(mac, target.getIp4Address(), MacAddress.valueOf(request.getSenderHardwareAddress()),
                    Ip4Address.valueOf(request.getSenderProtocolAddress())));
        }
    }
}
