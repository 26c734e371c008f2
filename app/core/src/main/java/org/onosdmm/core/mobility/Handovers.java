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
 * The steps of a handover after it was detected: make, switch, break.
 */
public final class Handovers {

    /** Former attachments that are remembered at most; older ones have long been drained. */
    static final int MAX_FORMER = 32;

    private Handovers() {
    }

    /** After make: traffic is steered to where the node is. */
    public static NodeState switched(NodeState state) {
        Binding binding = state.binding();
        return state.with(binding.toBuilder().steered(binding.sequence()).build());
    }

    /**
     * After break: what is older than the attachment that is steered to is forgotten.
     *
     * @param drained the youngest attachment that is known to be drained, by its sequence
     */
    public static NodeState cleaned(NodeState state, long drained) {
        Binding binding = state.binding();
        ImmutableList<Attachment> rest = binding.attachments().stream()
                .filter(a -> a.sequence() >= binding.steered() || a.sequence() > drained)
                .collect(ImmutableList.toImmutableList());
        return state.with(binding.toBuilder().attachments(rest).build());
    }

    /**
     * Forgets the oldest former attachments of a node that moves faster than places drain, or faster than switches
     * answer; never the one that is steered to.
     */
    public static NodeState bounded(NodeState state) {
        Binding binding = state.binding();
        int surplus = binding.former().size() - MAX_FORMER;
        if (surplus <= 0) {
            return state;
        }
        long last = binding.attachments().get(surplus - 1).sequence();
        return state.with(binding.toBuilder().attachments(binding.attachments().stream()
                .filter(a -> a.sequence() > last || a.sequence() == binding.steered())
                .collect(ImmutableList.toImmutableList())).build());
    }

    /** The node was reported gone; what it holds is kept for the lifetime of its binding. */
    public static NodeState absent(NodeState state, long time) {
        Binding binding = state.binding();
        return binding.absentSince().isPresent() || time < binding.current().since() ? state
                : state.with(binding.toBuilder().absentSince(Optional.of(time)).build());
    }
}
