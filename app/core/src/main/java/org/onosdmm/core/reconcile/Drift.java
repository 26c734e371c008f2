/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.reconcile;

import com.google.auto.value.AutoValue;
import org.onosdmm.core.model.RuleSet;

/**
 * How the rules that switches report differ from those that they are believed to hold.
 */
@AutoValue
public abstract class Drift {

    /** Rules that are believed to be there and are not, or are there with another treatment. */
    public abstract RuleSet missing();

    /** Rules that are there though nobody knows of them. */
    public abstract RuleSet unexpected();

    /** The difference between these. */
    public static Drift between(RuleSet believed, RuleSet reported) {
        return new AutoValue_Drift(believed.minus(reported), reported.minusKeys(believed));
    }

    /** Whether there is no difference. */
    public boolean isNone() {
        return missing().isEmpty() && unexpected().isEmpty();
    }

    /** What is different in both. */
    public Drift and(Drift other) {
        return new AutoValue_Drift(missing().where(other.missing().rules()::containsKey),
                unexpected().where(other.unexpected().rules()::containsKey));
    }

    /** What is different but for these rules. */
    public Drift without(RuleSet rules) {
        return new AutoValue_Drift(missing().minusKeys(rules), unexpected().minusKeys(rules));
    }
}
