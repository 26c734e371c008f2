/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import com.google.auto.value.AutoValue;
import org.onosdmm.core.model.RuleKey;
import org.onosdmm.core.model.RuleSet;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The switches, as the engine sees them.
 */
public interface RulePort {

    /** What a switch said of a rule at its last statistics reply. */
    @AutoValue
    abstract class Reading {

        /** Packets that the rule has matched. */
        public abstract long packets();

        /** Time of the reply, ms since the epoch. */
        public abstract long time();

        /** A reading by its parts. */
        public static Reading of(long packets, long time) {
            return new AutoValue_RulePort_Reading(packets, time);
        }
    }

    /**
     * Adds rules, or gives them another treatment. Completes when every switch has confirmed with a barrier reply;
     * fails if one of them has refused or not answered.
     */
    CompletableFuture<Void> add(RuleSet rules);

    /** Removes rules. Completes and fails like {@link #add}. */
    CompletableFuture<Void> remove(RuleSet rules);

    /** The last reading of a rule's counter; absent as long as there is none. */
    Optional<Reading> reading(RuleKey rule);
}
