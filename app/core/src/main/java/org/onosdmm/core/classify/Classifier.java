/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Streams;
import org.onosdmm.core.model.Policy;

import java.util.List;
import java.util.Set;

/**
 * Gives flows their application classes: the first step that knows decides, then the default class. Immutable.
 */
public final class Classifier {

    private final ImmutableList<ClassificationStep> steps;

    private Classifier(ImmutableList<ClassificationStep> steps) {
        this.steps = steps;
    }

    /** A classifier that asks these steps, in this order. */
    public static Classifier of(Iterable<ClassificationStep> steps) {
        return new Classifier(ImmutableList.copyOf(steps));
    }

    /** The one with all built-in steps. */
    public static Classifier builtIn() {
        return of(Steps.BUILT_IN);
    }

    /** The same without the steps of these names. */
    public Classifier without(Set<String> ids) {
        return new Classifier(steps.stream().filter(step -> !ids.contains(step.id()))
                .collect(ImmutableList.toImmutableList()));
    }

    /** The steps of these names alone, in this order. */
    public Classifier only(List<String> ids) {
        return new Classifier(ids.stream().flatMap(id -> steps.stream().filter(step -> step.id().equals(id)))
                .collect(ImmutableList.toImmutableList()));
    }

    /** The names of the steps, in their order. */
    public ImmutableSet<String> ids() {
        return steps.stream().map(ClassificationStep::id).collect(ImmutableSet.toImmutableSet());
    }

    /**
     * The class of a flow.
     *
     * @param packet the flow's first packet
     * @param known what else is known about the flow
     * @param policy the classes that there are, and the operator's rules
     */
    public Decision classify(FirstPacket packet, Knowledge known, Policy policy) {
        return steps.stream().map(step -> step.decide(packet, known, policy)).flatMap(Streams::stream).findFirst()
                .orElseGet(() -> Decision.of(policy.defaultClass(), Decision.DEFAULT, "default class"));
    }
}
