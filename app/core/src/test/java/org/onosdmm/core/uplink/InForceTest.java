/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.uplink;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.Locator;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NetworkView;
import org.onosdmm.core.model.Standing;
import org.onosdmm.core.model.UplinkTrouble;
import org.onosdmm.core.model.UplinkTrouble.Cause;
import org.onosdmm.core.model.UplinkTrouble.Phase;
import org.onosdmm.core.model.Way;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Who stands in for whom in campus: edges 1 and 2 for each other. */
class InForceTest {
    private final Domain configured = Topology.campus().domain();
    private final NetworkView network = Emulation.campus().mobility().network();
    private final Map<AnchorId, UplinkTrouble> troubles = new HashMap<>();

    private static AnchorId id(int edge) {
        return AnchorId.of("edge" + edge);
    }

    private void trouble(int edge, Phase phase) {
        troubles.put(id(edge), UplinkTrouble.of(Cause.PORT_DOWN, phase, false));
    }

    private Anchor anchor(int edge) {
        return InForce.of(configured, network.withTroubles(troubles)).anchor(id(edge));
    }

    private Optional<AnchorId> standIn(int edge) {
        return anchor(edge).standing().standIn().map(Way::owner);
    }

    @Test
    void withoutTroubleItIsTheDomainAsConfigured() {
        assertEquals(configured, InForce.of(configured, network));
    }

    @ParameterizedTest
    @EnumSource
    void theBackupStandsInUntilEverythingHasSettled(Phase phase) {
        trouble(1, phase);
        assertEquals(Optional.of(id(2)), standIn(1));
        assertEquals(phase == Phase.SETTLING, anchor(1).standing().own());
        assertEquals(phase != Phase.SETTLING, anchor(1).standing().detour().isPresent());
        assertTrue(anchor(1).standing().served());
        assertEquals(Standing.GOOD, anchor(2).standing());
    }

    @Test
    void theBackupKeepsLocatorsForThoseItStandsInFor() {
        trouble(1, Phase.DEAD);
        Way way = anchor(1).standing().standIn().get();
        assertEquals(Locator.of(2, 3), way.exit());
        assertEquals(Locator.of(2, 4), way.exitUntranslated());
        assertEquals(anchor(2).device(), way.device());
        assertTrue(way.exits().contains(anchor(1).exit()), "of nodes at the backup's own edge");
        assertEquals(2, anchor(1).ways().size());
        assertEquals(1, anchor(2).ways().size());
    }

    @Test
    void addressesAreLookedUpThereOnlyWhenTheSwitchIsGone() {
        trouble(1, Phase.DEAD);
        assertEquals(anchor(1).lookup(), anchor(1).lookupNow());
        troubles.put(id(1), UplinkTrouble.of(Cause.SWITCH_DOWN, Phase.RETURNING, true));
        assertEquals(anchor(2).lookup(), anchor(1).lookupNow());
        troubles.put(id(1), UplinkTrouble.of(Cause.SWITCH_DOWN, Phase.SETTLING, true));
        assertEquals(anchor(1).lookup(), anchor(1).lookupNow());
    }

    @Test
    void nobodyStandsInByAnUplinkThatIsDeadItself() {
        trouble(1, Phase.DEAD);
        trouble(2, Phase.DEAD);
        assertFalse(anchor(1).standing().served());
        assertFalse(anchor(2).standing().served());
        assertTrue(anchor(1).standing().elsewhere().isPresent());
    }

    @Test
    void nobodyStandsInForAnAnchorWithoutBackupAndFlowsThatAreNotPinnedLeaveElsewhere() {
        trouble(4, Phase.DEAD);
        assertFalse(anchor(4).standing().served());
        assertEquals(Optional.of(id(1)), anchor(4).standing().elsewhere(), "equally near: the lowest number");
        Domain domain = InForce.of(configured, network.withTroubles(troubles));
        assertEquals(id(1), domain.serving(domain.anchor(id(4)), IpAddress.valueOf("10.4.0.10")).id());
        assertEquals(id(3), domain.serving(domain.anchor(id(3)), IpAddress.valueOf("10.4.0.10")).id());
        trouble(1, Phase.DEAD);
        assertEquals(Optional.of(id(2)), anchor(4).standing().elsewhere());
        trouble(4, Phase.SETTLING);
        assertEquals(Optional.empty(), anchor(4).standing().elsewhere());
    }

    @Test
    void withNoUplinkLeftThereIsNoElsewhere() {
        for (int edge = 1; edge <= 4; edge++) {
            trouble(edge, Phase.DEAD);
        }
        assertEquals(Optional.empty(), anchor(4).standing().elsewhere());
    }
}
