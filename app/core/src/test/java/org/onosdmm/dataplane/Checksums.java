/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

/** The Internet checksum (RFC 1071), to adjust after a rewrite as a switch does and to check as a host does. */
final class Checksums {
    private static final int UDP = 6;
    private static final int TCP = 16;
    private static final int ICMPV6 = 2;
    private static final int ICMP = 2;
    private static final int IPV4 = 10;

    private Checksums() {
    }

    /** Adjusts the checksum at this place to a 16-bit word that has changed (RFC 1624 equation 3). */
    static void adjust(byte[] bytes, int at, int before, int after) {
        int sum = (~Bytes.u16(bytes, at) & 0xffff) + (~before & 0xffff) + after;
        Bytes.put16(bytes, at, ~fold(sum) & 0xffff);
    }

    /** Where the IPv4 header checksum is. */
    static int ofIpv4(Headers headers) {
        return headers.network() + IPV4;
    }

    /**
     * Where the checksum is that covers the addresses too, or ABSENT: in a fragment that is not the first one, in a
     * protocol that has none, in UDP over IPv4 where the sender chose to have none (RFC 768).
     */
    static int ofTransport(byte[] bytes, Headers headers) {
        int at = headers.transport();
        if (at == Headers.ABSENT) {
            return Headers.ABSENT;
        }
        switch (headers.protocol()) {
            case IpProtocols.TCP:
                return within(headers, at + TCP);
            case IpProtocols.UDP:
                boolean none = headers.isIpv4() && at + UDP + 2 <= headers.end() && Bytes.u16(bytes, at + UDP) == 0;
                return none ? Headers.ABSENT : within(headers, at + UDP);
            case IpProtocols.ICMPV6:
                return headers.isIpv6() ? within(headers, at + ICMPV6) : Headers.ABSENT;
            default:
                return Headers.ABSENT;
        }
    }

    /** The same, but as Open vSwitch sees it: it takes what follows any IPv4 header for the transport header. */
    static int takenForTransport(byte[] bytes, Headers headers) {
        boolean later = headers.isIpv4() && headers.isFragment() && headers.transport() == Headers.ABSENT;
        int at = headers.payload();
        if (!later || headers.end() - at < (headers.protocol() == IpProtocols.TCP ? 20 : 8)) {
            return ofTransport(bytes, headers);
        }
        boolean udp = headers.protocol() == IpProtocols.UDP && Bytes.u16(bytes, at + UDP) != 0;
        return headers.protocol() == IpProtocols.TCP ? at + TCP : udp ? at + UDP : Headers.ABSENT;
    }

    private static int within(Headers headers, int at) {
        return at + 2 <= headers.end() ? at : Headers.ABSENT;
    }

    /** True if the IPv4 header checksum and, in what is not a fragment, the transport checksum are right. */
    static boolean areValid(byte[] bytes, Headers headers) {
        return ipv4IsValid(bytes, headers) && transportIsValid(bytes, headers);
    }

    private static boolean ipv4IsValid(byte[] bytes, Headers headers) {
        int at = headers.network();
        return !headers.isIpv4() || fold(sum(bytes, at, at + (bytes[at] & 0xf) * 4)) == 0xffff;
    }

    private static boolean transportIsValid(byte[] bytes, Headers headers) {
        int at = headers.transport();
        if (headers.isFragment() || at == Headers.ABSENT) {
            return true;
        }
        if (headers.protocol() == IpProtocols.ICMP && headers.isIpv4()) {
            return at + ICMP + 2 > headers.end() || fold(sum(bytes, at, headers.end())) == 0xffff;
        }
        return ofTransport(bytes, headers) == Headers.ABSENT || transportSum(bytes, headers) == 0xffff;
    }

    /** The folded sum over pseudo header and payload (RFC 768, RFC 8200 section 8.1): 0xffff where all is well. */
    private static int transportSum(byte[] bytes, Headers headers) {
        int at = headers.transport();
        int addresses = headers.network() + (headers.isIpv4() ? 12 : 8);
        long sum = sum(bytes, addresses, addresses + (headers.isIpv4() ? 8 : 32));
        return fold(sum + headers.protocol() + headers.end() - at + sum(bytes, at, headers.end()));
    }

    /** Computes the checksums of a packet anew; one that is not a fragment. */
    static void compute(byte[] bytes, Headers headers) {
        if (headers.isIpv4()) {
            computeIpv4(bytes, headers);
        }
        int at = ofTransport(bytes, headers);
        if (at != Headers.ABSENT && !headers.isFragment()) {
            Bytes.put16(bytes, at, 0);
            int checksum = ~transportSum(bytes, headers) & 0xffff;
            Bytes.put16(bytes, at, checksum == 0 && headers.protocol() == IpProtocols.UDP ? 0xffff : checksum);
        }
    }

    /** Computes the checksum of an IPv4 header anew. */
    static void computeIpv4(byte[] bytes, Headers headers) {
        int at = headers.network();
        put(bytes, at + IPV4, fold(sum(bytes, at, at + (bytes[at] & 0xf) * 4) - Bytes.u16(bytes, at + IPV4)));
    }

    private static void put(byte[] bytes, int at, int sum) {
        Bytes.put16(bytes, at, ~sum & 0xffff);
    }

    private static long sum(byte[] bytes, int from, int to) {
        long sum = 0;
        for (int at = from; at + 1 < to; at += 2) {
            sum += Bytes.u16(bytes, at);
        }
        return (to - from) % 2 == 0 ? sum : sum + ((bytes[to - 1] & 0xff) << 8);
    }

    private static int fold(long sum) {
        long folded = sum;
        while (folded >> 16 != 0) {
            folded = (folded & 0xffff) + (folded >> 16);
        }
        return (int) folded;
    }
}
