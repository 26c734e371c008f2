/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.config;

import org.onlab.packet.IpAddress;
import org.onlab.packet.IpPrefix;

/**
 * What follows from a prefix, whatever its family.
 */
final class Subnets {

    private Subnets() {
    }

    /** Length of an address. */
    static int bits(IpAddress.Version version) {
        return IpAddress.byteLength(version) * Byte.SIZE;
    }

    /** Whether the prefixes have an address in common. */
    static boolean overlap(IpPrefix one, IpPrefix other) {
        return one.contains(other) || other.contains(one);
    }

    /** Number of addresses; the highest number there is, if they are more. */
    static long size(IpPrefix prefix) {
        int hostBits = bits(prefix.version()) - prefix.prefixLength();
        return hostBits < Long.SIZE - 1 ? 1L << hostBits : Long.MAX_VALUE;
    }

    /** Whether the link is so small that it has neither a network nor a broadcast address (RFC 3021, RFC 6164). */
    static boolean isPointToPoint(IpPrefix link) {
        return size(link) <= 2;
    }

    /**
     * Whether the address names the link itself, not a host on it: all host bits 0 (in IPv6 the anycast address of
     * its routers), or all of them 1 (the broadcast address of IPv4).
     */
    static boolean isReserved(IpAddress address, IpPrefix link) {
        return !isPointToPoint(link)
                && (address.equals(link.address()) || address.isIp4() && address.equals(last(link)));
    }

    /** The first address that a host can have on a link that is not point to point. */
    static IpAddress firstHost(IpPrefix link) {
        byte[] octets = link.address().toOctets();
        octets[octets.length - 1] |= 1;
        return IpAddress.valueOf(link.version(), octets);
    }

    private static IpAddress last(IpPrefix prefix) {
        byte[] octets = prefix.address().toOctets();
        byte[] mask = IpAddress.makeMaskPrefix(prefix.version(), prefix.prefixLength()).toOctets();
        for (int i = 0; i < octets.length; i++) {
            octets[i] |= (byte) ~mask[i];
        }
        return IpAddress.valueOf(prefix.version(), octets);
    }
}
