/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.mobility;

import org.junit.jupiter.api.Test;
import org.onosdmm.api.Attachment;
import org.onosdmm.api.HandoverPhase;
import org.onosdmm.core.model.NodeState;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onosdmm.core.mobility.Samples.walked;

/** The steps of a handover after it was detected. */
class HandoversTest {

    private static List<Long> sequences(NodeState state) {
        return state.binding().attachments().stream().map(Attachment::sequence).collect(Collectors.toList());
    }

    @Test
    void phasesFollowFromTheAttachments() {
        assertEquals(HandoverPhase.CLEANED, walked(1, 1).binding().phase());
        assertEquals(HandoverPhase.PREPARED, walked(1, 1, 2).binding().phase());
        assertEquals(HandoverPhase.SWITCHED, Handovers.switched(walked(1, 1, 2)).binding().phase());
        assertEquals(HandoverPhase.CLEANED,
                Handovers.cleaned(Handovers.switched(walked(1, 1, 2)), 1).binding().phase());
    }

    @Test
    void switchingSteersToTheNewestPlace() {
        NodeState state = Handovers.switched(walked(1, 1, 2, 3));
        assertEquals(3, state.binding().steered());
        assertEquals(state.binding().current(), state.binding().target());
        assertEquals(List.of(1L, 2L, 3L), sequences(state));
    }

    @Test
    void whatIsDrainedIsForgottenAndNothingElse() {
        NodeState state = walked(3, 1, 2, 3, 4);
        assertEquals(List.of(2L, 3L, 4L), sequences(Handovers.cleaned(state, 1)));
        assertEquals(List.of(3L, 4L), sequences(Handovers.cleaned(state, 2)));
        assertEquals(List.of(3L, 4L), sequences(Handovers.cleaned(state, 9)), "never the place that is steered to");
        assertEquals(state, Handovers.cleaned(state, 0));
    }

    @Test
    void placesAreBounded() {
        int[] edges = new int[Handovers.MAX_FORMER + 10];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = i % 4 + 1;
        }
        NodeState steered = Handovers.bounded(walked(edges.length, edges));
        assertEquals(Handovers.MAX_FORMER + 1, steered.binding().attachments().size());
        assertEquals(edges.length, steered.binding().sequence());

        NodeState prepared = Handovers.bounded(walked(2, edges));
        assertTrue(prepared.binding().attachments().size() <= Handovers.MAX_FORMER + 2);
        assertEquals(2, prepared.binding().target().sequence(), "the place that is steered to stays");
        assertEquals(edges.length, prepared.binding().sequence());
        assertSame(prepared.binding().target(), prepared.binding().attachments().get(0));

        NodeState few = walked(1, 1, 2, 3);
        assertSame(few, Handovers.bounded(few));
    }

    @Test
    void anAbsenceBeginsOnceAndNotBeforeTheNodeCame() {
        NodeState state = walked(2, 1, 2);
        assertSame(state, Handovers.absent(state, 1_999));
        NodeState gone = Handovers.absent(state, 2_000);
        assertEquals(Optional.of(2_000L), gone.binding().absentSince());
        assertSame(gone, Handovers.absent(gone, 3_000));
    }
}
