/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import org.onosdmm.core.model.RuleKey;
import org.onosproject.net.flow.TrafficSelector;

import java.util.Optional;

/**
 * Why a switch has shown a packet to the controller: told by the rule that did it.
 */
public enum Punt {
    /** ARP. */
    ARP,
    /** A copy: the switch has answered a question by ARP. */
    ARP_ANSWERED,
    /** Neighbour discovery (RFC 4861). */
    NDP,
    /** A node sends where it is not known to be; the packet waits. */
    UNKNOWN_PLACE,
    /** Somebody outside begins a flow towards a node's own address; the packet waits. */
    CALL_FROM_OUTSIDE,
    /** Somebody outside sends to an address that no node is known to hold. */
    SEARCH,
    /** A node begins a flow that may have to be pinned; the packet waits. */
    NEW_FLOW,
    /** The DNS answers a node; the packet waits. */
    NAME,
    /** A copy: a control flow may announce others. */
    CONTROL,
    /** An ICMP error that a switch cannot carry through the rewrite at an anchor. */
    ICMP_ERROR,
    /** A fragment that Open vSwitch would damage in the rewrite at an anchor. */
    FRAGMENT,
    /** A node talks to the virtual gateway. */
    GATEWAY,
    /** A packet for an attachment at which the switch does not deliver yet, or not any more. */
    EARLY,
    /** A node that may have no address asks for one, or broadcasts to keep the one it has. */
    DHCP,
    /** A node speaks to a group whose members hear each other. */
    GROUP,
    /** A copy: a node talks with an address inside the domain, by way of its home. */
    LOOKUP,
    /** A packet for a node that is away; it is kept. */
    ABSENT,
    /** A copy: a node is expected elsewhere, and the packet goes to both places. */
    BICAST,
    /** RARP: whoever runs a virtual machine says that it is here now. */
    REVERSE_ARP;

    /** The reason that a rule stands for; absent for rules that show nothing to the controller. */
    public static Optional<Punt> of(RuleKey rule) {
        if (rule.table() == Pipeline.ADMIT) {
            return admit(rule);
        }
        if (rule.table() == Pipeline.ATTACH) {
            return attach(rule);
        }
        return rule.table() == Pipeline.STEER ? steer(rule) : Optional.empty();
    }

    private static Optional<Punt> attach(RuleKey rule) {
        switch (rule.priority()) {
            case Pipeline.ATTACH_MISS:
                return Optional.of(EARLY);
            case Pipeline.ATTACH_RESCUE:
                return Optional.of(ABSENT);
            case Pipeline.ATTACH_MIRROR:
                return Optional.of(BICAST);
            case Pipeline.ATTACH_FRAGMENT:
                return Optional.of(FRAGMENT);
            case Pipeline.ATTACH_NAMES:
                return Optional.of(NAME);
            case Pipeline.ATTACH_CONTROL:
                return Optional.of(CONTROL);
            default:
                return Optional.empty();
        }
    }

    private static Optional<Punt> steer(RuleKey rule) {
        switch (rule.priority()) {
            case Pipeline.STEER_UPLINK_SEARCH:
                return Optional.of(SEARCH);
            case Pipeline.STEER_PREFIX:
            case Pipeline.STEER_PREFIX_TAKEN_OVER:
                return Optional.of(LOOKUP);
            case Pipeline.STEER_GATEWAY:
                return Optional.of(GATEWAY);
            case Pipeline.STEER_ERROR:
                return Optional.of(ICMP_ERROR);
            case Pipeline.STEER_FLOW:
                return Optional.of(CONTROL);
            default:
                boolean byClass = rule.priority() <= Pipeline.STEER_REQUESTED_ELSEWHERE
                        && rule.priority() > Pipeline.STEER_DEFAULT_ELSEWHERE;
                return byClass ? Optional.of(NEW_FLOW) : Optional.empty();
        }
    }

    private static Optional<Punt> admit(RuleKey rule) {
        switch (rule.priority()) {
            case Pipeline.ADMIT_UPLINK_ARP:
            case Pipeline.ADMIT_UPLINK_ARP_PROBE:
            case Pipeline.ADMIT_ARP_PROBE:
                return Optional.of(ARP);
            case Pipeline.ADMIT_UPLINK_ARP_ANSWER:
            case Pipeline.ADMIT_ARP_ANSWER:
                return Optional.of(ARP_ANSWERED);
            case Pipeline.ADMIT_DISCOVERY:
                return Optional.of(NDP);
            case Pipeline.ADMIT_LINK_LOCAL:
                return Optional.of(GATEWAY);
            case Pipeline.ADMIT_ACCESS:
                return Optional.of(access(rule.selector()));
            case Pipeline.ADMIT_DHCP:
                return Optional.of(DHCP);
            case Pipeline.ADMIT_GROUP:
                return Optional.of(GROUP);
            case Pipeline.ADMIT_FRAGMENT:
                return Optional.of(FRAGMENT);
            case Pipeline.ADMIT_ERROR:
                return Optional.of(ICMP_ERROR);
            case Pipeline.ADMIT_INBOUND:
                return Optional.of(CALL_FROM_OUTSIDE);
            default:
                return Optional.empty();
        }
    }

    private static Punt access(TrafficSelector selector) {
        if (selector.equals(Match.any().arp().build())) {
            return ARP;
        }
        return selector.equals(Match.any().reverseArp().build()) ? REVERSE_ARP : UNKNOWN_PLACE;
    }
}
