/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.Test;
import org.onosdmm.api.DmmException;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.strategy.Strategies;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;

import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What the network has to have for a domain. */
class DomainCheckTest {
    private static final DeviceId ONE = DeviceId.deviceId("of:0000000000000001");
    private static final DeviceId TWO = DeviceId.deviceId("of:0000000000000002");
    private static final ImmutableSet<PortNumber> PORTS =
            ImmutableSet.of(PortNumber.portNumber(1), PortNumber.portNumber(10));

    private final Domain domain = parse(Documents.sample());

    @Test
    void allThere() {
        NetworkFacts facts = NetworkFacts.of(ImmutableMap.of(ONE, PORTS, TWO, PORTS),
                ImmutableSet.of(new ConnectPoint(ONE, PortNumber.portNumber(1))));
        assertEquals(Optional.empty(), DomainCheck.check(domain, facts));
    }

    @Test
    void deviceUnknown() {
        assertRefused("anchors[1].device: 'of:0000000000000002' is not a device that ONOS knows",
                DmmException.Kind.NOT_FOUND, NetworkFacts.of(ImmutableMap.of(ONE, PORTS), ImmutableSet.of()));
    }

    @Test
    void uplinkPortUnknown() {
        assertRefused("anchors[1].uplink.port: '10' is not a port of of:0000000000000002",
                DmmException.Kind.NOT_FOUND, NetworkFacts.of(ImmutableMap.of(ONE, PORTS,
                        TWO, ImmutableSet.of(PortNumber.portNumber(1))), ImmutableSet.of()));
    }

    @Test
    void uplinkPortLeadsToASwitch() {
        assertRefused("anchors[0].uplink.port: '10' leads to another switch, not outside", DmmException.Kind.INVALID,
                NetworkFacts.of(ImmutableMap.of(ONE, PORTS, TWO, PORTS),
                        ImmutableSet.of(new ConnectPoint(ONE, PortNumber.portNumber(10)))));
    }

    @Test
    void anAnchorWithoutUplinkNeedsNoPort() {
        NetworkFacts facts = NetworkFacts.of(ImmutableMap.of(ONE, ImmutableSet.of()), ImmutableSet.of());
        assertEquals(Optional.empty(), DomainCheck.check(parse(Documents.least()), facts));
    }

    private void assertRefused(String message, DmmException.Kind kind, NetworkFacts facts) {
        DmmException refusal = DomainCheck.check(domain, facts).orElseThrow(AssertionError::new);
        assertEquals(message, refusal.getMessage());
        assertEquals(kind, refusal.kind());
    }

    private static Domain parse(JsonNode document) {
        return new DomainParser(Strategies.builtIn().ids()).parse(document);
    }
}
