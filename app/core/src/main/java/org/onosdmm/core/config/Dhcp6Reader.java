/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.config;

import com.google.common.collect.ImmutableList;
import org.onosdmm.api.DmmException;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Dhcp6Policy;

import static org.onlab.packet.IpAddress.Version.INET6;

/**
 * Reads what nodes are told by DHCPv6.
 */
final class Dhcp6Reader {

    private Dhcp6Reader() {
    }

    static Dhcp6Policy read(Field field, ImmutableList<Anchor> anchors) {
        field.object("dns", "domainName", "relay");
        Dhcp6Policy policy = Dhcp6Policy.of(DhcpReader.servers(field, INET6),
                field.optional("domainName").map(DhcpReader::domainName),
                field.optional("relay").map(f -> DhcpReader.server(f, anchors, INET6)));
        if (!policy.informs() && !policy.relay().isPresent()) {
            throw new DmmException(DmmException.Kind.INVALID, field.path(),
                    "has neither dns, domainName nor relay, so no node would be told anything");
        }
        return policy;
    }
}
