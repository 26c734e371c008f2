/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.emulation;

import org.onosdmm.api.Attachment;
import org.onosdmm.api.Binding;
import org.onosdmm.api.Locator;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.model.RuleSet;
import org.onosproject.net.DeviceId;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * What is left of the state of a network when everything is taken away that tells of how it came about: sequences,
 * locators, times, triggers. Two histories that end alike have the same.
 */
public final class Canonical {

    private Canonical() {
    }

    /** All rules, as if every node had attached once where it is now. All handovers have to be over. */
    public static String of(Emulation net) {
        RuleSet rules = RuleSet.EMPTY;
        for (DeviceId device : net.wires().live().devices()) {
            rules = rules.plus(net.fabric().desired(device));
        }
        AtomicInteger number = new AtomicInteger(Locator.FIRST_ATTACHMENT);
        List<NodeState> states = net.mobility().states().stream()
                .map(state -> canonical(net, state, number.getAndIncrement())).collect(Collectors.toList());
        for (NodeState state : states) {
            rules = rules.plus(net.mobility().desired(state));
        }
        return rules.dump();
    }

    private static NodeState canonical(Emulation net, NodeState state, int number) {
        Attachment now = state.binding().current();
        int edge = net.domain().anchor(now.edge()).number();
        Attachment place = Attachment.of(1, now.edge(), now.poa(), Locator.of(edge, number), 0, Trigger.ARP);
        Binding binding = state.binding().toBuilder().attachments(List.of(place)).lastSeen(0)
                .absentSince(Optional.empty()).build();
        return state.with(binding);
    }
}
