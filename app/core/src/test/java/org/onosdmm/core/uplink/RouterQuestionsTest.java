/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.uplink;

import org.junit.jupiter.api.Test;
import org.onosdmm.api.AnchorId;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.model.Domain;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Which routers of campus are asked, and when. */
class RouterQuestionsTest {
    private static final AnchorId EDGE1 = AnchorId.of("edge1");
    private static final AnchorId EDGE2 = AnchorId.of("edge2");
    private static final AnchorId EDGE3 = AnchorId.of("edge3");
    private static final AnchorId EDGE4 = AnchorId.of("edge4");

    private final Domain domain = Topology.campus().domain();
    private final long period = domain.timers().router();
    private final RouterQuestions questions = new RouterQuestions();

    private List<AnchorId> due(long now, AnchorId... down) {
        return questions.due(domain, anchor -> !Set.of(down).contains(anchor.id()), now).stream()
                .map(anchor -> anchor.id()).collect(Collectors.toList());
    }

    @Test
    void eachIsAskedOnceInAPeriod() {
        assertEquals(List.of(EDGE1, EDGE2, EDGE3, EDGE4), due(0));
        assertEquals(List.of(), due(period - 1));
        assertEquals(List.of(EDGE1, EDGE2, EDGE3, EDGE4), due(period));
    }

    @Test
    void oneThatCannotBeReachedIsNotAskedAndIsAskedAtOnceWhenItCan() {
        due(0);
        assertEquals(List.of(), due(100, EDGE2));
        assertEquals(List.of(EDGE1, EDGE3, EDGE4), due(period, EDGE2));
        assertEquals(List.of(EDGE2), due(period + 100));
        assertEquals(List.of(), due(period + 200));
    }
}
