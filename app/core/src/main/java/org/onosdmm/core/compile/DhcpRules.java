/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.RuleKey;
import org.onosdmm.core.model.RuleSet;

import java.util.function.UnaryOperator;

import static org.onosdmm.core.compile.Pipeline.ADMIT;

/**
 * The rules of an edge for DHCP. Clients broadcast, with and without an address; what they send to the virtual gateway
 * comes there by itself. The outside asks for no addresses here.
 */
final class DhcpRules {

    private DhcpRules() {
    }

    static void collect(Domain domain, Anchor edge, RuleSet.Collector rules) {
        if (domain.dhcp().isPresent()) {
            collect(edge, Match::dhcpBroadcast, rules);
        }
        if (domain.dhcp6().isPresent()) {
            collect(edge, Match::dhcp6Multicast, rules);
        }
    }

    private static void collect(Anchor edge, UnaryOperator<Match> clients, RuleSet.Collector rules) {
        rules.add(RuleKey.of(edge.device(), ADMIT, Pipeline.ADMIT_DHCP, clients.apply(Match.any()).build()),
                Act.punt());
        edge.uplink().ifPresent(u -> rules.add(RuleKey.of(edge.device(), ADMIT, Pipeline.ADMIT_SPOOFED,
                clients.apply(Match.port(u.port())).build()), Act.drop()));
    }
}
