/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.RuleKey;
import org.onosdmm.core.model.RuleSet;

import static org.onosdmm.core.compile.Pipeline.ADMIT;

/**
 * The rules of an edge for groups whose members hear each other: the controller carries the packets. The outside does
 * not belong to them.
 */
final class GroupRules {

    private GroupRules() {
    }

    static void collect(Domain domain, Anchor edge, RuleSet.Collector rules) {
        domain.multicast().groups().stream().filter(group -> domain.speaks(group.version())).forEach(group -> {
            rules.add(RuleKey.of(edge.device(), ADMIT, Pipeline.ADMIT_GROUP,
                    Match.any().destination(group).build()), Act.punt());
            edge.uplink().ifPresent(u -> rules.add(RuleKey.of(edge.device(), ADMIT, Pipeline.ADMIT_SPOOFED,
                    Match.port(u.port()).destination(group).build()), Act.drop()));
        });
    }
}
