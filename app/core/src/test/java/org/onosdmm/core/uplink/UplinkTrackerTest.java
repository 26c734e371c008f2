/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.uplink;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NetworkView;
import org.onosdmm.core.model.UplinkTrouble;

import java.util.Map;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onlab.packet.IpAddress.Version.INET;

/** All uplinks of campus over time. */
class UplinkTrackerTest {
    private static final AnchorId EDGE1 = AnchorId.of("edge1");
    private static final MacAddress ROUTER = MacAddress.valueOf("02:00:00:00:00:99");

    private final Topology topology = Topology.campus();
    private final NetworkView network = Emulation.campus().mobility().network();
    private final UplinkTracker tracker = new UplinkTracker();

    private Map<AnchorId, UplinkTrouble> observe(Domain domain, long now, boolean up) {
        return tracker.observe(domain, network, port -> up, now);
    }

    @Test
    void tellsOfEachUplinkWhatIsWrongWithIt() {
        assertEquals(Map.of(), observe(topology.domain(), 0, true));
        assertTrue(tracker.answered(EDGE1, INET, ROUTER, 10));
        assertFalse(tracker.answered(EDGE1, INET, ROUTER, 20), "no news");
        assertEquals(Map.of(EDGE1, ROUTER), tracker.routers(INET));
        assertEquals(Set.of(AnchorId.of("edge2"), AnchorId.of("edge3"), AnchorId.of("edge4")),
                observe(topology.domain(), 10_000, true).keySet());
        assertTrue(observe(topology.domain(), 10_010, false).containsKey(EDGE1));
    }

    @Test
    void anUplinkThatIsConfiguredElsewhereIsFollowedAnew() {
        observe(topology.domain(), 0, true);
        tracker.answered(EDGE1, INET, ROUTER, 10);
        assertTrue(observe(topology.domain(), 20, false).containsKey(EDGE1));
        ObjectNode document = topology.document();
        ((ObjectNode) document.at("/anchors/0/uplink")).put("port", 4);
        assertEquals(Map.of(), observe(topology.configured(document).domain(), 30, false));
        assertEquals(Map.of(), tracker.routers(INET));
    }
}
