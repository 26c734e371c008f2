/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import org.junit.jupiter.api.Test;
import org.onlab.packet.IpAddress;
import org.onlab.packet.IpPrefix;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** The addresses of a pool by number. */
class PoolAddressesTest {

    private static PoolAddresses pool(String... prefixes) {
        return new PoolAddresses(Stream.of(prefixes).map(IpPrefix::valueOf).collect(Collectors.toList()));
    }

    @Test
    void everyAddressOfEveryPrefixCountsOnce() {
        PoolAddresses pool = pool("198.51.100.0/26", "203.0.113.8/30", "192.0.2.255/32");
        assertEquals(69, pool.size());
        Set<IpAddress> all = new HashSet<>();
        for (int i = 0; i < pool.size(); i++) {
            all.add(pool.at(i));
        }
        assertEquals(69, all.size());
        assertEquals(IpAddress.valueOf("198.51.100.0"), pool.at(0));
        assertEquals(IpAddress.valueOf("198.51.100.63"), pool.at(63));
        assertEquals(IpAddress.valueOf("203.0.113.8"), pool.at(64));
        assertEquals(IpAddress.valueOf("192.0.2.255"), pool.at(68));
    }

    @Test
    void octetsCarryOver() {
        assertEquals(IpAddress.valueOf("10.1.0.0"), pool("10.0.255.0/15").at(1 << 16));
        assertEquals(IpAddress.valueOf("255.255.255.255"), pool("255.255.255.0/24").at(255));
        assertEquals(IpAddress.valueOf("0.0.0.5"), pool("0.0.0.0/24").at(5));
    }

    @Test
    void beyondTheEndThereIsNothing() {
        assertThrows(IndexOutOfBoundsException.class, () -> pool("192.0.2.0/31").at(2));
        assertThrows(IndexOutOfBoundsException.class, () -> new PoolAddresses(List.of()).at(0));
    }

    @Test
    void largePoolsAreCounted() {
        assertEquals(1 << 24, pool("10.0.0.0/8").size());
        assertEquals(1 << 30, pool("2001:db8::/64").size());
        assertEquals(IpAddress.valueOf("2001:db8::1:0"), pool("2001:db8::/64").at(1 << 16));
    }
}
