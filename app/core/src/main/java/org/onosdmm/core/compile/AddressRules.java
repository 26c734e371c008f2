/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import org.onlab.packet.IpAddress;
import org.onosdmm.core.model.RuleKey;
import org.onosdmm.core.model.RuleSet;
import org.onosproject.net.flow.criteria.Criterion;
import org.onosproject.net.flow.criteria.IPCriterion;

/**
 * Finds the rules that every packet of an address meets.
 */
public final class AddressRules {

    private AddressRules() {
    }

    /** The source guard for an address wherever it is in place, and what steers towards it. */
    public static RuleSet of(IpAddress address, RuleSet rules) {
        return rules.where(key -> key.table() == Pipeline.ADMIT && key.priority() == Pipeline.ADMIT_NODE
                && names(key, address, Criterion.Type.IPV4_SRC, Criterion.Type.IPV6_SRC)
                || key.table() == Pipeline.STEER && key.priority() >= Pipeline.STEER_NODE
                && names(key, address, Criterion.Type.IPV4_DST, Criterion.Type.IPV6_DST));
    }

    private static boolean names(RuleKey key, IpAddress address, Criterion.Type ipv4, Criterion.Type ipv6) {
        Criterion criterion = key.selector().getCriterion(address.isIp4() ? ipv4 : ipv6);
        return criterion != null && ((IPCriterion) criterion).ip().equals(address.toIpPrefix());
    }
}
