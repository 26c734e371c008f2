/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.config;

import org.junit.jupiter.api.Test;
import org.onosdmm.api.Finding;
import org.onosdmm.core.config.Documents;
import org.onosdmm.core.config.DomainParser;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.strategy.Strategies;
import org.onosproject.net.DeviceId;
import org.onosproject.net.config.Config;
import org.onosproject.net.config.NetworkConfigRegistryAdapter;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Edges whose packets ONOS sorts before it knows whether it can read them. */
class PacketSortingTest {

    private final Domain domain = new DomainParser(Strategies.builtIn().ids()).parse(Documents.sample());
    private final Set<DeviceId> configured = new HashSet<>();
    private boolean controller = true;

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
                return configured.contains(subject) ? (C) new DmmConfig(null, outcome -> { }) : null;
            }
        }).findings(domain);
    }

    @Test
    void eachEdgeWithoutIsFound() {
        List<DeviceId> edges = domain.anchors().values().stream().map(a -> a.device()).collect(Collectors.toList());
        configured.addAll(edges.subList(1, edges.size()));
        List<Finding> findings = findings();
        assertEquals(1, findings.size());
        assertEquals(Finding.Severity.WARNING, findings.get(0).severity());
        assertTrue(findings.get(0).message().contains("\"classifiers\": []")
                && findings.get(0).message().endsWith("devices/" + edges.get(0)), findings.get(0).message());
    }

    @Test
    void nothingIsFoundWhereAllEdgesAreConfigured() {
        domain.anchors().values().forEach(anchor -> configured.add(anchor.device()));
        assertEquals(List.of(), findings());
    }

    @Test
    void nothingIsFoundWhereNoControllerSortsPackets() {
        controller = false;
        assertEquals(List.of(), findings());
    }
}
