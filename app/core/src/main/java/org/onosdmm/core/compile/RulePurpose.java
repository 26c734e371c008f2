/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import org.onosdmm.core.model.RuleKey;

/**
 * What rules are for, in words: told by their table and priority.
 */
public final class RulePurpose {

    private static final ImmutableList<String> TABLES = ImmutableList.of("admit", "steer", "attach", "transit");

    /** By table, the highest priorities first. */
    private static final ImmutableListMultimap<Integer, Band> BANDS =
            ImmutableListMultimap.<Integer, Band>builder()
            .put(Pipeline.ADMIT, band(Pipeline.ADMIT_SPOOFED, "an address of the domain as source, from outside"))
            .put(Pipeline.ADMIT, band(Pipeline.ADMIT_DISCOVERY, "ARP and neighbour discovery"))
            .put(Pipeline.ADMIT, band(Pipeline.ADMIT_INBOUND_FLOW, "a known flow with the node's own address outside"))
            .put(Pipeline.ADMIT, band(Pipeline.ADMIT_DHCP, "DHCP"))
            .put(Pipeline.ADMIT, band(Pipeline.ADMIT_GROUP, "a group that is carried"))
            .put(Pipeline.ADMIT, band(Pipeline.ADMIT_NODE, "source guard: the node is here"))
            .put(Pipeline.ADMIT, band(Pipeline.ADMIT_LOOKUP, "from another switch, to be looked up here"))
            .put(Pipeline.ADMIT, band(Pipeline.ADMIT_LOCATOR, "from another switch, with a locator"))
            .put(Pipeline.ADMIT, band(Pipeline.ADMIT_FRAGMENT, "fragments to a lent address"))
            .put(Pipeline.ADMIT, band(Pipeline.ADMIT_ERROR, "ICMP errors to a lent address"))
            .put(Pipeline.ADMIT, band(Pipeline.ADMIT_LEASED, "from outside, to an address of the pool"))
            .put(Pipeline.ADMIT, band(Pipeline.ADMIT_INBOUND, "from outside, to a node's own address"))
            .put(Pipeline.ADMIT, band(Pipeline.ADMIT_PORT_REST, "nothing else is let in here"))
            .put(Pipeline.ADMIT, band(Pipeline.ADMIT_LINK_LOCAL, "the gateway's link-local address"))
            .put(Pipeline.ADMIT, band(Pipeline.ADMIT_ACCESS, "a node that is not known to be here"))
            .put(Pipeline.STEER, band(Pipeline.STEER_FLOW, "pin of the flow"))
            .put(Pipeline.STEER, band(Pipeline.STEER_FRAGMENTS, "fragments between the same addresses as a pin"))
            .put(Pipeline.STEER, band(Pipeline.STEER_DECIDED, "a known flow that is not kept"))
            .put(Pipeline.STEER, band(Pipeline.STEER_NODE, "to a node, where it is now"))
            .put(Pipeline.STEER, band(Pipeline.STEER_UPLINK_SEARCH, "nobody is known at this address"))
            .put(Pipeline.STEER, band(Pipeline.STEER_UPLINK_MISS, "nobody is known at this address"))
            .put(Pipeline.STEER, band(Pipeline.STEER_NOT_ROUTED, "multicast, broadcast and link-local stay here"))
            .put(Pipeline.STEER, band(Pipeline.STEER_GATEWAY, "to the virtual gateway"))
            .put(Pipeline.STEER, band(Pipeline.STEER_PREFIX, "an address inside, to be looked up at its home"))
            .put(Pipeline.STEER, band(Pipeline.STEER_ERROR, "ICMP errors towards the outside"))
            .put(Pipeline.STEER, band(Pipeline.STEER_REQUESTED, "a request for flows of the node"))
            .put(Pipeline.STEER, band(Pipeline.STEER_CROWDED, "the node has more flows than there is room for"))
            .put(Pipeline.STEER, band(Pipeline.STEER_NAMED + 1, "a rule of the configuration"))
            .put(Pipeline.STEER, band(Pipeline.STEER_NAMED, "to an address that is known for its flows"))
            .put(Pipeline.STEER, band(Pipeline.STEER_CROWDED_UDP, "the node has more flows than there is room for"))
            .put(Pipeline.STEER, band(Pipeline.STEER_UNSEEN, "UDP to DNS, DHCP and NTP"))
            .put(Pipeline.STEER, band(Pipeline.STEER_PORT, "a port of a service"))
            .put(Pipeline.STEER, band(Pipeline.STEER_NETWORK, "a network of a service"))
            .put(Pipeline.STEER, band(Pipeline.STEER_UDP, "UDP that nobody knows"))
            .put(Pipeline.STEER, band(Pipeline.STEER_DEFAULT, "any other flow with the outside"))
            .put(Pipeline.ATTACH, band(Pipeline.ATTACH_BOUNCE, "bounce: the node has left this place"))
            .put(Pipeline.ATTACH, band(Pipeline.ATTACH_RESCUE, "kept while the node is away"))
            .put(Pipeline.ATTACH, band(Pipeline.ATTACH_BICAST, "the node is expected elsewhere"))
            .put(Pipeline.ATTACH, band(Pipeline.ATTACH_DETOUR, "another anchor stands in"))
            .put(Pipeline.ATTACH, band(Pipeline.ATTACH_FRAGMENT, "fragments with a lent address"))
            .put(Pipeline.ATTACH, band(Pipeline.ATTACH_CONTROL, "deliver, and look at what it announces"))
            .put(Pipeline.ATTACH, band(Pipeline.ATTACH_NAMES, "an answer of the DNS"))
            .put(Pipeline.ATTACH, band(Pipeline.ATTACH_RESERVED_MISS, "nothing is lent, nobody is known"))
            .put(Pipeline.ATTACH, band(Pipeline.ATTACH_MISS, "nobody is at this place yet, or any more"))
            .put(Pipeline.ATTACH, band(Pipeline.ATTACH_FOREIGN, "a locator of another edge"))
            .put(Pipeline.TRANSIT, band(Pipeline.TRANSIT_EDGE, "towards the edge"))
            .build();

    private RulePurpose() {
    }

    /** The name of a table. */
    public static String table(int table) {
        return TABLES.get(table);
    }

    /** What a rule is for. */
    public static String of(RuleKey rule) {
        if (rule.table() == Pipeline.ATTACH && rule.priority() >= Pipeline.ATTACH_LOCATOR
                && rule.priority() < Pipeline.ATTACH_NAMES) {
            return rule.selector().criteria().stream().anyMatch(c -> c.type().name().endsWith("_SRC"))
                    ? "leave the domain" : "deliver to the node";
        }
        return BANDS.get(rule.table()).stream().filter(band -> rule.priority() >= band.from).findFirst()
                .map(band -> band.purpose).orElse("a rule of another version");
    }

    private static Band band(int from, String purpose) {
        return new Band(from, purpose);
    }

    /** Priorities from one on. */
    private static final class Band {
        private final int from;
        private final String purpose;

        private Band(int from, String purpose) {
            this.from = from;
            this.purpose = purpose;
        }
    }
}
