/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Configuration documents for tests. JSON may be written with single quotes. */
public final class Documents {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .configure(JsonParser.Feature.ALLOW_SINGLE_QUOTES, true);

    private static final String SAMPLE = "{ 'gatewayMac': '02:00:5e:00:00:02',"
            + " 'anchors': ["
            + "  { 'name': 'edge1', 'device': 'of:0000000000000001', 'number': 7,"
            + "    'prefixes': ['10.1.0.0/24', '10.1.1.0/24'], 'gateways': ['10.1.0.254', '10.1.1.1'],"
            + "    'uplink': { 'port': 10, 'address': '192.0.2.2/29', 'nextHop': '192.0.2.1',"
            + "                'pool': ['198.51.100.0/26', '198.51.100.64/32'],"
            + "                'reach': [{ 'prefix': '0.0.0.0/0', 'cost': 10 },"
            + "                          { 'prefix': '203.0.113.20/32', 'cost': 1 }], 'backup': 'edge2',"
            + "                'ipv6': { 'address': '2001:db8:f:1::2/64', 'nextHop': 'fe80::1',"
            + "                          'pool': ['2001:db8:e::/120'],"
            + "                          'reach': [{ 'prefix': '::/0', 'cost': 4 }] } },"
            + "    'capacity': 5000, 'drain': true },"
            + "  { 'name': 'edge2', 'device': 'of:0000000000000002', 'number': 2,"
            + "    'prefixes': ['10.2.0.0/24', '2001:db8:0:2::/64'], 'gateways': ['10.2.0.1', '2001:db8:0:2::1'],"
            + "    'uplink': { 'port': 10, 'address': '192.0.2.9/29', 'nextHop': '192.0.2.10',"
            + "                'pool': ['198.51.100.128/26'], 'reach': [{ 'prefix': '0.0.0.0/0', 'cost': 3 }],"
            + "                'ipv6': { 'address': '2001:db8:f:2::2/64', 'nextHop': 'fe80::1' } } } ],"
            + " 'classes': ["
            + "  { 'name': 'telephony', 'continuity': 'SESSION_LASTING', 'strategy': 'central', 'anchor': 'edge2',"
            + "    'dscp': [46], 'priority': 3, 'idle': 60001, 'rescue': true },"
            + "  { 'name': 'games', 'continuity': 'GRACEFUL_REPLACEMENT', 'strategy': 'nearest' },"
            + "  { 'name': 'web', 'continuity': 'NON_PERSISTENT', 'strategy': 'serving' },"
            + "  { 'name': 'inbound', 'continuity': 'FIXED', 'strategy': 'home' } ],"
            + " 'defaultClass': 'web', 'inboundClass': 'inbound',"
            + " 'rules': ["
            + "  { 'class': 'telephony', 'protocol': 'udp', 'ports': '16384-16389', 'dscp': 46,"
            + "    'prefix': '203.0.113.0/24' },"
            + "  { 'class': 'games', 'protocol': 6, 'ports': 5000 },"
            + "  { 'class': 'web', 'dscp': 0 } ],"
            + " 'names': [{ 'name': 'Meet.example.com', 'class': 'telephony' }],"
            + " 'classification': { 'steps': ['rules', 'name', 'payload'], 'trustDscp': false },"
            + " 'limits': { 'flowsPerNode': 100, 'flowsPerEdge': 1000, 'namesPerNode': 50 },"
            + " 'timers': { 'drain': 1001, 'probe': 1002, 'leaseLinger': 120003, 'pinIdle': 300004,"
            + "             'unpinnedIdle': 60005, 'overlap': 60006, 'bindingLifetime': 3600005, 'addressHold': 10007,"
            + "             'preferredLifetime': 600006, 'validLifetime': 1800006,"
            + "             'router': 1006 },"
            + " 'dhcp': { 'ranges': ['10.1.0.100-10.1.0.199', '10.2.0.7-10.2.0.7'],"
            + "           'reservations': [{ 'mac': '02:00:00:00:00:99', 'address': '10.1.0.50', 'name': 'printer' }],"
            + "           'leaseTime': 601, 'dns': ['192.0.2.53'], 'domainName': 'campus.example', 'mtu': 1400,"
            + "           'onMove': 'renew', 'perPort': 12, 'relay': '203.0.113.67' },"
            + " 'dhcp6': { 'dns': ['2001:db8:cafe::53'], 'domainName': 'campus.example',"
            + "            'relay': '2001:db8:cafe::67' },"
            + " 'multicast': { 'groups': ['224.0.0.251', 'ff02::fb'], 'scope': 'domain', 'rate': 30 } }";

    private Documents() {
    }

    /** A document in which every field is given. */
    public static JsonNode sample() {
        return json(SAMPLE);
    }

    /** The least document: one anchor. */
    public static JsonNode least() {
        return json("{ 'anchors': [{ 'name': 'edge1', 'device': 'of:0000000000000001',"
                + " 'prefixes': ['10.1.0.0/24'] }] }");
    }

    /** The least document with so many rules. */
    public static JsonNode withRules(int count) {
        String rules = IntStream.rangeClosed(1, count)
                .mapToObj(port -> "{ 'class': 'telephony', 'protocol': 'udp', 'ports': " + port + " }")
                .collect(Collectors.joining(","));
        return with(least(), "/rules", "[" + rules + "]");
    }

    /** The same document with this value at a place; an index one beyond the end of a list appends. */
    public static JsonNode with(JsonNode document, String pointer, String value) {
        return edit(document, pointer, json(value));
    }

    /** The same document without a place. */
    public static JsonNode without(JsonNode document, String pointer) {
        return edit(document, pointer, null);
    }

    /** Parses JSON. */
    public static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode edit(JsonNode document, String pointer, JsonNode value) {
        if (pointer.isEmpty()) {
            return value;
        }
        JsonNode copy = document.deepCopy();
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode parent = copy.at(place.head());
        String name = place.last().getMatchingProperty();
        if (parent.isObject()) {
            ObjectNode object = (ObjectNode) parent;
            if (value == null) {
                object.remove(name);
            } else {
                object.set(name, value);
            }
        } else if (parent.isArray()) {
            ArrayNode array = (ArrayNode) parent;
            int index = place.last().getMatchingIndex();
            if (value == null) {
                array.remove(index);
            } else if (index == array.size()) {
                array.add(value);
            } else {
                array.set(index, value);
            }
        } else {
            throw new IllegalArgumentException("There is no " + pointer);
        }
        return copy;
    }
}
