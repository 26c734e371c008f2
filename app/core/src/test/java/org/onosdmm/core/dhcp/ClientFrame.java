/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.dhcp;

import org.onlab.packet.DHCP;
import org.onlab.packet.DeserializationException;
import org.onlab.packet.Ethernet;
import org.onlab.packet.IPv4;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onlab.packet.UDP;
import org.onlab.packet.dhcp.DhcpOption;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a DHCP client sends: everything can be said wrongly. */
public final class ClientFrame {

    private final DHCP packet = new DHCP();
    private final List<DhcpOption> options = new ArrayList<>();
    private MacAddress sender;
    private MacAddress to = MacAddress.BROADCAST;
    private IpAddress source = IpAddress.valueOf("0.0.0.0");
    private IpAddress destination = IpAddress.valueOf("255.255.255.255");

    private ClientFrame(MacAddress mac) {
        sender = mac;
        packet.setOpCode(DHCP.OPCODE_REQUEST).setHardwareType(DHCP.HWTYPE_ETHERNET)
                .setHardwareAddressLength((byte) 6).setTransactionId(0x1234_5678)
                .setClientHardwareAddress(mac.toBytes());
    }

    /** A message of a type. */
    public static ClientFrame of(MacAddress mac, DHCP.MsgType type) {
        return new ClientFrame(mac).option(53, type.getValue());
    }

    /** A message without a type. */
    public static ClientFrame untyped(MacAddress mac) {
        return new ClientFrame(mac);
    }

    /** The packet, to spoil it. */
    public DHCP packet() {
        return packet;
    }

    /** The address that the client has; it sends from it. */
    public ClientFrame own(String address) {
        source = IpAddress.valueOf(address);
        packet.setClientIPAddress(source.getIp4Address().toInt());
        return this;
    }

    /** Sent from another address than the message says. */
    public ClientFrame from(String address) {
        source = IpAddress.valueOf(address);
        return this;
    }

    /** Sent by another host than the message says. */
    public ClientFrame from(MacAddress mac) {
        sender = mac;
        return this;
    }

    /** Not broadcast. */
    public ClientFrame to(MacAddress mac, String address) {
        to = mac;
        destination = IpAddress.valueOf(address);
        return this;
    }

    /** Option 50. */
    public ClientFrame asking(String address) {
        return address(50, address);
    }

    /** Option 54. */
    public ClientFrame server(String address) {
        return address(54, address);
    }

    /** Answers have to be broadcast. */
    public ClientFrame broadcast() {
        packet.setFlags((short) 0x8000);
        return this;
    }

    /** An option that is an address. */
    public ClientFrame address(int code, String address) {
        return raw(code, IpAddress.valueOf(address).toOctets());
    }

    /** An option of single octets. */
    public ClientFrame option(int code, int... octets) {
        byte[] value = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            value[i] = (byte) octets[i];
        }
        return raw(code, value);
    }

    /** An option that is a number. */
    public ClientFrame number(int code, int value) {
        return raw(code, ByteBuffer.allocate(4).putInt(value).array());
    }

    /** An option that is a text. */
    public ClientFrame text(int code, String text) {
        return raw(code, text.getBytes(StandardCharsets.US_ASCII));
    }

    private ClientFrame raw(int code, byte[] value) {
        options.add(new DhcpOption().setCode((byte) code).setLength((byte) value.length).setData(value));
        return this;
    }

    /** The frame as it is on the wire. */
    public byte[] bytes() {
        List<DhcpOption> all = new ArrayList<>(options);
        all.add(new DhcpOption().setCode((byte) 255));
        packet.setOptions(all);
        UDP udp = new UDP().setSourcePort(68).setDestinationPort(67);
        udp.setPayload(packet);
        IPv4 ip = new IPv4().setTtl((byte) 64).setProtocol(IPv4.PROTOCOL_UDP)
                .setSourceAddress(source.getIp4Address().toInt())
                .setDestinationAddress(destination.getIp4Address().toInt());
        ip.setPayload(udp);
        Ethernet frame = new Ethernet();
        frame.setSourceMACAddress(sender).setDestinationMACAddress(to).setEtherType(Ethernet.TYPE_IPV4)
                .setPayload(ip);
        return frame.serialize();
    }

    /** The frame as the controller sees it. */
    public Ethernet build() {
        return parse(bytes());
    }

    /** A frame, read from the wire. */
    public static Ethernet parse(byte[] bytes) {
        try {
            return Ethernet.deserializer().deserialize(bytes, 0, bytes.length);
        } catch (DeserializationException e) {
            throw new AssertionError(e);
        }
    }

    /** The DHCP packet in a frame, read from the wire. */
    public static DHCP answer(Ethernet frame) {
        return (DHCP) parse(frame.serialize()).getPayload().getPayload().getPayload();
    }
}
