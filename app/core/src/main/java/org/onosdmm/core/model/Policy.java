/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.onosdmm.api.ApplicationClass;

/**
 * The application classes and how flows get theirs.
 */
@AutoValue
public abstract class Policy {

    /** The classes by name, in the order of the configuration. */
    public abstract ImmutableMap<String, ApplicationClass> classes();

    /** The operator's rules; the first one that matches decides. */
    public abstract ImmutableList<ClassRule> rules();

    /** The class of flows under no rule. */
    public abstract ApplicationClass defaultClass();

    /** The class of flows that begin outside, towards a node's own address. */
    public abstract ApplicationClass inboundClass();

    /** A policy by its parts. */
    public static Policy of(ImmutableMap<String, ApplicationClass> classes, Iterable<ClassRule> rules,
                            ApplicationClass defaultClass, ApplicationClass inboundClass) {
        return new AutoValue_Policy(classes, ImmutableList.copyOf(rules), defaultClass, inboundClass);
    }

    /** The class that a rule names. */
    public ApplicationClass classOf(ClassRule rule) {
        return classes().get(rule.applicationClass());
    }
}
