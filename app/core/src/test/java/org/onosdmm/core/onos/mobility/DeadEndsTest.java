/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import org.junit.jupiter.api.Test;
import org.onosdmm.api.Finding;
import org.onosdmm.core.config.Documents;
import org.onosdmm.core.config.DomainParser;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.strategy.Strategies;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Whose packets have no way outside is said. */
class DeadEndsTest {

    private static final String UPLINK = "'uplink': { 'port': 10, 'address': '192.0.2.2/30', 'nextHop': '192.0.2.1'";
    private static final String UPLINK6 = ", 'ipv6': { 'address': '2001:db8:f::2/64', 'nextHop': '2001:db8:f::1' }";
    private static final String POOL = ", 'pool': ['198.51.100.0/26']";

    private static Domain domain(String north, String south) {
        return new DomainParser(Strategies.builtIn().ids()).parse(Documents.json("{ 'anchors': ["
                + "{ 'name': 'north', 'device': 'of:0000000000000001', " + north + " },"
                + "{ 'name': 'south', 'device': 'of:0000000000000002', " + south + " } ] }"));
    }

    private static Finding warning(String prefix, String family) {
        return Finding.warning("south", "nodes reach nothing outside with addresses of " + prefix
                + ": the anchor has no uplink for " + family + ", and none lends such addresses");
    }

    @Test
    void anIpv6PrefixWhereThereIsNoUplink() {
        assertEquals(List.of(warning("2001:db8:2::/64", "IPv6")), DeadEnds.in(domain(
                "'prefixes': ['10.1.0.0/24', '2001:db8:1::/64'], " + UPLINK + POOL + UPLINK6 + " }",
                "'prefixes': ['10.2.0.0/24', '2001:db8:2::/64']")));
    }

    @Test
    void anIpv6PrefixWhereTheUplinkHasIpv4Alone() {
        assertEquals(List.of(warning("2001:db8:2::/64", "IPv6")), DeadEnds.in(domain(
                "'prefixes': ['2001:db8:1::/64'], " + UPLINK + UPLINK6 + " }",
                "'prefixes': ['2001:db8:2::/64'], " + UPLINK.replace("192.0.2.2/30", "192.0.2.6/30")
                        .replace("192.0.2.1", "192.0.2.5") + " }")));
    }

    @Test
    void anIpv4PrefixWhereNobodyLendsAddresses() {
        assertEquals(List.of(warning("10.2.0.0/24", "IPv4")), DeadEnds.in(domain(
                "'prefixes': ['10.1.0.0/24'], " + UPLINK + " }", "'prefixes': ['10.2.0.0/24']")));
    }

    @Test
    void whatIsMeantForTheInsideIsNoFault() {
        assertEquals(List.of(), DeadEnds.in(domain("'prefixes': ['2001:db8:1::/64']",
                "'prefixes': ['2001:db8:2::/64', '10.2.0.0/24']")), "no uplink at all");
        assertEquals(List.of(), DeadEnds.in(domain("'prefixes': ['10.1.0.0/24'], " + UPLINK + POOL + UPLINK6 + " }",
                "'prefixes': ['10.2.0.0/24', 'fd00:2::/64']")), "addresses that are for the inside");
    }
}
