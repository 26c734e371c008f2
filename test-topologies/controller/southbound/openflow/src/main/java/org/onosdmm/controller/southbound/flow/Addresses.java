/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.flow;

import org.onlab.packet.EthType;
import org.onlab.packet.IpAddress;
import org.onlab.packet.IpPrefix;
import org.onlab.packet.MacAddress;
import org.projectfloodlight.openflow.protocol.match.MatchField;
import org.projectfloodlight.openflow.types.IPv4Address;
import org.projectfloodlight.openflow.types.IPv6Address;

/** Addresses and prefixes, from ONOS's types to those of OpenFlow. */
final class Addresses {

    private Addresses() {
    }

    static org.projectfloodlight.openflow.types.MacAddress mac(MacAddress mac) {
        return org.projectfloodlight.openflow.types.MacAddress.of(mac.toBytes());
    }

    static org.projectfloodlight.openflow.types.EthType etherType(EthType type) {
        return org.projectfloodlight.openflow.types.EthType.of(Short.toUnsignedInt(type.toShort()));
    }

    static IPv4Address ipv4(IpAddress address) {
        if (!address.isIp4()) {
            throw new UnsupportedRuleException(address + " is not an IPv4 address");
        }
        return IPv4Address.of(address.toOctets());
    }

    static IPv6Address ipv6(IpAddress address) {
        if (!address.isIp6()) {
            throw new UnsupportedRuleException(address + " is not an IPv6 address");
        }
        return IPv6Address.of(address.toOctets());
    }

    static void prefix4(Fields fields, MatchField<IPv4Address> field, IpPrefix prefix) {
        fields.masked(field, ipv4(prefix.address()), IPv4Address.ofCidrMaskLength(prefix.prefixLength()));
    }

    static void prefix6(Fields fields, MatchField<IPv6Address> field, IpPrefix prefix) {
        fields.masked(field, ipv6(prefix.address()), IPv6Address.ofCidrMaskLength(prefix.prefixLength()));
    }
}
