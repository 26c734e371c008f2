/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.uplink;

import org.junit.jupiter.api.Test;
import org.onlab.packet.ARP;
import org.onlab.packet.Ethernet;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.model.Domain;
import org.onosproject.net.ConnectPoint;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** The addresses of a node at edge 1 of campus are announced by edge 2, and later by edge 1 again. */
class UplinkNoticesTest {
    private final Emulation net = Emulation.campus();
    private final Station node = net.station("node", 1, "10.1.0.10");

    private Domain domain() {
        return net.mobility().domain().get();
    }

    private Map<ConnectPoint, Set<IpAddress>> announced(Domain before) {
        return UplinkNotices.between(before, domain(), net.mobility().states()).asMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().stream()
                        .map(UplinkNoticesTest::target).collect(Collectors.toSet())));
    }

    private static IpAddress target(Ethernet frame) {
        ARP arp = (ARP) frame.getPayload();
        assertArrayEquals(arp.getSenderProtocolAddress(), arp.getTargetProtocolAddress());
        assertEquals(frame.getSourceMAC(), MacAddress.valueOf(arp.getSenderHardwareAddress()));
        assertEquals(MacAddress.BROADCAST, frame.getDestinationMAC());
        return IpAddress.valueOf(IpAddress.Version.INET, arp.getTargetProtocolAddress());
    }

    @Test
    void everyAddressInUseOnceAndWhereItIsReachedNow() {
        Set<IpAddress> addresses = Set.of(node.address(), net.leased(node, 1));
        Domain before = domain();
        assertEquals(Map.of(), announced(before));
        net.setUplink(1, false);
        assertEquals(Map.of(net.topology().uplink(2), addresses), announced(before));
        Domain during = domain();
        assertEquals(Map.of(), announced(during));
        net.setUplink(1, true);
        net.run(6_000);
        assertEquals(Map.of(net.topology().uplink(1), addresses), announced(during));
    }

    @Test
    void nothingWhereNobodyStandsIn() {
        net.station("other", 4, "10.4.0.10");
        Domain before = domain();
        net.setUplink(4, false);
        assertEquals(Map.of(), announced(before));
    }
}
