/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.store;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.Test;
import org.onlab.packet.IpAddress;
import org.onlab.packet.IpPrefix;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.Lease;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Reach;
import org.onosdmm.core.model.Uplink;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Leases: each address once at a time, rested before it is lent again, over several controller instances. */
class MapLeasePoolTest {

    private static final int SIZE = 8;

    private final SharedMap map = new SharedMap();
    private long now = 1_000_000;
    private final MapLeasePool pool = pool();
    private final Anchor anchor = anchor(Optional.of(Uplink.builder().port(PortNumber.portNumber(10))
            .address(IpAddress.valueOf("192.0.2.2")).link(IpPrefix.valueOf("192.0.2.0/30"))
            .nextHop(IpAddress.valueOf("192.0.2.1")).pool(ImmutableList.of(IpPrefix.valueOf("198.51.100.8/29")))
            .reach(ImmutableList.of(Reach.of(IpPrefix.valueOf("0.0.0.0/0"), 1))).build()));

    private MapLeasePool pool() {
        MapLeasePool started = new MapLeasePool(map, () -> now);
        started.start();
        return started;
    }

    private static Anchor anchor(Optional<Uplink> uplink) {
        return Anchor.builder().id(AnchorId.of("edge1")).device(DeviceId.deviceId("of:0000000000000001")).number(1)
                .prefixes(ImmutableList.of(IpPrefix.valueOf("10.1.0.0/24"))).gateways(ImmutableSet.of())
                .uplink(uplink).build();
    }

    private Optional<Lease> acquire(MapLeasePool from, int node) {
        return from.acquire(anchor, IpAddress.valueOf("10.1.0." + node)).join();
    }

    @Test
    void everyAddressOfThePoolIsLentOnce() {
        Set<IpAddress> lent = new HashSet<>();
        for (int node = 1; node <= SIZE; node++) {
            IpAddress outside = acquire(pool, node).get().outside();
            assertTrue(anchor.uplink().get().lends(outside), outside::toString);
            assertTrue(lent.add(outside), () -> outside + " was lent twice");
        }
        assertEquals(Optional.empty(), acquire(pool, SIZE + 1));
        assertEquals(SIZE, pool.used(anchor));
    }

    @Test
    void anAnchorWithoutUplinkLendsNothing() {
        assertEquals(Optional.empty(),
                pool.acquire(anchor(Optional.empty()), IpAddress.valueOf("10.1.0.1")).join());
    }

    @Test
    void twoInstancesThatHearNothingOfEachOtherLendNoAddressTwice() {
        MapLeasePool other = pool();
        map.quiet();
        Set<IpAddress> lent = new HashSet<>();
        for (int node = 1; node <= SIZE; node++) {
            IpAddress outside = acquire(node % 2 == 0 ? pool : other, node).get().outside();
            assertTrue(lent.add(outside), () -> outside + " was lent twice");
        }
        assertEquals(Optional.empty(), acquire(pool, 100));
        assertEquals(Optional.empty(), acquire(other, 101));
    }

    @Test
    void aReturnedAddressRestsBeforeItIsLentAgain() {
        Lease first = acquire(pool, 1).get();
        for (int node = 2; node <= SIZE; node++) {
            acquire(pool, node);
        }
        pool.release(first);
        now += MapLeasePool.REST;
        assertEquals(Optional.empty(), acquire(pool, 50), "it rests");
        now += 1;
        assertEquals(first.outside(), acquire(pool, 50).get().outside());
        assertEquals(Optional.empty(), acquire(pool, 51));
    }

    @Test
    void whatCouldNotBeAskedForIsNotLost() {
        map.failing(true);
        for (int node = 1; node <= SIZE; node++) {
            int number = node;
            assertThrows(CompletionException.class, () -> acquire(pool, number));
        }
        assertEquals(0, pool.used(anchor));
        map.failing(false);
        everyAddressOfThePoolIsLentOnce();
    }

    @Test
    void anInstanceThatStartsLaterKnowsWhatIsLent() {
        Lease lent = acquire(pool, 1).get();
        MapLeasePool late = pool();
        assertEquals(1, late.used(anchor));
        assertTrue(!acquire(late, 1).get().outside().equals(lent.outside()));
    }
}
