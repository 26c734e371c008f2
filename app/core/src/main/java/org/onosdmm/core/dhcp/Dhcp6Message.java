/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.dhcp;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.onlab.packet.DHCP6;
import org.onlab.packet.DHCP6.MsgType;
import org.onlab.packet.DHCP6.OptionCode;
import org.onlab.packet.Ethernet;
import org.onlab.packet.IPv6;
import org.onlab.packet.Ip6Address;
import org.onlab.packet.UDP;
import org.onlab.packet.dhcp.Dhcp6Option;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.MobileNodeId;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a client has said by DHCPv6, read and found to be well-formed (RFC 8415, section 16).
 */
@AutoValue
public abstract class Dhcp6Message {

    private static final ImmutableSet<MsgType> OF_CLIENTS = ImmutableSet.of(MsgType.SOLICIT, MsgType.REQUEST,
            MsgType.CONFIRM, MsgType.RENEW, MsgType.REBIND, MsgType.RELEASE, MsgType.DECLINE,
            MsgType.INFORMATION_REQUEST);
    private static final int LONGEST_ID = 130;
    private static final int SHORTEST_ID = 3;
    private static final int IA_NA_HEADER = 12;
    private static final int IA_TA_HEADER = 4;

    /** Which kind of message. */
    public abstract MsgType type();

    /** The client. */
    public abstract MobileNodeId node();

    /** The client's link-local address. */
    public abstract Ip6Address peer();

    /** What the client calls itself, if it does. */
    public abstract Optional<byte[]> clientId();

    /** The options that it asks for. */
    public abstract ImmutableSet<Integer> wanted();

    /** The addresses that the client has or wants, in its order. */
    public abstract ImmutableList<Ip6Address> addresses();

    /** The packet itself. */
    public abstract DHCP6 packet();

    /** The DHCPv6 packet to a server that a frame carries, if it does. */
    public static Optional<DHCP6> toServer(Ethernet frame) {
        if (!(frame.getPayload() instanceof IPv6) || !(frame.getPayload().getPayload() instanceof UDP)) {
            return Optional.empty();
        }
        UDP udp = (UDP) frame.getPayload().getPayload();
        return udp.getDestinationPort() == UDP.DHCP_V6_SERVER_PORT && udp.getPayload() instanceof DHCP6
                ? Optional.of((DHCP6) udp.getPayload()) : Optional.empty();
    }

    /**
     * What a client says.
     *
     * @throws DmmException of kind INVALID that says what is wrong with the message
     */
    public static Dhcp6Message read(Ethernet frame) {
        DHCP6 packet = toServer(frame).orElseThrow(() -> bad("packet", "is not for a DHCPv6 server"));
        MsgType type = OF_CLIENTS.stream().filter(t -> t.value() == packet.getMsgType()).findFirst()
                .orElseThrow(() -> bad("msg-type", "is not a client's"));
        Ip6Address source = Ip6Address.valueOf(((IPv6) frame.getPayload()).getSourceAddress());
        if (!source.isLinkLocal() || frame.getSourceMAC().isMulticast()) {
            throw bad("source", "is not a link-local address of one host");
        }
        Optional<byte[]> id = option(packet, OptionCode.CLIENTID);
        if (id.filter(i -> i.length < SHORTEST_ID || i.length > LONGEST_ID).isPresent()) {
            throw bad("option 1", "is not a DUID");
        }
        if (type != MsgType.INFORMATION_REQUEST && !id.isPresent()) {
            throw bad("option 1", "is missing");
        }
        return new AutoValue_Dhcp6Message(type, MobileNodeId.of(frame.getSourceMAC()), source, id, wanted(packet),
                ImmutableList.copyOf(addresses(packet).keySet()), packet);
    }

    /** Whether the client asks for addresses, too. */
    boolean asksForAddresses() {
        return option(packet(), OptionCode.IA_NA).isPresent() || option(packet(), OptionCode.IA_TA).isPresent()
                || option(packet(), OptionCode.IA_PD).isPresent();
    }

    private static ImmutableSet<Integer> wanted(DHCP6 packet) {
        ByteBuffer codes = ByteBuffer.wrap(option(packet, OptionCode.ORO).orElse(new byte[0]));
        if (codes.remaining() % Short.BYTES != 0) {
            throw bad("option 6", "is no list of option codes");
        }
        ImmutableSet.Builder<Integer> wanted = ImmutableSet.builder();
        while (codes.hasRemaining()) {
            wanted.add(Short.toUnsignedInt(codes.getShort()));
        }
        return wanted.build();
    }

    /** The addresses in a message, in its order, and for how long they are valid, s. */
    static Map<Ip6Address, Long> addresses(DHCP6 packet) {
        Map<Ip6Address, Long> addresses = new LinkedHashMap<>();
        values(packet, OptionCode.IA_NA).forEach(value -> addresses(value, IA_NA_HEADER, addresses));
        values(packet, OptionCode.IA_TA).forEach(value -> addresses(value, IA_TA_HEADER, addresses));
        return addresses;
    }

    /** Those of one identity association (RFC 8415, sections 21.4 to 21.6). */
    private static void addresses(byte[] association, int header, Map<Ip6Address, Long> addresses) {
        if (association.length < header) {
            throw bad("identity association", "is cut off");
        }
        ByteBuffer options = ByteBuffer.wrap(association);
        options.position(header);
        while (options.hasRemaining()) {
            if (options.remaining() < 2 * Short.BYTES) {
                throw bad("identity association", "is cut off");
            }
            int code = Short.toUnsignedInt(options.getShort());
            int length = Short.toUnsignedInt(options.getShort());
            if (options.remaining() < length) {
                throw bad("identity association", "is cut off");
            }
            byte[] value = new byte[length];
            options.get(value);
            if (code == OptionCode.IAADDR.value() && length >= Ip6Address.BYTE_LENGTH) {
                addresses.put(Ip6Address.valueOf(Arrays.copyOf(value, Ip6Address.BYTE_LENGTH)), valid(value));
            }
        }
    }

    /** The valid lifetime behind an address and its preferred lifetime; 0 where a client leaves it out. */
    private static long valid(byte[] address) {
        int start = Ip6Address.BYTE_LENGTH + Integer.BYTES;
        return address.length < start + Integer.BYTES ? 0
                : Integer.toUnsignedLong(ByteBuffer.wrap(address).getInt(start));
    }

    /** The value of an option; absent if it is not there. */
    static Optional<byte[]> option(DHCP6 packet, OptionCode code) {
        return values(packet, code).findFirst();
    }

    private static Stream<byte[]> values(DHCP6 packet, OptionCode code) {
        return packet.getOptions().stream().filter(o -> o.getCode() == code.value()).map(Dhcp6Message::value);
    }

    /**
     * Options that ONOS has a class for hide their value behind their own parts. Where these contradict their length,
     * ONOS cannot put them together again.
     */
    private static byte[] value(Dhcp6Option option) {
        byte[] all;
        try {
            all = option.serialize();
        } catch (RuntimeException e) {
            throw bad("option " + Short.toUnsignedInt(option.getCode()), "contradicts its length");
        }
        ByteBuffer value = ByteBuffer.wrap(all);
        value.position(2 * Short.BYTES);
        byte[] octets = new byte[value.remaining()];
        value.get(octets);
        return octets;
    }

    private static DmmException bad(String field, String problem) {
        return new DmmException(DmmException.Kind.INVALID, field, problem);
    }
}
