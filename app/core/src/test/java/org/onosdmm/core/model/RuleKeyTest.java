/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onlab.packet.Ethernet;
import org.onlab.packet.IpAddress;
import org.onlab.packet.IpPrefix;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.DefaultTrafficSelector;
import org.onosproject.net.flow.TrafficSelector;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Keys of rules in maps of many. */
class RuleKeyTest {

    private static final DeviceId SWITCH = DeviceId.deviceId("of:0000000000000004");
    private static final int MANY = 12_000;

    private static RuleKey towards(IpAddress address) {
        IpPrefix prefix = address.toIpPrefix();
        TrafficSelector.Builder selector = DefaultTrafficSelector.builder();
        return RuleKey.of(SWITCH, 1, 50_001, (address.isIp4()
                ? selector.matchEthType(Ethernet.TYPE_IPV4).matchIPDst(prefix)
                : selector.matchEthType(Ethernet.TYPE_IPV6).matchIPv6Dst(prefix)).build());
    }

    private static IpAddress plus(String first, int number) {
        ByteBuffer octets = ByteBuffer.wrap(IpAddress.valueOf(first).toOctets());
        int last = octets.limit() - Integer.BYTES;
        octets.putInt(last, octets.getInt(last) + number);
        return IpAddress.valueOf(octets.limit() == Integer.BYTES ? IpAddress.Version.INET : IpAddress.Version.INET6,
                octets.array());
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.4.1.0", "2001:db8:0:4::1:0"})
    void neighbouringAddressesHaveHashesOfTheirOwn(String first) {
        Set<Integer> hashes = new HashSet<>();
        for (int i = 0; i < MANY; i++) {
            hashes.add(towards(plus(first, i)).hashCode());
        }
        assertTrue(hashes.size() > MANY - 10, () -> hashes.size() + " hashes of " + MANY + " keys");
        assertEquals(towards(plus(first, 7)).hashCode(), towards(plus(first, 7)).hashCode());
    }
}
