/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.config;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.stream.Stream;

/** Documents that are refused, each with the message, and whether a JSON schema can say as much. */
enum BadInput {

    // The document
    DOCUMENT_TYPE("", "[]", "document: '[]' is not an object", true),
    DOCUMENT_UNKNOWN("/anchor", "[]", "anchor: is not known here; known are gatewayMac, anchors, classes, "
            + "defaultClass, inboundClass, rules, names, classification, limits, timers, dhcp, dhcp6, multicast", true),
    ANCHORS_MISSING("/anchors", null, "anchors: is missing", true),
    ANCHORS_TYPE("/anchors", "{}", "anchors: '{}' is not a list", true),
    ANCHORS_NULL("/anchors", "null", "anchors: 'null' is not a list", true),
    ANCHORS_EMPTY("/anchors", "[]", "anchors: '[]' is empty", true),
    ANCHORS_WITHOUT_PREFIXES("/anchors", "[{ 'name': 'a', 'device': 'of:0000000000000001' }]",
            "anchors: none of them has prefixes, so no node has a home", false),

    // gatewayMac
    MAC_FORM("/gatewayMac", "'02:00:5e:00:01'", "gatewayMac: '02:00:5e:00:01' is not a MAC address", true),
    MAC_TYPE("/gatewayMac", "2", "gatewayMac: '2' is not a text", true),
    MAC_MULTICAST("/gatewayMac", "'03:00:5e:00:00:01'",
            "gatewayMac: '03:00:5e:00:00:01' is not a unicast MAC address", true),
    MAC_ZERO("/gatewayMac", "'00:00:00:00:00:00'",
            "gatewayMac: '00:00:00:00:00:00' is not a unicast MAC address", false),
    MAC_LOCATOR("/gatewayMac", "'0A:00:5e:00:00:01'",
            "gatewayMac: '0A:00:5e:00:00:01' begins with 0a, which is reserved for locators", true),

    // Anchors
    ANCHOR_TYPE("/anchors/1", "'edge2'", "anchors[1]: 'edge2' is not an object", true),
    ANCHOR_UNKNOWN("/anchors/1/prefix", "'10.3.0.0/24'", "anchors[1].prefix: is not known here; "
            + "known are name, device, number, prefixes, gateways, uplink, capacity, drain", true),
    NAME_MISSING("/anchors/1/name", null, "anchors[1].name: is missing", true),
    NAME_TYPE("/anchors/1/name", "2", "anchors[1].name: '2' is not a text", true),
    NAME_FORM("/anchors/1/name", "'edge two'", "anchors[1].name: 'edge two' is not a name: up to 63 letters, digits, "
            + "'.', '_' and '-', the first one a letter or digit", true),
    NAME_TWICE("/anchors/1/name", "'edge1'", "anchors[1].name: 'edge1' is also the name of anchors[0]", false),
    DEVICE_MISSING("/anchors/0/device", null, "anchors[0].device: is missing", true),
    DEVICE_FORM("/anchors/0/device", "'of:1'",
            "anchors[0].device: 'of:1' is not an OpenFlow device, such as of:000000000000000a", true),
    DEVICE_UPPER_CASE("/anchors/0/device", "'of:000000000000000A'", "anchors[0].device: 'of:000000000000000A' "
            + "is not an OpenFlow device, such as of:000000000000000a", true),
    DEVICE_TWICE("/anchors/1/device", "'of:0000000000000001'",
            "anchors[1].device: 'of:0000000000000001' is also the device of anchors[0]", false),
    NUMBER_TYPE("/anchors/1/number", "'2'", "anchors[1].number: '2' is not an integer", true),
    NUMBER_FRACTION("/anchors/1/number", "2.5", "anchors[1].number: '2.5' is not an integer", true),
    NUMBER_LOW("/anchors/1/number", "0", "anchors[1].number: '0' is not in 1 to 16777215", true),
    NUMBER_HIGH("/anchors/1/number", "16777216", "anchors[1].number: '16777216' is not in 1 to 16777215", true),
    NUMBER_HUGE("/anchors/1/number", "18446744073709551617",
            "anchors[1].number: '18446744073709551617' is not in 1 to 16777215", true),
    NUMBER_TWICE("/anchors/1/number", "7", "anchors[1].number: '7' is also the number of anchors[0]", false),

    // Home prefixes and gateways
    PREFIXES_TYPE("/anchors/0/prefixes", "'10.1.0.0/24'", "anchors[0].prefixes: '10.1.0.0/24' is not a list", true),
    PREFIX_TYPE("/anchors/0/prefixes/0", "10", "anchors[0].prefixes[0]: '10' is not a text", true),
    PREFIX_FORM("/anchors/0/prefixes/0", "'10.1.0.0'", "anchors[0].prefixes[0]: '10.1.0.0' "
            + "is not an IP address and a prefix length, such as 192.0.2.0/24", true),
    PREFIX_SIGNED("/anchors/0/prefixes/0", "'10.1.0.0/+24'", "anchors[0].prefixes[0]: '10.1.0.0/+24' "
            + "is not an IP address and a prefix length, such as 192.0.2.0/24", true),
    PREFIX_ADDRESS("/anchors/0/prefixes/0", "'10.1.0.256/24'",
            "anchors[0].prefixes[0]: '10.1.0.256/24' does not begin with an IP address", false),
    PREFIX_LENGTH("/anchors/0/prefixes/1", "'10.1.0.0/33'",
            "anchors[0].prefixes[1]: '10.1.0.0/33' has too long a prefix", false),
    PREFIX_HOST_BITS("/anchors/0/prefixes/1", "'10.1.1.1/24'",
            "anchors[0].prefixes[1]: '10.1.1.1/24' has bits set beyond its length; the prefix is 10.1.1.0/24", false),
    PREFIX_MULTICAST("/anchors/0/prefixes/1", "'239.1.0.0/16'",
            "anchors[0].prefixes[1]: '239.1.0.0/16' contains addresses that no host can have", false),
    PREFIX_ALL("/anchors/0/prefixes/1", "'0.0.0.0/0'",
            "anchors[0].prefixes[1]: '0.0.0.0/0' contains addresses that no host can have", false),
    PREFIX_IPV6_HOST_BITS("/anchors/0/prefixes/1", "'2001:db8:1::1/64'", "anchors[0].prefixes[1]: '2001:db8:1::1/64' "
            + "has bits set beyond its length; the prefix is 2001:db8:1::/64", false),
    PREFIX_IPV6_LENGTH("/anchors/0/prefixes/1", "'2001:db8:1::/129'",
            "anchors[0].prefixes[1]: '2001:db8:1::/129' has too long a prefix", false),
    PREFIX_IPV6_ADDRESS("/anchors/0/prefixes/1", "'2001:db8::1::/64'",
            "anchors[0].prefixes[1]: '2001:db8::1::/64' does not begin with an IP address", false),
    PREFIX_LINK_LOCAL("/anchors/0/prefixes/1", "'fe80::/64'",
            "anchors[0].prefixes[1]: 'fe80::/64' contains addresses that no host can have", false),
    PREFIX_MULTICAST6("/anchors/0/prefixes/1", "'ff0e::/64'",
            "anchors[0].prefixes[1]: 'ff0e::/64' contains addresses that no host can have", false),
    PREFIX_IPV6_TWICE("/anchors/1/prefixes", "['2001:db8:1::/64', '2001:db8:1::/56']", "anchors[1].prefixes[1]: "
            + "'2001:db8:1::/56' overlaps 2001:db8:1::/64 of anchors[1].prefixes[0]", false),
    PREFIX_IN_OTHER("/anchors/1/prefixes/0", "'10.1.0.128/25'",
            "anchors[1].prefixes[0]: '10.1.0.128/25' overlaps 10.1.0.0/24 of anchors[0].prefixes[0]", false),
    PREFIX_AROUND_OTHER("/anchors/1/prefixes/0", "'10.0.0.0/8'",
            "anchors[1].prefixes[0]: '10.0.0.0/8' overlaps 10.1.0.0/24 of anchors[0].prefixes[0]", false),
    PREFIX_IN_OWN("/anchors/0/prefixes/1", "'10.1.0.0/24'",
            "anchors[0].prefixes[1]: '10.1.0.0/24' overlaps 10.1.0.0/24 of anchors[0].prefixes[0]", false),
    PREFIX_IN_POOL("/anchors/1/prefixes/0", "'198.51.100.0/30'",
            "anchors[1].prefixes[0]: '198.51.100.0/30' overlaps 198.51.100.0/26 of anchors[0].uplink.pool[0]", false),
    PREFIX_IN_LINK("/anchors/1/prefixes/0", "'192.0.2.0/30'",
            "anchors[1].prefixes[0]: '192.0.2.0/30' overlaps 192.0.2.0/29 of anchors[0].uplink.address", false),
    GATEWAYS_TYPE("/anchors/1/gateways", "'10.2.0.1'", "anchors[1].gateways: '10.2.0.1' is not a list", true),
    GATEWAY_FORM("/anchors/1/gateways/0", "'10.2.0'", "anchors[1].gateways[0]: '10.2.0' is not an IP address", true),
    GATEWAY_ELSEWHERE("/anchors/1/gateways/0", "'10.1.0.1'",
            "anchors[1].gateways[0]: '10.1.0.1' is in none of the anchor's prefixes", false),
    GATEWAY_NETWORK("/anchors/1/gateways/0", "'10.2.0.0'",
            "anchors[1].gateways[0]: '10.2.0.0' is the network or broadcast address of 10.2.0.0/24", false),
    GATEWAY_BROADCAST("/anchors/1/gateways/0", "'10.2.0.255'",
            "anchors[1].gateways[0]: '10.2.0.255' is the network or broadcast address of 10.2.0.0/24", false),

    // Uplinks
    UPLINK_TYPE("/anchors/0/uplink", "10", "anchors[0].uplink: '10' is not an object", true),
    UPLINK_UNKNOWN("/anchors/0/uplink/nexthop", "'192.0.2.1'", "anchors[0].uplink.nexthop: is not known here; "
            + "known are port, address, nextHop, pool, reach, ipv6, backup", true),
    BACKUP_TYPE("/anchors/0/uplink/backup", "2", "anchors[0].uplink.backup: '2' is not a text", true),
    BACKUP_FORM("/anchors/0/uplink/backup", "'edge 2'", "anchors[0].uplink.backup: 'edge 2' is not a name: up to 63 "
            + "letters, digits, '.', '_' and '-', the first one a letter or digit", true),
    BACKUP_UNKNOWN("/anchors/0/uplink/backup", "'edge9'",
            "anchors[0].uplink.backup: 'edge9' is not an anchor; known are edge1, edge2", false),
    BACKUP_ITSELF("/anchors/0/uplink/backup", "'edge1'",
            "anchors[0].uplink.backup: 'edge1' is the anchor itself", false),
    BACKUP_WITHOUT_FAMILY("/anchors/1/uplink/ipv6", null, "anchors[0].uplink.backup: 'edge2' has no uplink for IPv6",
            false),
    BACKUP_WITHOUT_UPLINK("/anchors/1/uplink", null, "anchors[0].uplink.backup: 'edge2' has no uplink", false),
    PORT_MISSING("/anchors/0/uplink/port", null, "anchors[0].uplink.port: is missing", true),
    PORT_TYPE("/anchors/0/uplink/port", "'10'", "anchors[0].uplink.port: '10' is not an integer", true),
    PORT_ZERO("/anchors/0/uplink/port", "0", "anchors[0].uplink.port: '0' is not in 1 to 4294967040", true),
    PORT_RESERVED("/anchors/0/uplink/port", "4294967293",
            "anchors[0].uplink.port: '4294967293' is not in 1 to 4294967040", true),
    ADDRESS_MISSING("/anchors/0/uplink/address", null, "anchors[0].uplink.address: is missing", true),
    ADDRESS_WITHOUT_LENGTH("/anchors/0/uplink/address", "'192.0.2.2'", "anchors[0].uplink.address: '192.0.2.2' "
            + "is not an IP address and a prefix length, such as 192.0.2.0/24", true),
    ADDRESS_NETWORK("/anchors/0/uplink/address", "'192.0.2.0/29'", "anchors[0].uplink.address: '192.0.2.0/29' "
            + "is the network or broadcast address of the link 192.0.2.0/29", false),
    ADDRESS_BROADCAST("/anchors/0/uplink/address", "'192.0.2.7/29'", "anchors[0].uplink.address: '192.0.2.7/29' "
            + "is the network or broadcast address of the link 192.0.2.0/29", false),
    ADDRESS_LOOPBACK("/anchors/0/uplink/address", "'127.0.0.1/29'",
            "anchors[0].uplink.address: '127.0.0.1/29' contains addresses that no host can have", false),
    ADDRESS_IPV6("/anchors/0/uplink/address", "'2001:db8::2/64'",
            "anchors[0].uplink.nextHop: '192.0.2.1' is IPv4, but the uplink's address is IPv6", false),
    LINK_OVERLAPS_LINK("/anchors/1/uplink/address", "'192.0.2.3/29'",
            "anchors[1].uplink.address: '192.0.2.3/29' overlaps 192.0.2.0/29 of anchors[0].uplink.address", false),
    LINK_OVERLAPS_HOME("/anchors/1/uplink/address", "'10.1.0.2/29'",
            "anchors[1].uplink.address: '10.1.0.2/29' overlaps 10.1.0.0/24 of anchors[0].prefixes[0]", false),
    NEXT_HOP_MISSING("/anchors/0/uplink/nextHop", null, "anchors[0].uplink.nextHop: is missing", true),
    NEXT_HOP_ELSEWHERE("/anchors/0/uplink/nextHop", "'192.0.2.9'",
            "anchors[0].uplink.nextHop: '192.0.2.9' is not on the link 192.0.2.0/29", false),
    NEXT_HOP_OWN("/anchors/0/uplink/nextHop", "'192.0.2.2'",
            "anchors[0].uplink.nextHop: '192.0.2.2' is the uplink's own address", false),
    NEXT_HOP_BROADCAST("/anchors/0/uplink/nextHop", "'192.0.2.7'", "anchors[0].uplink.nextHop: '192.0.2.7' "
            + "is the network or broadcast address of the link 192.0.2.0/29", false),
    NEXT_HOP_IPV6("/anchors/0/uplink/nextHop", "'2001:db8::1'",
            "anchors[0].uplink.nextHop: '2001:db8::1' is IPv6, but the uplink's address is IPv4", false),
    POOL_EMPTY("/anchors/0/uplink/pool", "[]",
            "anchors[0].uplink.pool: '[]' is too small: a pool needs at least 2 addresses", true),
    POOL_SMALL("/anchors/0/uplink/pool", "['198.51.100.9/32']",
            "anchors[0].uplink.pool: '[\"198.51.100.9/32\"]' is too small: a pool needs at least 2 addresses", false),
    POOL_LARGE("/anchors/0/uplink/pool", "['172.16.0.0/12', '198.51.100.9/32']", "anchors[0].uplink.pool: "
            + "'[\"172.16.0.0/12\",\"198.51.100.9/32\"]' is too large: a pool has at most 1048576 addresses", false),
    POOL_PREFIX("/anchors/0/uplink/pool/0", "'198.51.100.0/33'",
            "anchors[0].uplink.pool[0]: '198.51.100.0/33' has too long a prefix", false),
    POOL_IPV6("/anchors/0/uplink/pool/1", "'2001:db8::/64'",
            "anchors[0].uplink.pool[1]: '2001:db8::/64' is IPv6, but the uplink's address is IPv4", false),
    POOL_IN_OTHER("/anchors/1/uplink/pool/0", "'198.51.100.32/27'",
            "anchors[1].uplink.pool[0]: '198.51.100.32/27' overlaps 198.51.100.0/26 of anchors[0].uplink.pool[0]",
            false),
    POOL_IN_LINK("/anchors/1/uplink/pool/0", "'192.0.2.14/31'",
            "anchors[1].uplink.pool[0]: '192.0.2.14/31' overlaps 192.0.2.8/29 of anchors[1].uplink.address", false),
    REACH_EMPTY("/anchors/0/uplink/reach", "[]", "anchors[0].uplink.reach: '[]' is empty", true),
    REACH_UNKNOWN("/anchors/0/uplink/reach/1/costs", "1",
            "anchors[0].uplink.reach[1].costs: is not known here; known are prefix, cost", true),
    REACH_PREFIX_MISSING("/anchors/0/uplink/reach/1/prefix", null,
            "anchors[0].uplink.reach[1].prefix: is missing", true),
    REACH_PREFIX_TWICE("/anchors/0/uplink/reach/1/prefix", "'0.0.0.0/0'",
            "anchors[0].uplink.reach[1].prefix: '0.0.0.0/0' is also the prefix of anchors[0].uplink.reach[0]", false),
    REACH_IPV6("/anchors/0/uplink/reach/1/prefix", "'::/0'",
            "anchors[0].uplink.reach[1].prefix: '::/0' is IPv6, but the uplink's address is IPv4", false),
    IPV6_TYPE("/anchors/0/uplink/ipv6", "'2001:db8::2/64'",
            "anchors[0].uplink.ipv6: '2001:db8::2/64' is not an object", true),
    IPV6_PORT("/anchors/0/uplink/ipv6/port", "10", "anchors[0].uplink.ipv6.port: is not known here; "
            + "known are address, nextHop, pool, reach", true),
    IPV6_ADDRESS_MISSING("/anchors/0/uplink/ipv6/address", null, "anchors[0].uplink.ipv6.address: is missing", true),
    IPV6_ADDRESS_IPV4("/anchors/0/uplink/ipv6/address", "'192.0.2.18/29'", "anchors[0].uplink.ipv6.address: "
            + "'192.0.2.18/29' is IPv4, but the uplink's address for IPv6 is asked for", false),
    IPV6_ADDRESS_ROUTERS("/anchors/0/uplink/ipv6/address", "'2001:db8:f:1::/64'", "anchors[0].uplink.ipv6.address: "
            + "'2001:db8:f:1::/64' is the network or broadcast address of the link 2001:db8:f:1::/64", false),
    IPV6_NEXT_HOP_MISSING("/anchors/0/uplink/ipv6/nextHop", null, "anchors[0].uplink.ipv6.nextHop: is missing", true),
    IPV6_NEXT_HOP_ELSEWHERE("/anchors/0/uplink/ipv6/nextHop", "'2001:db8:f:2::1'",
            "anchors[0].uplink.ipv6.nextHop: '2001:db8:f:2::1' is not on the link 2001:db8:f:1::/64", false),
    IPV6_NEXT_HOP_IPV4("/anchors/0/uplink/ipv6/nextHop", "'192.0.2.1'",
            "anchors[0].uplink.ipv6.nextHop: '192.0.2.1' is IPv4, but the uplink's address is IPv6", false),
    IPV6_POOL_LARGE("/anchors/0/uplink/ipv6/pool/0", "'2001:db8:e::/107'", "anchors[0].uplink.ipv6.pool: "
            + "'[\"2001:db8:e::/107\"]' is too large: a pool has at most 1048576 addresses", false),
    COST_MISSING("/anchors/0/uplink/reach/0/cost", null, "anchors[0].uplink.reach[0].cost: is missing", true),
    COST_NEGATIVE("/anchors/0/uplink/reach/0/cost", "-1",
            "anchors[0].uplink.reach[0].cost: '-1' is not in 0 to 65535", true),

    // Classes
    CLASSES_TYPE("/classes", "{}", "classes: '{}' is not a list", true),
    CLASS_UNKNOWN_FIELD("/classes/0/anchors", "'home'", "classes[0].anchors: is not known here; known are name, "
            + "continuity, strategy, anchor, dscp, priority, idle, rescue", true),
    CLASS_ANCHOR_UNKNOWN("/classes/0/anchor", "'edge9'", "classes[0].anchor: 'edge9' is not an anchor with an uplink; "
            + "known are edge1, edge2", false),
    CLASS_ANCHOR_MISSING("/classes/0/anchor", null, "classes[0].strategy: 'central' needs an anchor", false),
    CLASS_ANCHOR_FOUND("/classes/1/anchor", "'edge1'", "classes[1].anchor: 'edge1' does not go with the strategy "
            + "nearest, which finds one itself", false),
    CLASS_DSCP("/classes/0/dscp", "[64]", "classes[0].dscp[0]: '64' is not in 0 to 63", true),
    CLASS_PRIORITY("/classes/0/priority", "10", "classes[0].priority: '10' is not in 0 to 9", true),
    CLASS_IDLE("/classes/0/idle", "999", "classes[0].idle: '999' is not in 1000 to 86400000", true),
    CLASS_RESCUE_TYPE("/classes/0/rescue", "'yes'", "classes[0].rescue: 'yes' is neither true nor false", true),
    CLASS_RESCUE_WITHOUT_PIN("/classes/2/rescue", "true", "classes[2].rescue: 'true' is not possible for "
            + "NON_PERSISTENT: its flows are not known one by one", false),
    CLASS_NAME_MISSING("/classes/1/name", null, "classes[1].name: is missing", true),
    CLASS_TWICE("/classes/1/name", "'telephony'", "classes[1].name: 'telephony' is also the name of classes[0]",
            false),
    CONTINUITY_UNKNOWN("/classes/0/continuity", "'PERSISTENT'", "classes[0].continuity: 'PERSISTENT' is not a "
            + "continuity type; known are FIXED, SESSION_LASTING, GRACEFUL_REPLACEMENT, NON_PERSISTENT", true),
    CONTINUITY_CASE("/classes/0/continuity", "'fixed'", "classes[0].continuity: 'fixed' is not a continuity type; "
            + "known are FIXED, SESSION_LASTING, GRACEFUL_REPLACEMENT, NON_PERSISTENT", true),
    CONTINUITY_MISSING("/classes/1/continuity", null, "classes[1].continuity: is missing", false),
    STRATEGY_UNKNOWN("/classes/0/strategy", "'closest'",
            "classes[0].strategy: 'closest' is not a strategy; known are central, home, least-loaded, nearest, pinned, "
                    + "serving", false),
    STRATEGY_TYPE("/classes/0/strategy", "null", "classes[0].strategy: 'null' is not a text", true),
    STRATEGY_OF_FIXED("/classes/3/strategy", "'nearest'", "classes[3].strategy: 'nearest' does not go with FIXED: "
            + "such flows keep the node's own address, so the strategy has to be home", false),
    STRATEGY_OF_NON_PERSISTENT("/classes/2/strategy", "'nearest'", "classes[2].strategy: 'nearest' does not go with "
            + "NON_PERSISTENT: such flows leave where their node is, so the strategy has to be serving, or else "
            + "central or pinned", false),
    DEFAULT_UNKNOWN("/defaultClass", "'std'", "defaultClass: 'std' is not a class; known are telephony, games, web, "
            + "inbound, signaling, multimedia-conferencing, real-time-interactive, multimedia-streaming, "
            + "broadcast-video, low-latency-data, high-throughput-data, standard, low-priority-data, oam", false),
    DEFAULT_PINNED("/defaultClass", "'telephony'", "defaultClass: 'telephony' is SESSION_LASTING: every flow under no "
            + "rule would have to go to the controller first; the default class has to be NON_PERSISTENT", false),
    DEFAULT_TYPE("/defaultClass", "1", "defaultClass: '1' is not a text", true),
    INBOUND_NOT_FIXED("/inboundClass", "'web'", "inboundClass: 'web' is NON_PERSISTENT: a flow that begins outside "
            + "keeps the address it was sent to; the inbound class has to be FIXED", false),

    // DHCP
    DHCP_TYPE("/dhcp", "[]", "dhcp: '[]' is not an object", true),
    DHCP_EMPTY("/dhcp", "{ 'leaseTime': 600 }",
            "dhcp: has neither ranges nor relay, so no node would get an address", false),
    DHCP_UNKNOWN("/dhcp/range", "'10.1.0.100-10.1.0.199'", "dhcp.range: is not known here; known are ranges, "
            + "reservations, leaseTime, dns, domainName, mtu, onMove, perPort, relay", true),
    RANGE_FORM("/dhcp/ranges/0", "'10.1.0.0/24'", "dhcp.ranges[0]: '10.1.0.0/24' is not a range of addresses, "
            + "such as 192.0.2.10-192.0.2.99", true),
    RANGE_ADDRESS("/dhcp/ranges/0", "'10.1.0.100-10.1.0.256'",
            "dhcp.ranges[0]: '10.1.0.100-10.1.0.256' does not begin with an IP address", false),
    RANGE_BACKWARDS("/dhcp/ranges/0", "'10.1.0.199-10.1.0.100'",
            "dhcp.ranges[0]: '10.1.0.199-10.1.0.100' is a range that ends before it begins", false),
    RANGE_ELSEWHERE("/dhcp/ranges/0", "'10.9.0.100-10.9.0.199'",
            "dhcp.ranges[0]: '10.9.0.100-10.9.0.199' is in no anchor's prefixes", false),
    RANGE_TOO_FAR("/dhcp/ranges/0", "'10.1.0.100-10.1.1.9'",
            "dhcp.ranges[0]: '10.1.0.100-10.1.1.9' ends outside of 10.1.0.0/24", false),
    RANGE_LARGE("/dhcp/ranges/0", "'10.1.0.0-10.2.0.0'",
            "dhcp.ranges[0]: '10.1.0.0-10.2.0.0' is too large: a range has at most 65536 addresses", false),
    RANGE_BROADCAST("/dhcp/ranges/0", "'10.1.1.100-10.1.1.255'", "dhcp.ranges[0]: '10.1.1.100-10.1.1.255' contains "
            + "the network or broadcast address of 10.1.1.0/24", false),
    RANGE_GATEWAY("/dhcp/ranges/1", "'10.2.0.1-10.2.0.9'",
            "dhcp.ranges[1]: '10.2.0.1-10.2.0.9' contains the gateway 10.2.0.1", false),
    RANGE_TWICE("/dhcp/ranges/1", "'10.1.0.199-10.1.0.210'",
            "dhcp.ranges[1]: '10.1.0.199-10.1.0.210' overlaps 10.1.0.100-10.1.0.199", false),
    RESERVED_MAC_MISSING("/dhcp/reservations/0/mac", null, "dhcp.reservations[0].mac: is missing", true),
    RESERVED_MAC_BROADCAST("/dhcp/reservations/0/mac", "'ff:ff:ff:ff:ff:ff'",
            "dhcp.reservations[0].mac: 'ff:ff:ff:ff:ff:ff' is not a unicast MAC address", true),
    RESERVED_ADDRESS_IPV6("/dhcp/reservations/0/address", "'2001:db8::1'",
            "dhcp.reservations[0].address: '2001:db8::1' is not an IPv4 address", true),
    RESERVED_GATEWAY("/dhcp/reservations/0/address", "'10.2.0.1'",
            "dhcp.reservations[0].address: '10.2.0.1' is a gateway", false),
    RESERVED_BROADCAST("/dhcp/reservations/0/address", "'10.1.0.255'", "dhcp.reservations[0].address: '10.1.0.255' "
            + "is the network or broadcast address of 10.1.0.0/24", false),
    RESERVED_ELSEWHERE("/dhcp/reservations/0/address", "'10.9.0.1'",
            "dhcp.reservations[0].address: '10.9.0.1' is in no anchor's prefixes", false),
    RESERVED_TWICE("/dhcp/reservations/1", "{ 'mac': '02:00:00:00:00:98', 'address': '10.1.0.50' }",
            "dhcp.reservations[1].address: '10.1.0.50' is also the address of dhcp.reservations[0]", false),
    RESERVED_MAC_TWICE("/dhcp/reservations/1", "{ 'mac': '02:00:00:00:00:99', 'address': '10.1.0.51' }",
            "dhcp.reservations[1].mac: '02:00:00:00:00:99' is also the mac of dhcp.reservations[0]", false),
    LEASE_TIME_SHORT("/dhcp/leaseTime", "59", "dhcp.leaseTime: '59' is not in 60 to 31536000", true),
    DNS_IPV6("/dhcp/dns/0", "'2001:db8::53'", "dhcp.dns[0]: '2001:db8::53' is not an IPv4 address", true),
    DNS_MANY("/dhcp/dns", "['192.0.2.1','192.0.2.1','192.0.2.1','192.0.2.1','192.0.2.1','192.0.2.1','192.0.2.1',"
            + "'192.0.2.1','192.0.2.1']", "dhcp.dns: "
            + "'[\"192.0.2.1\",\"192.0.2.1\",\"192.0.2.1\",\"192.0.2.1\",\"192.0.2...' "
            + "has more than 8 servers", true),
    DOMAIN_NAME_FORM("/dhcp/domainName", "'campus example'",
            "dhcp.domainName: 'campus example' is not a domain name", true),
    MTU_SMALL("/dhcp/mtu", "575", "dhcp.mtu: '575' is not in 576 to 65535", true),
    ON_MOVE_UNKNOWN("/dhcp/onMove", "'drop'", "dhcp.onMove: 'drop' is not a policy; known are keep, renew", true),
    RELAY_INSIDE("/dhcp/relay", "'10.1.0.5'",
            "dhcp.relay: '10.1.0.5' is an address of a node; the server has to be outside", false),

    DHCP6_TYPE("/dhcp6", "[]", "dhcp6: '[]' is not an object", true),
    DHCP6_EMPTY("/dhcp6", "{ 'dns': [] }",
            "dhcp6: has neither dns, domainName nor relay, so no node would be told anything", false),
    DHCP6_UNKNOWN("/dhcp6/ranges", "[]", "dhcp6.ranges: is not known here; known are dns, domainName, relay", true),
    DNS6_IPV4("/dhcp6/dns/0", "'192.0.2.53'", "dhcp6.dns[0]: '192.0.2.53' is not an IPv6 address", true),
    DOMAIN_NAME6_FORM("/dhcp6/domainName", "'-.-..'", "dhcp6.domainName: '-.-..' is not a domain name", true),
    RELAY6_INSIDE("/dhcp6/relay", "'2001:db8:0:2::5'",
            "dhcp6.relay: '2001:db8:0:2::5' is an address of a node; the server has to be outside", false),
    RELAY6_FORM("/dhcp6/relay", "'192.0.2.67'", "dhcp6.relay: '192.0.2.67' is not an IPv6 address", true),

    // Multicast
    MULTICAST_TYPE("/multicast", "[]", "multicast: '[]' is not an object", true),
    GROUPS_MISSING("/multicast/groups", null, "multicast.groups: is missing", true),
    GROUP_UNICAST("/multicast/groups/0", "'192.0.2.1'",
            "multicast.groups[0]: '192.0.2.1' is neither a multicast address nor 255.255.255.255", false),
    SCOPE_UNKNOWN("/multicast/scope", "'world'",
            "multicast.scope: 'world' is not a scope; known are edge, domain", true),
    GROUP_RATE("/multicast/rate", "0", "multicast.rate: '0' is not in 1 to 1000", true),

    // Rules
    RULES_TYPE("/rules", "1", "rules: '1' is not a list", true),
    RULE_UNKNOWN("/rules/0/port", "5060",
            "rules[0].port: is not known here; known are class, protocol, ports, dscp, prefix", true),
    RULE_CLASS_MISSING("/rules/0/class", null, "rules[0].class: is missing", true),
    RULE_CLASS_UNKNOWN("/rules/0/class", "'voice'", "rules[0].class: 'voice' is not a class; known are telephony, "
            + "games, web, inbound, signaling, multimedia-conferencing, real-time-interactive, multimedia-streaming, "
            + "broadcast-video, low-latency-data, high-throughput-data, standard, low-priority-data, oam", false),
    RULE_WITHOUT_CONDITION("/rules/2", "{ 'class': 'web' }", "rules[2]: '{\"class\":\"web\"}' has no condition; "
            + "the class of flows under no rule is defaultClass", true),
    RULE_TWICE("/rules/2", "{ 'class': 'web', 'protocol': 'tcp', 'ports': '5000' }",
            "rules[2]: '{\"class\":\"web\",\"protocol\":\"tcp\",\"ports\":\"5000\"}' has the same conditions as "
                    + "rules[1], so it is never reached", false),
    PROTOCOL_UNKNOWN("/rules/0/protocol", "'UDP'",
            "rules[0].protocol: 'UDP' is not a protocol: tcp, udp, sctp, icmp, icmpv6, or a number", true),
    PROTOCOL_RANGE("/rules/1/protocol", "256", "rules[1].protocol: '256' is not in 0 to 255", true),
    PORTS_FORM("/rules/0/ports", "'5060,5061'", "rules[0].ports: '5060,5061' is neither a port nor a range of ports, "
            + "such as 16384-16389", true),
    PORTS_BACKWARDS("/rules/0/ports", "'16389-16384'",
            "rules[0].ports: '16389-16384' is a range that ends before it begins", false),
    PORTS_RANGE("/rules/0/ports", "'1-65536'", "rules[0].ports: '1-65536' is not in 1 to 65535", false),
    PORTS_ZERO("/rules/0/ports", "'0-1023'", "rules[0].ports: '0-1023' is not in 1 to 65535", false),
    PORT_OF_RULE_RANGE("/rules/1/ports", "65536", "rules[1].ports: '65536' is not in 1 to 65535", true),
    PORTS_WITHOUT_PROTOCOL("/rules/0/protocol", null,
            "rules[0].ports: '16384-16389' needs the protocol to be tcp or udp", false),
    PORTS_OF_ICMP("/rules/0/protocol", "'icmp'",
            "rules[0].ports: '16384-16389' needs the protocol to be tcp or udp", false),
    DSCP_HIGH("/rules/0/dscp", "64", "rules[0].dscp: '64' is not in 0 to 63", true),
    DSCP_NEGATIVE("/rules/0/dscp", "-1", "rules[0].dscp: '-1' is not in 0 to 63", true),
    DSCP_TYPE("/rules/0/dscp", "'EF'", "rules[0].dscp: 'EF' is not an integer", true),
    RULE_PREFIX_HOST_BITS("/rules/0/prefix", "'203.0.113.1/24'",
            "rules[0].prefix: '203.0.113.1/24' has bits set beyond its length; the prefix is 203.0.113.0/24", false),
    RULE_PREFIX_ALL("/rules/0/prefix", "'0.0.0.0/0'",
            "rules[0].prefix: '0.0.0.0/0' contains every address, so it is no condition", false),
    RULE_PREFIX_FAMILY("/rules/2", "{ 'class': 'web', 'protocol': 'icmp', 'prefix': '2001:db8::/32' }",
            "rules[2].prefix: '2001:db8::/32' is of another family than the protocol", false),

    // Names, classification and limits
    NAME_OF_NO_DOMAIN("/names/0/name", "'meet..com'", "names[0].name: 'meet..com' is not a domain name, such as "
            + "meet.example.com", true),
    NAME_CLASS_UNKNOWN("/names/0/class", "'std'", "names[0].class: 'std' is not a class; known are telephony, games, "
            + "web, inbound, signaling, multimedia-conferencing, real-time-interactive, multimedia-streaming, "
            + "broadcast-video, low-latency-data, high-throughput-data, standard, low-priority-data, oam", false),
    NAME_GIVEN_TWICE("/names/1", "{ 'name': 'meet.example.com', 'class': 'web' }",
            "names[1].name: 'meet.example.com' is also the name of names[0]", false),
    STEP_UNKNOWN("/classification/steps/0", "'magic'", "classification.steps[0]: 'magic' is not a step of "
            + "classification; known are name, network, payload, port, request, rules", false),
    STEP_TWICE("/classification/steps/1", "'rules'", "classification.steps[1]: 'rules' is also the step of "
            + "classification.steps[0]", false),
    LIMIT_LOW("/limits/flowsPerNode", "15", "limits.flowsPerNode: '15' is not in 16 to 8192", true),

    // Timers
    TIMERS_TYPE("/timers", "1000", "timers: '1000' is not an object", true),
    TIMER_UNKNOWN("/timers/drian", "1000", "timers.drian: is not known here; known are drain, probe, leaseLinger, "
            + "pinIdle, unpinnedIdle, overlap, bindingLifetime, addressHold, preferredLifetime, validLifetime, "
            + "router", true),
    TIMER_TYPE("/timers/drain", "'1s'", "timers.drain: '1s' is not an integer", true),
    DRAIN_SHORT("/timers/drain", "99", "timers.drain: '99' is not in 100 to 60000", true),
    PROBE_LONG("/timers/probe", "60001", "timers.probe: '60001' is not in 100 to 60000", true),
    LINGER_NEGATIVE("/timers/leaseLinger", "-1", "timers.leaseLinger: '-1' is not in 1000 to 86400000", true),
    IDLE_LONG("/timers/pinIdle", "43200001", "timers.pinIdle: '43200001' is not in 1000 to 43200000", true),
    LIFETIME_ZERO("/timers/bindingLifetime", "0", "timers.bindingLifetime: '0' is not in 1000 to 604800000", true),
    PREFERRED_SHORT("/timers/preferredLifetime", "29999",
            "timers.preferredLifetime: '29999' is not in 30000 to 7200000", true),
    VALID_LONG("/timers/validLifetime", "7200001", "timers.validLifetime: '7200001' is not in 60000 to 7200000", true),
    ROUTER_SHORT("/timers/router", "99", "timers.router: '99' is not in 100 to 60000", true);

    private final String pointer;
    private final String value;
    private final String message;
    private final boolean seenBySchema;

    BadInput(String pointer, String value, String message, boolean seenBySchema) {
        this.pointer = pointer;
        this.value = value;
        this.message = message;
        this.seenBySchema = seenBySchema;
    }

    /** The sample document with one mistake in it. */
    JsonNode document() {
        return value == null ? Documents.without(Documents.sample(), pointer)
                : Documents.with(Documents.sample(), pointer, value);
    }

    String message() {
        return message;
    }

    boolean seenBySchema() {
        return seenBySchema;
    }

    static Stream<BadInput> all() {
        return Stream.of(values());
    }
}
