/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import org.onlab.packet.IPv4;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.Locator;
import org.onosdmm.core.classify.dns.DnsAnswer;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.RuleKey;
import org.onosdmm.core.model.RuleSet;

/**
 * Answers of the DNS to nodes at an edge are shown to the controller, which hands them to their node. In the locator of
 * an attachment one of the upper twelve bits is set; a server's answers on their way out of the domain have none of
 * them. So twelve masks tell the two apart.
 */
final class NameRules {

    private static final int FIRST_BIT = Integer.numberOfTrailingZeros(Locator.FIRST_ATTACHMENT);
    private static final int LAST_BIT = 15;

    private NameRules() {
    }

    static void collect(Domain domain, Anchor self, IpAddress.Version family, RuleSet.Collector rules) {
        if (!ClassSteering.showsNames(domain, family)) {
            return;
        }
        for (int bit = FIRST_BIT; bit <= LAST_BIT; bit++) {
            rules.add(RuleKey.of(self.device(), Pipeline.ATTACH, Pipeline.ATTACH_NAMES,
                    Match.any().locatorsFrom(self.number(), 1 << bit).ip(family)
                            .protocol(IPv4.PROTOCOL_UDP).sourcePort(DnsAnswer.PORT).build()), Act.punt());
        }
    }
}
