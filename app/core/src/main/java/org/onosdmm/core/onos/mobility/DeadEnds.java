/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import com.google.common.collect.ImmutableList;
import org.onlab.packet.IpAddress;
import org.onlab.packet.IpPrefix;
import org.onosdmm.api.Finding;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;

/**
 * Prefixes whose addresses have no way outside. Where nobody lends addresses of a family a packet leaves at the owner
 * of its source address; if that has no uplink of the family it goes nowhere, and the host hears nothing of it.
 */
final class DeadEnds {

    private static final IpPrefix UNIQUE_LOCAL = IpPrefix.valueOf("fc00::/7");

    private DeadEnds() {
    }

    /** A warning for each such prefix; none in a family that has no uplink at all, for that is meant so. */
    static ImmutableList<Finding> in(Domain domain) {
        ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        for (Anchor anchor : domain.anchors().values()) {
            anchor.prefixes().stream().filter(prefix -> endsHere(domain, anchor, prefix)).forEach(prefix ->
                    findings.add(Finding.warning(anchor.id().name(), "nodes reach nothing outside with addresses of "
                            + prefix + ": the anchor has no uplink for " + family(prefix.version())
                            + ", and none lends such addresses")));
        }
        return findings.build();
    }

    private static boolean endsHere(Domain domain, Anchor anchor, IpPrefix prefix) {
        IpAddress.Version version = prefix.version();
        return !anchor.uplink(version).isPresent() && !domain.rewrites(version) && !UNIQUE_LOCAL.contains(prefix)
                && domain.anchors().values().stream().anyMatch(other -> other.uplink(version).isPresent());
    }

    private static String family(IpAddress.Version version) {
        return version == IpAddress.Version.INET ? "IPv4" : "IPv6";
    }
}
