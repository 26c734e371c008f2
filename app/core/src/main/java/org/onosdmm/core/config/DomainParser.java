/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.Continuity;
import org.onosdmm.api.DmmException;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.ClassRule;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.GroupPolicy;
import org.onosdmm.core.model.Policy;
import org.onosdmm.core.model.Timers;

import java.util.Map;
import java.util.Set;

/**
 * Turns the configuration document into the domain, or refuses it whole. What can be said without knowing the network
 * is said here; the rest by {@link DomainCheck}. The JSON schema {@code /org/onosdmm/dmm-schema.json} describes the
 * same document.
 */
public final class DomainParser {

    private static final MacAddress DEFAULT_GATEWAY_MAC = MacAddress.valueOf("02:00:5e:00:00:01");

    private final ImmutableSet<String> strategies;

    /** A parser that knows these anchor strategies by name. */
    public DomainParser(Set<String> strategies) {
        this.strategies = ImmutableSet.copyOf(strategies);
    }

    /**
     * The domain that the document describes.
     *
     * @throws DmmException of kind INVALID if anything in the document is wrong; names the field
     */
    public Domain parse(JsonNode document) {
        Field root = Field.document(document).object("gatewayMac", "anchors", "classes", "defaultClass",
                "inboundClass", "rules", "timers", "dhcp", "dhcp6",
                "multicast");
        MacAddress gatewayMac = root.optional("gatewayMac").map(Addresses::gatewayMac).orElse(DEFAULT_GATEWAY_MAC);
        ImmutableList<Anchor> anchors = new AnchorReader().read(root.required("anchors"));
        Policy policy = policy(root);
        Timers timers = TimersReader.read(root.optional("timers"));
        return Domain.of(gatewayMac, anchors, policy, timers)
                .with(root.optional("dhcp").map(f -> new DhcpReader(anchors).read(f)),
                        root.optional("dhcp6").map(f -> Dhcp6Reader.read(f, anchors)),
                        root.optional("multicast").map(GroupReader::read).orElse(GroupPolicy.NONE));
    }

    private Policy policy(Field root) {
        ImmutableMap<String, ApplicationClass> classes = new ClassReader(strategies).read(root.optional("classes"));
        ImmutableList<ClassRule> rules = new RuleReader(classes).read(root.optional("rules"));
        return Policy.of(classes, rules, defaultClass(root, classes), inboundClass(root, classes));
    }

    private static ApplicationClass defaultClass(Field root, Map<String, ApplicationClass> classes) {
        ApplicationClass chosen = namedOr(root, "defaultClass", Vocabulary.DEFAULT_CLASS, classes);
        if (chosen.continuity().pinned()) {
            throw DmmException.invalid("defaultClass", chosen.name(), "is " + chosen.continuity()
                    + ": every flow under no rule would have to go to the controller first; the default class has to "
                    + "be " + Continuity.NON_PERSISTENT);
        }
        return chosen;
    }

    private static ApplicationClass inboundClass(Field root, Map<String, ApplicationClass> classes) {
        ApplicationClass chosen = namedOr(root, "inboundClass", Vocabulary.INBOUND_CLASS, classes);
        if (chosen.continuity() != Continuity.FIXED) {
            throw DmmException.invalid("inboundClass", chosen.name(), "is " + chosen.continuity()
                    + ": a flow that begins outside keeps the address it was sent to; the inbound class has to be "
                    + Continuity.FIXED);
        }
        return chosen;
    }

    private static ApplicationClass namedOr(Field root, String name, String usual,
                                            Map<String, ApplicationClass> classes) {
        return root.optional(name).map(f -> ClassReader.named(f, classes)).orElse(classes.get(usual));
    }
}
