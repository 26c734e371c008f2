/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onosdmm.api.Attachment;
import org.onosdmm.api.Binding;
import org.onosdmm.core.compile.Bounces;
import org.onosdmm.core.model.RuleKey;
import org.onosdmm.core.model.RuleSet;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Knows when a former place of a node is drained: no packet has come through its bounce between two statistics
 * replies, both younger than the switch.
 */
final class Drain {

    /** A switch that reports nothing for this long is not waited for, ms. */
    static final long PATIENCE = 60_000;

    private final RulePort rules;
    private final Map<Long, RulePort.Reading> first = new HashMap<>();
    private final Map<Long, Long> since = new HashMap<>();

    Drain(RulePort rules) {
        this.rules = rules;
    }

    /**
     * The youngest place up to which all are drained, by its sequence.
     *
     * @param gone tells of a place whether its switch is gone
     */
    OptionalLong drained(Binding binding, RuleSet installed, Predicate<Attachment> gone, long now) {
        first.keySet().removeIf(s -> binding.attachments().stream().noneMatch(a -> a.sequence() == s));
        since.keySet().removeIf(s -> binding.attachments().stream().noneMatch(a -> a.sequence() == s));
        OptionalLong youngest = OptionalLong.empty();
        boolean all = true;
        for (Attachment place : binding.former()) {
            all &= gone.test(place) || still(place, installed, now);
            youngest = all ? OptionalLong.of(place.sequence()) : youngest;
        }
        return youngest;
    }

    private boolean still(Attachment place, RuleSet installed, long now) {
        long watched = since.computeIfAbsent(place.sequence(), s -> now);
        if (now - watched > PATIENCE) {
            return true;
        }
        Optional<RulePort.Reading> reading = bounceOf(place, installed).flatMap(rules::reading);
        if (!reading.isPresent() || reading.get().time() <= watched) {
            return false;
        }
        RulePort.Reading before = first.get(place.sequence());
        if (before != null && reading.get().time() > before.time() && reading.get().packets() == before.packets()) {
            return true;
        }
        if (before == null || reading.get().packets() != before.packets()) {
            first.put(place.sequence(), reading.get());
        }
        return false;
    }

    private static Optional<RuleKey> bounceOf(Attachment place, RuleSet installed) {
        return installed.rules().keySet().stream()
                .filter(k -> Bounces.isBounce(k, place))
                .findFirst();
    }
}
