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
import static org.onosdmm.core.mobility.Samples.walked;

/** The steps of a handover after it was detected. */
class HandoversTest {

    private static List<Long> sequences(NodeState state) {
        return state.binding().attachments().stream().map(Attachment::sequence).collect(Collectors.toList());
    }

    @Test
    void phasesFollowFromTheAttachments() {
        assertEquals(HandoverPhase.CLEANED, walked(1).binding().phase());
        assertEquals(HandoverPhase.SWITCHED, walked(1, 2).binding().phase());
        assertEquals(HandoverPhase.CLEANED, Handovers.cleaned(walked(1, 2), 1).binding().phase());
    }

    @Test
    void whatIsDrainedIsForgottenAndNothingElse() {
        NodeState state = walked(1, 2, 3, 4);
        assertEquals(List.of(2L, 3L, 4L), sequences(Handovers.cleaned(state, 1)));
        assertEquals(List.of(3L, 4L), sequences(Handovers.cleaned(state, 2)));
        assertEquals(List.of(4L), sequences(Handovers.cleaned(state, 9)), "never the place where the node is");
        assertEquals(state, Handovers.cleaned(state, 0));
    }

    @Test
    void placesAreBounded() {
        int[] edges = new int[Handovers.MAX_FORMER + 10];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = i % 4 + 1;
        }
        NodeState bounded = Handovers.bounded(walked(edges));
        assertEquals(Handovers.MAX_FORMER + 1, bounded.binding().attachments().size());
        assertEquals(edges.length, bounded.binding().sequence());

        NodeState few = walked(1, 2, 3);
        assertSame(few, Handovers.bounded(few));
    }

    @Test
    void anAbsenceBeginsOnceAndNotBeforeTheNodeCame() {
        NodeState state = walked(1, 2);
        assertSame(state, Handovers.absent(state, 1_999));
        NodeState gone = Handovers.absent(state, 2_000);
        assertEquals(Optional.of(2_000L), gone.binding().absentSince());
        assertSame(gone, Handovers.absent(gone, 3_000));
    }

    @Test
    void placesThatAreLeftShutAndThePresentOneDoesNot() {
        NodeState state = walked(1, 2, 3);
        assertEquals(2, Handovers.open(state.binding()));
        NodeState shut = Handovers.shut(state, 1);
        assertEquals(List.of(false, true, true), isOpen(shut));
        assertEquals(2, Handovers.open(shut.binding()));
        NodeState all = Handovers.shut(shut, 2);
        assertEquals(List.of(false, false, true), isOpen(all));
        assertEquals(0, Handovers.open(all.binding()));
        assertSame(all, Handovers.shut(all, 1));
        assertSame(all, Handovers.shut(all, 3), "it is there");
    }

    @Test
    void whatIsShutIsForgottenWithThePlaces() {
        NodeState shut = Handovers.shut(walked(1, 2, 3), 2);
        assertEquals(2, Handovers.cleaned(shut, 1).binding().shut());
        assertEquals(walked(1, 2, 3).binding().current(), Handovers.cleaned(shut, 2).binding().current());
        assertEquals(0, Handovers.cleaned(shut, 2).binding().shut());
    }

    private static List<Boolean> isOpen(NodeState state) {
        return state.binding().attachments().stream().map(state.binding()::isOpen).collect(Collectors.toList());
    }
}
