/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ComparisonChain;
import org.onlab.packet.IPv4;
import org.onlab.packet.IPv6;
import org.onlab.packet.IpAddress;

/**
 * A flow as its mobile node sees it: IP protocol, local and remote address and port. Both ports are 0 for protocols
 * that have none.
 */
@AutoValue
public abstract class FlowKey implements Comparable<FlowKey> {

    private static final int PROTOCOL_SCTP = 132;

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

    /** As in RFC 3986, section 3.2.2. */
    private static String endpoint(IpAddress address, int port) {
        return (address.isIp4() ? address.toString() : "[" + address + "]") + ":" + port;
    }

    /** An IP protocol in words: {@code udp}, {@code tcp}, {@code icmp}, {@code icmpv6}, {@code sctp}, or its number. */
    public static String protocolName(int protocol) {
        switch (protocol) {
            case IPv4.PROTOCOL_UDP:
                return "udp";
            case IPv4.PROTOCOL_TCP:
                return "tcp";
            case IPv4.PROTOCOL_ICMP:
                return "icmp";
            case IPv6.PROTOCOL_ICMP6:
                return "icmpv6";
            case PROTOCOL_SCTP:
                return "sctp";
            default:
                return "protocol " + protocol;
        }
    }
}
