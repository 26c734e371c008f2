/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.ApplicationClass;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The application classes and how flows get theirs.
 */
@AutoValue
public abstract class Policy {

    /** The steps of classification that there are without anybody saying so, in their order. */
    public static final ImmutableList<String> STEPS =
            ImmutableList.of("request", "rules", "name", "payload", "port", "network");

    /** The classes by name, in the order of the configuration. */
    public abstract ImmutableMap<String, ApplicationClass> classes();

    /** The operator's rules; the first one that matches decides. */
    public abstract ImmutableList<ClassRule> rules();

    /** The operator's domain names: the class by the suffix, in lower case; they come before those that ship. */
    public abstract ImmutableMap<String, String> names();

    /** The steps of classification that are on, in their order. */
    public abstract ImmutableList<String> steps();

    /** The class of flows under no rule. */
    public abstract ApplicationClass defaultClass();

    /** The class of flows that begin outside, towards a node's own address. */
    public abstract ApplicationClass inboundClass();

    /** A policy by its parts, with the usual steps and no names. */
    public static Policy of(ImmutableMap<String, ApplicationClass> classes, Iterable<ClassRule> rules,
                            ApplicationClass defaultClass, ApplicationClass inboundClass) {
        return new AutoValue_Policy(classes, ImmutableList.copyOf(rules), ImmutableMap.of(), STEPS, defaultClass,
                inboundClass);
    }

    /** The same policy with these names. */
    public Policy withNames(Map<String, String> names) {
        return new AutoValue_Policy(classes(), rules(), ImmutableMap.copyOf(names), steps(), defaultClass(),
                inboundClass());
    }

    /** The same policy with these steps. */
    public Policy withSteps(Iterable<String> steps) {
        return new AutoValue_Policy(classes(), rules(), names(), ImmutableList.copyOf(steps), defaultClass(),
                inboundClass());
    }

    /** The class that a rule names. */
    public ApplicationClass classOf(ClassRule rule) {
        return classes().get(rule.applicationClass());
    }

    /** Whether a step of classification is on. */
    public boolean uses(String step) {
        return steps().contains(step);
    }

    /** The class of this name, unless its flows are not kept. */
    public Optional<ApplicationClass> kept(String name) {
        return Optional.ofNullable(classes().get(name)).filter(c -> c.continuity().pinned());
    }

    /** Anchors by which nodes leave wherever they are, with flows that nobody knows one by one. */
    public ImmutableSet<AnchorId> centralAnchors() {
        return Stream.concat(classes().values().stream(), Stream.of(defaultClass()))
                .filter(c -> !c.continuity().pinned()).flatMap(c -> c.anchor().stream())
                .collect(ImmutableSet.toImmutableSet());
    }
}
