/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import com.google.common.collect.ImmutableList;
import org.onlab.packet.IPv4;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.RuleKey;
import org.onosdmm.core.model.RuleSet;
import org.onosdmm.core.model.Way;

import static org.onlab.packet.IpAddress.Version.INET;
import static org.onosdmm.core.compile.Pipeline.ADMIT;
import static org.onosdmm.core.compile.Pipeline.ATTACH;

/**
 * Where IPv4 addresses are rewritten, fragments are not left to the switch (decision 11): at an anchor's own uplink,
 * and at that of the one that stands in for it.
 */
final class FragmentRules {

    /** Protocols whose checksum covers the addresses, so that a switch touches more than the header in a rewrite. */
    private static final ImmutableList<Integer> CHECKSUMMED = ImmutableList.of((int) IPv4.PROTOCOL_TCP,
            (int) IPv4.PROTOCOL_UDP);

    private FragmentRules() {
    }

    static void collect(Anchor anchor, Way way, RuleSet.Collector rules) {
        if (!anchor.lends(INET)) {
            return;
        }
        for (int protocol : CHECKSUMMED) {
            anchor.uplink(INET).get().pool().forEach(pool -> rules.add(RuleKey.of(way.device(), ADMIT,
                    Pipeline.ADMIT_FRAGMENT, Match.from(way).destination(pool).fragments(protocol).build()),
                    Act.punt()));
            way.exits().forEach(exit -> rules.add(RuleKey.of(way.device(), ATTACH, Pipeline.ATTACH_FRAGMENT,
                    Match.locator(exit).ipv4().fragments(protocol).build()), Act.punt()));
        }
    }
}
