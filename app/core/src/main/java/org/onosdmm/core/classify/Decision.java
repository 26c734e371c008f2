/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify;

import com.google.auto.value.AutoValue;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.core.model.Policy;

import java.util.Optional;

/**
 * A flow's class, and why it is that one.
 */
@AutoValue
public abstract class Decision {

    /** The step of flows that no step knows. */
    public static final String DEFAULT = "default";

    /** The class. */
    public abstract ApplicationClass applicationClass();

    /** Name of the step that decided. */
    public abstract String step();

    /** What it went by, in words, such as {@code rule 2 (udp, ports 3478-3481)}. Never any payload. */
    public abstract String evidence();

    /** A decision by its parts. */
    public static Decision of(ApplicationClass applicationClass, String step, String evidence) {
        return new AutoValue_Decision(applicationClass, step, evidence);
    }

    /** A decision for the class of this name; nothing where the policy has none. */
    static Optional<Decision> of(Policy policy, String className, String step, String evidence) {
        return Optional.ofNullable(policy.classes().get(className)).map(c -> of(c, step, evidence));
    }
}
