/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.config;

import com.google.common.collect.ImmutableSet;
import org.onosdmm.api.DmmException;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.PortNumber;

import java.util.Optional;

/**
 * Judges a domain by what is known of the network. What it objects to may become right without a change of the
 * document: a device may still connect.
 */
public final class DomainCheck {

    private DomainCheck() {
    }

    /** The first thing in the domain that the network does not have; nothing if all of it is there. */
    public static Optional<DmmException> check(Domain domain, NetworkFacts facts) {
        int index = 0;
        for (Anchor anchor : domain.anchors().values()) {
            Optional<DmmException> problem = check("anchors[" + index++ + "]", anchor, facts);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Optional<DmmException> check(String path, Anchor anchor, NetworkFacts facts) {
        ImmutableSet<PortNumber> ports = facts.ports().get(anchor.device());
        if (ports == null) {
            return missing(path + ".device", anchor.device(), "is not a device that ONOS knows");
        }
        if (!anchor.uplink().isPresent()) {
            return Optional.empty();
        }
        PortNumber uplink = anchor.uplink().get().port();
        if (!ports.contains(uplink)) {
            return missing(path + ".uplink.port", uplink, "is not a port of " + anchor.device());
        }
        if (facts.fabric().contains(new ConnectPoint(anchor.device(), uplink))) {
            return Optional.of(DmmException.invalid(path + ".uplink.port", uplink,
                    "leads to another switch, not outside"));
        }
        return Optional.empty();
    }

    private static Optional<DmmException> missing(String field, Object value, String problem) {
        return Optional.of(new DmmException(DmmException.Kind.NOT_FOUND, field, "'" + value + "' " + problem));
    }
}
