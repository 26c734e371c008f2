/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.mobility;

import org.onosdmm.api.Attachment;
import org.onosdmm.api.Binding;
import org.onosdmm.api.Expected;
import org.onosdmm.api.Locator;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.NodeState;
import org.onosproject.net.ConnectPoint;

import java.util.Optional;

/**
 * A move that was announced: the target is prepared before the node is there.
 */
public final class Expectations {

    private Expectations() {
    }

    /** The node is expected at a place until a time, ms since the epoch. */
    public static NodeState expected(NodeState state, Anchor edge, ConnectPoint poa, Locator locator, long now,
                                     long until) {
        Binding binding = state.binding();
        Optional<Attachment> known = binding.expected().map(Expected::place).filter(p -> p.poa().equals(poa));
        Attachment place = known.orElseGet(() ->
                Attachment.of(binding.sequence() + 1, edge.id(), poa, locator, now, Trigger.NOTICE));
        return state.with(binding.toBuilder().expected(Optional.of(Expected.of(place, until))).build());
    }

    /** The state as time goes on: an expectation whose window is closed is given up. */
    public static NodeState aged(NodeState state, long now) {
        Binding binding = state.binding();
        return binding.expected().filter(e -> e.until() <= now).isPresent()
                ? state.with(binding.toBuilder().expected(Optional.empty()).build()) : state;
    }
}
