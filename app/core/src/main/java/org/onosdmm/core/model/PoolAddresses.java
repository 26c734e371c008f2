/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import com.google.common.collect.ImmutableList;
import org.onlab.packet.IpAddress;
import org.onlab.packet.IpPrefix;

import java.math.BigInteger;

/**
 * The addresses of a pool, by number. Every address of each prefix counts: nobody is on a link with them.
 */
public final class PoolAddresses {

    private static final int MOST = 1 << 30;

    private final ImmutableList<IpPrefix> prefixes;
    private final int size;

    /** The addresses of these prefixes. */
    public PoolAddresses(Iterable<IpPrefix> prefixes) {
        this.prefixes = ImmutableList.copyOf(prefixes);
        long sum = this.prefixes.stream().mapToLong(PoolAddresses::size).sum();
        this.size = (int) Math.min(sum, MOST);
    }

    /** Number of addresses, 2^30 at most. */
    public int size() {
        return size;
    }

    /** The address with this number, 0 to size - 1. */
    public IpAddress at(int number) {
        long rest = number;
        for (IpPrefix prefix : prefixes) {
            if (rest < size(prefix)) {
                return plus(prefix.address(), rest);
            }
            rest -= size(prefix);
        }
        throw new IndexOutOfBoundsException("No address number " + number + " in " + prefixes);
    }

    private static long size(IpPrefix prefix) {
        int bits = (prefix.isIp4() ? IpPrefix.MAX_INET_MASK_LENGTH : IpPrefix.MAX_INET6_MASK_LENGTH)
                - prefix.prefixLength();
        return 1L << Math.min(bits, 30);
    }

    private static IpAddress plus(IpAddress address, long number) {
        byte[] octets = address.toOctets();
        byte[] sum = new BigInteger(1, octets).add(BigInteger.valueOf(number)).toByteArray();
        byte[] result = new byte[octets.length];
        for (int i = 0; i < Math.min(sum.length, result.length); i++) {
            result[result.length - 1 - i] = sum[sum.length - 1 - i];
        }
        return IpAddress.valueOf(address.version(), result);
    }
}
