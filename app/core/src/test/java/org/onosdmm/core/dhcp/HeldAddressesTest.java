/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.dhcp;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.AddressGrant;
import org.onosdmm.api.AddressGrant.State;
import org.onosdmm.api.MobileNodeId;
import org.onosproject.net.ConnectPoint;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Addresses held at a port are as many as there are when they are counted one by one. */
class HeldAddressesTest {
    private static final int STEPS = 5_000;
    private static final int ADDRESSES = 40;
    private static final int PORTS = 3;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theyAreAsManyAsWhenCountedOneByOne(long seed) {
        Random random = new Random(seed);
        HeldAddresses held = new HeldAddresses();
        Map<IpAddress, AddressGrant> grants = new HashMap<>();
        long now = 0;
        for (int step = 0; step < STEPS; step++) {
            AddressGrant grant = grant(random, now);
            held.changed(grants.put(grant.address(), grant), grant);
            now += random.nextInt(20);
            for (int number = 1; number <= PORTS; number++) {
                ConnectPoint port = port(number);
                long time = now;
                assertEquals(grants.values().stream().filter(g -> g.port().equals(port) && g.holds(time)).count(),
                        held.at(port, now), "seed " + seed + ", step " + step + ", " + port);
            }
        }
    }

    private static AddressGrant grant(Random random, long now) {
        return AddressGrant.builder().address(IpAddress.valueOf("10.1.0." + (1 + random.nextInt(ADDRESSES))))
                .node(MobileNodeId.of(MacAddress.valueOf(1 + random.nextInt(ADDRESSES))))
                .port(port(1 + random.nextInt(PORTS)))
                .state(State.values()[random.nextInt(State.values().length)])
                .since(now).until(now + random.nextInt(400)).build();
    }

    private static ConnectPoint port(int number) {
        return ConnectPoint.deviceConnectPoint("of:0000000000000001/" + number);
    }
}
