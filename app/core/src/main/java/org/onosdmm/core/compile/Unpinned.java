/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import com.google.auto.value.AutoValue;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.Locator;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosproject.net.flow.TrafficTreatment;

import java.util.Optional;

/**
 * Where packets leave whose flows keep no anchor: at the edge where they enter, or at the one anchor of their class.
 */
@AutoValue
abstract class Unpinned {

    /** The locator that takes them there. */
    abstract Locator exit();

    /** Whether that is so as long as nothing is wrong. What is otherwise has a priority of its own. */
    abstract boolean usual();

    /** Where packets of a class leave that enter at this edge. */
    static Unpinned of(Domain domain, Anchor edge, ApplicationClass applicationClass) {
        Optional<Anchor> central = applicationClass.anchor().map(id -> domain.anchors().get(id));
        if (central.filter(Anchor::takesUnpinned).isPresent()) {
            return new AutoValue_Unpinned(central.get().exit(), true);
        }
        return edge.leftElsewhere() ? new AutoValue_Unpinned(Locator.elsewhere(edge.number()), false)
                : new AutoValue_Unpinned(edge.exit(), !central.isPresent());
    }

    /** Sends packets there. */
    TrafficTreatment act() {
        return Act.steer(exit());
    }

    /** Of two priorities the one for what is usual, or else the other. */
    int priority(int usual, int unusual) {
        return usual() ? usual : unusual;
    }
}
