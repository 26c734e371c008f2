/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.DmmException;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.GroupPolicy;
import org.onosdmm.core.model.Policy;

import java.util.Set;
import java.util.function.Supplier;

/**
 * Turns the configuration document into the domain, or refuses it whole. What can be said without knowing the network
 * is said here; the rest by {@link DomainCheck}. The JSON schema {@code /org/onosdmm/dmm-schema.json} describes the
 * same document.
 */
public final class DomainParser {

    private static final MacAddress DEFAULT_GATEWAY_MAC = MacAddress.valueOf("02:00:5e:00:00:01");

    private final Supplier<? extends Set<String>> strategies;
    private final Supplier<? extends Set<String>> steps;

    /** A parser that knows these anchor strategies by name, and the built-in steps of classification. */
    public DomainParser(Set<String> strategies) {
        this(() -> strategies, () -> ImmutableSet.copyOf(Policy.STEPS));
    }

    /** A parser that knows the anchor strategies and steps of classification that there are, by name. */
    public DomainParser(Supplier<? extends Set<String>> strategies, Supplier<? extends Set<String>> steps) {
        this.strategies = strategies;
        this.steps = steps;
    }

    /**
     * The domain that the document describes.
     *
     * @throws DmmException of kind INVALID if anything in the document is wrong; names the field
     */
    public Domain parse(JsonNode document) {
        Field root = Field.document(document).object(ImmutableList.builder().add("gatewayMac", "anchors")
                .addAll(PolicyReader.PARTS).add("timers", "dhcp", "dhcp6", "multicast").build().toArray(new String[0]));
        MacAddress gatewayMac = root.optional("gatewayMac").map(Addresses::gatewayMac).orElse(DEFAULT_GATEWAY_MAC);
        ImmutableList<Anchor> anchors = new AnchorReader().read(root.required("anchors"));
        ClassReader classes = new ClassReader(strategies.get(), anchors.stream()
                .filter(a -> a.uplink().isPresent()).map(Anchor::id).collect(ImmutableSet.<AnchorId>toImmutableSet()));
        Policy policy = new PolicyReader(steps.get(), classes).read(root);
        return Domain.of(gatewayMac, anchors, policy, TimersReader.read(root.optional("timers")))
                .with(PolicyReader.limits(root.optional("limits")))
                .with(root.optional("dhcp").map(f -> new DhcpReader(anchors).read(f)),
                        root.optional("dhcp6").map(f -> Dhcp6Reader.read(f, anchors)),
                        root.optional("multicast").map(GroupReader::read).orElse(GroupPolicy.NONE));
    }
}
