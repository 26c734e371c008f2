/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import org.junit.jupiter.api.Test;
import org.onosdmm.api.Finding;
import org.onosdmm.core.config.Documents;
import org.onosdmm.core.config.DomainParser;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.strategy.Strategies;
import org.onosproject.net.DeviceId;
import org.onosproject.net.config.Config;
import org.onosproject.net.config.NetworkConfigRegistryAdapter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Edges whose packets ONOS sorts before it knows whether it can read them. */
class PacketSortingTest {

    private final Domain domain = new DomainParser(Strategies.builtIn().ids()).parse(Documents.sample());
    private final Map<DeviceId, Classifiers> classifiers = new HashMap<>();
    private boolean controller = true;

    /** As the OpenFlow controller has them: a list. */
    private static final class Classifiers extends Config<DeviceId> {
        private Classifiers(DeviceId device, String... types) {
            ArrayNode list = new ObjectMapper().createArrayNode();
            Stream.of(types).forEach(type -> list.addObject().put("ethernet-type", type));
            init(device, "classifiers", list, new ObjectMapper(), config -> { });
        }
    }

    private void configure(DeviceId device, String... types) {
        classifiers.put(device, new Classifiers(device, types));
    }

    private List<Finding> findings() {
        return new PacketSorting(new NetworkConfigRegistryAdapter() {
            @Override
            public Class<? extends Config> getConfigClass(String subjectClassKey, String configKey) {
                assertEquals("devices/classifiers", subjectClassKey + "/" + configKey);
                return controller ? DmmConfig.class : null;
            }

            @Override
            @SuppressWarnings("unchecked")
            public <S, C extends Config<S>> C getConfig(S subject, Class<C> configClass) {
                return (C) classifiers.get(subject);
            }
        }).findings(domain);
    }

    @Test
    void eachEdgeWithoutIsFound() {
        List<DeviceId> edges = domain.anchors().values().stream().map(a -> a.device()).collect(Collectors.toList());
        edges.stream().skip(1).forEach(edge -> configure(edge));
        List<Finding> findings = findings();
        assertEquals(1, findings.size());
        assertEquals(Finding.Severity.WARNING, findings.get(0).severity());
        assertTrue(findings.get(0).message().contains("\"classifiers\": []")
                && findings.get(0).message().endsWith("devices/" + edges.get(0)), findings.get(0).message());
    }

    @Test
    void nothingIsFoundWhereAllEdgesAreConfigured() {
        domain.anchors().values().forEach(anchor -> configure(anchor.device()));
        assertEquals(List.of(), findings());
    }

    /** What ONOS configures by itself when a switch connects that nobody has configured. */
    @Test
    void edgesWithTheClassifiersOfTheControllerAreFound() {
        domain.anchors().values().forEach(anchor -> configure(anchor.device(), "LLDP", "BDDP"));
        assertEquals(domain.anchors().size(), findings().size());
    }

    @Test
    void nothingIsFoundWhereNoControllerSortsPackets() {
        controller = false;
        assertEquals(List.of(), findings());
    }
}
