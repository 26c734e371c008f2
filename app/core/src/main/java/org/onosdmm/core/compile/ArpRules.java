/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import org.onlab.packet.Ip4Address;
import org.onlab.packet.IpAddress;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.ArpMoves;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.RuleKey;
import org.onosdmm.core.model.RuleSet;
import org.onosdmm.core.model.Uplink;

import static org.onosdmm.core.compile.Pipeline.ADMIT;

/**
 * What an edge that can answers to ARP by itself: questions for the gateways, and of the router for the address of the
 * uplink. So hosts and routers go on while there is no controller. The controller sees the questions all the same: they
 * tell where a node is.
 *
 * <p>Never answered are questions from no address, and from the address that is asked for: they are there to find a
 * duplicate (RFC 5227, section 2.1.1).
 */
final class ArpRules {

    private final Anchor self;
    private final ArpMoves moves;
    private final RuleSet.Collector rules;

    private ArpRules(Anchor self, ArpMoves moves, RuleSet.Collector rules) {
        this.self = self;
        this.moves = moves;
        this.rules = rules;
    }

    static void collect(Domain domain, Anchor self, ArpMoves moves, RuleSet.Collector rules) {
        ArpRules arp = new ArpRules(self, moves, rules);
        arp.gateways(domain);
        self.uplink(IpAddress.Version.INET).ifPresent(arp::uplink);
    }

    /** At any port that is neither an uplink nor leads to another switch. */
    private void gateways(Domain domain) {
        rule(Pipeline.ADMIT_ARP_PROBE, Match.any().arpSender(Ip4Address.ZERO));
        domain.anchors().values().stream().flatMap(a -> a.gateways().stream()).filter(IpAddress::isIp4).distinct()
                .forEach(gateway -> {
                    rule(Pipeline.ADMIT_ARP_PROBE, Match.any().arpFor(gateway).arpSender(gateway));
                    rules.add(RuleKey.of(self.device(), ADMIT, Pipeline.ADMIT_ARP_ANSWER,
                            Match.any().arpFor(gateway).build()),
                            Act.copyAndAnswer(gateway, domain.gatewayMac(), moves, self.device()));
                });
    }

    private void uplink(Uplink uplink) {
        rule(Pipeline.ADMIT_UPLINK_ARP_PROBE, Match.port(uplink.port()).arpSender(Ip4Address.ZERO));
        rule(Pipeline.ADMIT_UPLINK_ARP_PROBE,
                Match.port(uplink.port()).arpFor(uplink.address()).arpSender(uplink.address()));
        rules.add(RuleKey.of(self.device(), ADMIT, Pipeline.ADMIT_UPLINK_ARP_ANSWER,
                Match.port(uplink.port()).arpFor(uplink.address()).build()),
                Act.copyAndAnswer(uplink.address(), self.exit().mac(), moves, self.device()));
    }

    /** To the controller alone. */
    private void rule(int priority, Match match) {
        rules.add(RuleKey.of(self.device(), ADMIT, priority, match.build()), Act.punt());
    }
}
