/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.mobility;

import com.google.common.collect.ImmutableList;
import org.onosdmm.api.Attachment;
import org.onosdmm.api.Binding;
import org.onosdmm.core.model.NodeState;

import java.util.Optional;

/**
 * What becomes of a node's places after a move: they shut, they break; and absence.
 */
public final class Handovers {

    /** Former attachments that are remembered at most; older ones have long been drained. */
    static final int MAX_FORMER = 32;

    private Handovers() {
    }

    /**
     * After break: the places that the node has left are forgotten.
     *
     * @param drained the youngest attachment that is known to be drained, by its sequence
     */
    public static NodeState cleaned(NodeState state, long drained) {
        Binding binding = state.binding();
        ImmutableList<Attachment> rest = binding.attachments().stream()
                .filter(a -> a.sequence() == binding.sequence() || a.sequence() > drained)
                .collect(ImmutableList.toImmutableList());
        return state.with(binding.toBuilder().attachments(rest).shut(rest.size() > 1 ? binding.shut() : 0).build());
    }

    /**
     * How long a place lets a node in that has left it, ms: as long as a node has that is asked where it is (two rounds
     * of questions, {@link Trust}). By then what it sent before has come in, and who was claimed to be elsewhere has
     * answered.
     *
     * @param probe how long an answer counts, ms
     */
    public static long grace(long probe) {
        return 2 * probe / Trust.ROUNDS;
    }

    /** The youngest former place that still lets the node in, by its sequence; 0 if there is none. */
    public static long open(Binding binding) {
        return binding.former().stream().filter(binding::isOpen).mapToLong(Attachment::sequence).max().orElse(0);
    }

    /** Former places up to this one, by its sequence, do not let the node in any more. */
    public static NodeState shut(NodeState state, long sequence) {
        Binding binding = state.binding();
        boolean known = binding.former().stream().anyMatch(place -> place.sequence() == sequence);
        return known && sequence > binding.shut() ? state.with(binding.toBuilder().shut(sequence).build()) : state;
    }

    /**
     * Forgets the oldest former attachments of a node that moves faster than places drain, or faster than switches
     * answer.
     */
    public static NodeState bounded(NodeState state) {
        Binding binding = state.binding();
        int surplus = binding.former().size() - MAX_FORMER;
        if (surplus <= 0) {
            return state;
        }
        return state.with(binding.toBuilder()
                .attachments(binding.attachments().subList(surplus, binding.attachments().size())).build());
    }

    /** The node was reported gone; what it holds is kept for the lifetime of its binding. */
    public static NodeState absent(NodeState state, long time) {
        Binding binding = state.binding();
        return binding.absentSince().isPresent() || time < binding.current().since() ? state
                : state.with(binding.toBuilder().absentSince(Optional.of(time)).build());
    }
}
