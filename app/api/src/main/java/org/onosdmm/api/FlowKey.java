/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.auto.value.AutoValue;
import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import com.google.common.collect.ComparisonChain;
import com.google.common.collect.ImmutableMap;
import org.onlab.packet.IPv4;
import org.onlab.packet.IPv6;
import org.onlab.packet.IpAddress;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A flow as its mobile node sees it: IP protocol, local and remote address and port. Both ports are 0 for protocols
 * that have none.
 */
@AutoValue
public abstract class FlowKey implements Comparable<FlowKey> {

    private static final int PROTOCOL_SCTP = 132;
    private static final int PARTS = 5;
    private static final ImmutableMap<Integer, String> PROTOCOLS = ImmutableMap.of(
            (int) IPv4.PROTOCOL_UDP, "udp", (int) IPv4.PROTOCOL_TCP, "tcp", (int) IPv4.PROTOCOL_ICMP, "icmp",
            (int) IPv6.PROTOCOL_ICMP6, "icmpv6", PROTOCOL_SCTP, "sctp");

    /** IP protocol number. */
    public abstract int protocol();

    /** The node's own address. */
    public abstract IpAddress local();

    /** The node's port, 0 to 65535. */
    public abstract int localPort();

    /** The correspondent's address. */
    public abstract IpAddress remote();

    /** The correspondent's port, 0 to 65535. */
    public abstract int remotePort();

    /** A flow by its five parts. */
    public static FlowKey of(int protocol, IpAddress local, int localPort, IpAddress remote, int remotePort) {
        return new AutoValue_FlowKey(protocol, local, localPort, remote, remotePort);
    }

    /** Whether the protocol has ports. */
    public boolean hasPorts() {
        return protocol() == IPv4.PROTOCOL_UDP || protocol() == IPv4.PROTOCOL_TCP;
    }

    /** Whether the other flow leaves from the same local UDP endpoint (RFC 4787, section 4.1). */
    public boolean sharesUdpEndpoint(FlowKey other) {
        return protocol() == IPv4.PROTOCOL_UDP && other.protocol() == IPv4.PROTOCOL_UDP
                && local().equals(other.local()) && localPort() == other.localPort();
    }

    @Override
    public int compareTo(FlowKey other) {
        return ComparisonChain.start()
                .compare(local(), other.local())
                .compare(remote(), other.remote())
                .compare(protocol(), other.protocol())
                .compare(localPort(), other.localPort())
                .compare(remotePort(), other.remotePort())
                .result();
    }

    @Override
    public final String toString() {
        return protocolName(protocol()) + " " + endpoint(local(), localPort()) + " - "
                + endpoint(remote(), remotePort());
    }

    /** An address with a port, as in RFC 3986, section 3.2.2. */
    public static String endpoint(IpAddress address, int port) {
        return (address.isIp4() ? address.toString() : "[" + address + "]") + ":" + port;
    }

    /** An IP protocol in words: {@code udp}, {@code tcp}, {@code icmp}, {@code icmpv6}, {@code sctp}, or its number. */
    public static String protocolName(int protocol) {
        return PROTOCOLS.getOrDefault(protocol, "protocol " + protocol);
    }

    /**
     * The name by which users and clients refer to the flow, such as {@code udp,10.1.0.10,5004,203.0.113.10,16384}. It
     * stays the same as long as there is the flow, and needs no quotes in a shell and no escapes in a URI.
     */
    public String id() {
        return Joiner.on(',').join(PROTOCOLS.getOrDefault(protocol(), String.valueOf(protocol())), local(), localPort(),
                remote(), remotePort());
    }

    /**
     * Reads a flow's name.
     *
     * @throws DmmException of kind INVALID if the text is not of the form of {@link #id}
     */
    public static FlowKey parse(String id) {
        List<String> parts = Splitter.on(',').splitToList(id);
        if (parts.size() != PARTS) {
            throw DmmException.invalid("flow", id, "is not of the form udp,10.1.0.10,5004,203.0.113.10,16384: "
                    + "protocol, the node's address and port, the correspondent's address and port");
        }
        return of(parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4));
    }

    /**
     * A flow by five words, as a user writes them.
     *
     * @throws DmmException of kind INVALID that names the one that is wrong
     */
    public static FlowKey of(String protocol, String local, String localPort, String remote, String remotePort) {
        FlowKey key = of(protocol(protocol), address("local", local), port("localPort", localPort),
                address("remote", remote), port("remotePort", remotePort));
        if (key.local().version() != key.remote().version()) {
            throw DmmException.invalid("remote", remote, "is not of the same IP version as " + local);
        }
        if (!key.hasPorts() && (key.localPort() != 0 || key.remotePort() != 0)) {
            throw DmmException.invalid("protocol", protocol, "has no ports: they have to be 0");
        }
        return key;
    }

    private static int protocol(String text) {
        return PROTOCOLS.entrySet().stream().filter(e -> e.getValue().equals(text.toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getKey).findFirst()
                .orElseGet(() -> number("protocol", text, 255, "is neither udp, tcp, icmp, icmpv6, sctp nor a number "
                        + "from 0 to 255"));
    }

    private static int port(String field, String text) {
        return number(field, text, 65_535, "is not a port from 0 to 65535");
    }

    private static int number(String field, String text, int most, String problem) {
        try {
            int value = Integer.parseInt(text);
            if (value >= 0 && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // answered below, as a number that is out of range is
        }
        throw DmmException.invalid(field, text, problem);
    }

    private static IpAddress address(String field, String text) {
        try {
            return IpAddress.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw DmmException.invalid(field, text, "is not an IP address");
        }
    }
}
