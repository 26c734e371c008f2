/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.onlab.packet.DeserializationException;
import org.onlab.packet.Ethernet;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * An Ethernet frame as the bytes on the wire, immutable. Bytes and not {@link Ethernet}, since ONOS's classes take the
 * payload of any fragment for a whole datagram and write other bytes than they have read.
 */
public final class Frame {
    private static final int SHORTEST = 14;

    private final byte[] bytes;
    private volatile Headers headers;

    private Frame(byte[] bytes) {
        if (bytes.length < SHORTEST) {
            throw new IllegalArgumentException("no Ethernet header in " + bytes.length + " bytes");
        }
        this.bytes = bytes;
    }

    /** A frame of these bytes. */
    public static Frame of(byte[] bytes) {
        return new Frame(bytes.clone());
    }

    /** A frame of what is left in this buffer. */
    public static Frame of(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return new Frame(bytes);
    }

    /** The frame as ONOS serializes it. */
    public static Frame of(Ethernet ethernet) {
        return new Frame(ethernet.serialize());
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** A copy of the bytes as a buffer, for ONOS's packet classes. */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes());
    }

    /** How many bytes it has. */
    public int length() {
        return bytes.length;
    }

    /**
     * The frame as ONOS parses it. Of a fragment ONOS would take the payload for a whole datagram: do not serialize
     * that again.
     */
    public Ethernet ethernet() {
        try {
            return Ethernet.deserializer().deserialize(bytes, 0, bytes.length);
        } catch (DeserializationException e) {
            throw new IllegalStateException("ONOS cannot parse " + this, e);
        }
    }

    /** The source MAC address. */
    public MacAddress ethSrc() {
        return MacAddress.valueOf(headers().get(Field.ETH_SRC));
    }

    /** The destination MAC address. */
    public MacAddress ethDst() {
        return MacAddress.valueOf(headers().get(Field.ETH_DST));
    }

    /** The Ethernet type, behind a VLAN tag if there is one. */
    public int ethType() {
        return headers().ethType();
    }

    /** The IP source address of an IP packet. */
    public Optional<IpAddress> ipSrc() {
        return address(Field.IPV4_SRC, Field.IPV6_SRC);
    }

    /** The IP destination address of an IP packet. */
    public Optional<IpAddress> ipDst() {
        return address(Field.IPV4_DST, Field.IPV6_DST);
    }

    private Optional<IpAddress> address(Field ipv4, Field ipv6) {
        if (headers().isIpv4()) {
            return Optional.of(IpAddress.valueOf((int) headers().get(ipv4)));
        }
        if (headers().isIpv6()) {
            byte[] octets = ByteBuffer.allocate(16).putLong(headers().get(ipv6)).putLong(headers().low(ipv6)).array();
            return Optional.of(IpAddress.valueOf(IpAddress.Version.INET6, octets));
        }
        return Optional.empty();
    }

    /** The IP protocol, or 0 in what is not an IP packet. */
    public int ipProto() {
        return headers().protocol();
    }

    /** The source port as a switch sees it: 0 in any fragment and where there is none. */
    public int sourcePort() {
        return (int) (headers().get(Field.TCP_SRC) | headers().get(Field.UDP_SRC) | headers().get(Field.SCTP_SRC));
    }

    /** The destination port as a switch sees it: 0 in any fragment and where there is none. */
    public int destinationPort() {
        return (int) (headers().get(Field.TCP_DST) | headers().get(Field.UDP_DST) | headers().get(Field.SCTP_DST));
    }

    /** True for every IP fragment, the first one included. */
    public boolean isFragment() {
        return headers().isFragment();
    }

    /** What the UDP or TCP header carries, or else what the IP header carries, or else the Ethernet payload. */
    public byte[] payload() {
        Headers at = headers();
        int start = at.transport() == Headers.ABSENT ? at.payload() : at.transport() + transportLength();
        return Arrays.copyOfRange(bytes, Math.min(start, at.end()), at.end());
    }

    private int transportLength() {
        int at = headers().transport();
        if (headers().protocol() == IpProtocols.UDP) {
            return 8;
        }
        boolean tcp = headers().protocol() == IpProtocols.TCP && at + 20 <= headers().end();
        return tcp ? (bytes[at + 12] >> 4 & 0xf) * 4 : 0;
    }

    /** True if the IPv4 header checksum and, unless it is a fragment, the transport checksum are right. */
    public boolean checksumsAreValid() {
        return Checksums.areValid(bytes, headers());
    }

    /** The match fields, read at first use. */
    Headers headers() {
        Headers read = headers;
        if (read == null) {
            read = HeaderParser.parse(bytes);
            headers = read;
        }
        return read;
    }

    /** The same for all packets of one flow: for the choice among the buckets of a select group. */
    int flowHash() {
        Headers of = headers();
        long hash = of.isIpv4() || of.isIpv6() ? 0 : of.get(Field.ETH_SRC) * 31 + of.get(Field.ETH_DST);
        long[] parts = {of.get(Field.IPV4_SRC), of.get(Field.IPV4_DST), of.get(Field.IPV6_SRC), of.low(Field.IPV6_SRC),
            of.get(Field.IPV6_DST), of.low(Field.IPV6_DST), of.protocol(), sourcePort(), destinationPort()};
        for (long part : parts) {
            hash = (hash ^ part) * 0x9e3779b97f4a7c15L;
            hash ^= hash >>> 29;
        }
        return Long.hashCode(hash);
    }

    /** The same bytes without what was read in them: what is kept for long should be small. */
    Frame withoutHeaders() {
        return new Frame(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frame && Arrays.equals(bytes, ((Frame) other).bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return FrameText.of(this);
    }
}
