/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.reconcile;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import org.onosdmm.core.model.RuleSet;
import org.onosproject.net.DeviceId;

/**
 * The difference between what is and what should be. It is applied in two steps: first what is added, and once the
 * switches have confirmed that, what is removed; so nothing old goes before its successor is there.
 */
@AutoValue
public abstract class RuleChange {

    /** Rules to add, or to give another treatment. */
    public abstract RuleSet added();

    /** Rules to remove. */
    public abstract RuleSet removed();

    /** What leads from the actual rules to the desired ones. */
    public static RuleChange between(RuleSet actual, RuleSet desired) {
        return new AutoValue_RuleChange(desired.minus(actual), actual.minusKeys(desired));
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return added().isEmpty() && removed().isEmpty();
    }

    /** Number of flow-mods that the change takes. */
    public int flowMods() {
        return added().size() + removed().size();
    }

    /** Switches that get a flow-mod. */
    public ImmutableSet<DeviceId> devices() {
        return ImmutableSet.copyOf(Sets.union(added().devices(), removed().devices()));
    }
}
