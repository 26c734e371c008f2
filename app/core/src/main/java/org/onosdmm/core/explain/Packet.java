/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.explain;

import com.google.auto.value.AutoValue;
import org.onlab.packet.ICMP;
import org.onlab.packet.ICMP6;
import org.onlab.packet.IPv4;
import org.onlab.packet.IPv6;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.FlowKey;

/**
 * A packet of a flow: what rules see of it. Of ICMP it is an echo request.
 */
@AutoValue
abstract class Packet {

    abstract MacAddress ethSrc();

    abstract MacAddress ethDst();

    abstract int protocol();

    abstract IpAddress source();

    abstract int sourcePort();

    abstract IpAddress destination();

    abstract int destinationPort();

    abstract Builder toBuilder();

    /** A packet of a flow on its way from the node. */
    static Packet fromNode(FlowKey key, MacAddress ethSrc, MacAddress ethDst) {
        return new AutoValue_Packet.Builder().ethSrc(ethSrc).ethDst(ethDst).protocol(key.protocol())
                .source(key.local()).sourcePort(key.localPort())
                .destination(key.remote()).destinationPort(key.remotePort()).build();
    }

    /** A packet of a flow on its way to an address that the node has. */
    static Packet toNode(FlowKey key, IpAddress address, MacAddress ethSrc, MacAddress ethDst) {
        return new AutoValue_Packet.Builder().ethSrc(ethSrc).ethDst(ethDst).protocol(key.protocol())
                .source(key.remote()).sourcePort(key.remotePort())
                .destination(address).destinationPort(key.localPort()).build();
    }

    boolean isIp4() {
        return source().isIp4();
    }

    /** The ICMP type; -1 for other protocols. */
    int icmpType() {
        return protocol() == IPv4.PROTOCOL_ICMP ? ICMP.TYPE_ECHO_REQUEST
                : protocol() == IPv6.PROTOCOL_ICMP6 ? ICMP6.ECHO_REQUEST & 0xff : -1;
    }

    /** Such as {@code 198.51.100.58:5004 > 203.0.113.10:16384}. */
    String ends() {
        return FlowKey.endpoint(source(), sourcePort()) + " > " + FlowKey.endpoint(destination(), destinationPort());
    }

    /** Builder of packets. */
    @AutoValue.Builder
    abstract static class Builder {

        abstract Builder ethSrc(MacAddress mac);

        abstract Builder ethDst(MacAddress mac);

        abstract Builder protocol(int protocol);

        abstract Builder source(IpAddress address);

        abstract Builder sourcePort(int port);

        abstract Builder destination(IpAddress address);

        abstract Builder destinationPort(int port);

        abstract Packet build();
    }
}
