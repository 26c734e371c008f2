/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.uplink;

import com.google.common.collect.ImmutableList;
import org.onosdmm.api.AnchorId;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which routers are to be asked now: each once in the configured time. One whose port comes up is asked at once: by the
 * question the router, too, learns whom it can send to, and need not ask itself. Not safe for use by several threads.
 */
public final class RouterQuestions {

    private final Map<AnchorId, Long> asked = new HashMap<>();

    /**
     * The anchors whose routers are to be asked now; they count as asked.
     *
     * @param domain the domain as configured
     * @param reachable whether anything can be sent by an anchor's uplink
     * @param now time, ms
     */
    public ImmutableList<Anchor> due(Domain domain, Predicate<Anchor> reachable, long now) {
        asked.keySet().removeIf(id -> !domain.anchors().containsKey(id) || !reachable.test(domain.anchor(id)));
        return domain.withUplink().stream().filter(reachable)
                .filter(anchor -> isDue(anchor.id(), domain.timers().router(), now))
                .collect(ImmutableList.toImmutableList());
    }

    private boolean isDue(AnchorId anchor, long period, long now) {
        Long before = asked.get(anchor);
        boolean due = before == null || now - before >= period;
        if (due) {
            asked.put(anchor, now);
        }
        return due;
    }
}
