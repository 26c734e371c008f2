/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.config;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.Continuity;
import org.onosdmm.api.DmmException;
import org.onosdmm.core.model.ClassRule;
import org.onosdmm.core.model.Limits;
import org.onosdmm.core.model.Policy;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads what is said about classes and about how flows get theirs.
 */
final class PolicyReader {

    /** The parts of the document that make the policy. */
    static final ImmutableList<String> PARTS = ImmutableList.of("classes", "defaultClass", "inboundClass", "rules",
            "names", "classification", "limits");

    private static final int MOST_NAMES = 10_000;
    /** Labels of letters, digits, hyphens and underscores (RFC 1123, section 2.1; RFC 8552). */
    private static final Pattern DOMAIN = Pattern.compile("(?=.{1,253}$)[a-z0-9_-]{1,63}(\\.[a-z0-9_-]{1,63})*");

    private final ImmutableSortedSet<String> knownSteps;
    private final ClassReader classReader;

    PolicyReader(Set<String> steps, ClassReader classReader) {
        this.knownSteps = ImmutableSortedSet.copyOf(steps);
        this.classReader = classReader;
    }

    Policy read(Field root) {
        ImmutableMap<String, ApplicationClass> classes = classReader.read(root.optional("classes"));
        ImmutableList<ClassRule> rules = new RuleReader(classes).read(root.optional("rules"));
        Optional<Field> classification = root.optional("classification")
                .map(f -> f.object("steps", "trustDscp"));
        boolean trusted = classification.flatMap(f -> f.optional("trustDscp")).map(Field::bool).orElse(false);
        return Policy.of(classes, trusted ? withMarks(rules, classes) : rules, defaultClass(root, classes),
                        inboundClass(root, classes))
                .withNames(names(root.optional("names"), classes))
                .withSteps(classification.flatMap(f -> f.optional("steps")).map(this::steps)
                        .orElse(Policy.STEPS));
    }

    /** How much is kept at most. */
    static Limits limits(Optional<Field> field) {
        field.ifPresent(f -> f.object("flowsPerNode", "flowsPerEdge", "namesPerNode"));
        return Limits.of(limit(field, "flowsPerNode", 8_192, Limits.DEFAULTS.flowsPerNode()),
                limit(field, "flowsPerEdge", 1_000_000, Limits.DEFAULTS.flowsPerEdge()),
                limit(field, "namesPerNode", 4_096, Limits.DEFAULTS.namesPerNode()));
    }

    private static int limit(Optional<Field> limits, String name, int most, int usual) {
        return limits.flatMap(f -> f.optional(name)).map(f -> f.integer(16, most)).orElse(usual);
    }

    /** After the operator's rules, the marks of RFC 4594 count for the classes that are kept. */
    private static ImmutableList<ClassRule> withMarks(ImmutableList<ClassRule> rules,
                                                      Map<String, ApplicationClass> classes) {
        Stream<ClassRule> marks = classes.values().stream().filter(c -> c.continuity().pinned())
                .flatMap(c -> c.dscp().stream().map(mark ->
                        ClassRule.builder(c.name()).dscp(Optional.of(mark)).build()));
        return Stream.concat(rules.stream(), marks.filter(mark -> rules.stream().noneMatch(rule ->
                rule.equals(ClassRule.builder(rule.applicationClass()).dscp(mark.dscp()).build()))))
                .collect(ImmutableList.toImmutableList());
    }

    private ImmutableList<String> steps(Field list) {
        Claims claims = new Claims();
        ImmutableList.Builder<String> steps = ImmutableList.builder();
        for (Field item : list.items()) {
            String step = claims.claim(item, "step", item.text(), item.path());
            if (!knownSteps.contains(step)) {
                throw item.invalid("is not a step of classification; known are " + String.join(", ", knownSteps));
            }
            steps.add(step);
        }
        return steps.build();
    }

    private static ImmutableMap<String, String> names(Optional<Field> list, Map<String, ApplicationClass> classes) {
        Map<String, String> names = new LinkedHashMap<>();
        ImmutableList<Field> items = list.map(Field::items).orElse(ImmutableList.of());
        if (items.size() > MOST_NAMES) {
            throw list.get().invalid("has more than " + MOST_NAMES + " names");
        }
        Claims claims = new Claims();
        for (Field item : items) {
            item.object("name", "class");
            Field field = item.required("name");
            String name = field.text().toLowerCase(Locale.ROOT);
            if (!DOMAIN.matcher(name).matches()) {
                throw field.invalid("is not a domain name, such as meet.example.com");
            }
            names.put(claims.claim(field, "name", name, item.path()),
                    ClassReader.named(item.required("class"), classes).name());
        }
        return ImmutableMap.copyOf(names);
    }

    private static ApplicationClass defaultClass(Field root, Map<String, ApplicationClass> classes) {
        ApplicationClass chosen = namedOr(root, "defaultClass", Vocabulary.DEFAULT_CLASS, classes);
        if (chosen.continuity().pinned()) {
            throw DmmException.invalid("defaultClass", chosen.name(), "is " + chosen.continuity()
                    + ": every flow under no rule would have to go to the controller first; the default class has to "
                    + "be " + Continuity.NON_PERSISTENT);
        }
        return chosen;
    }

    private static ApplicationClass inboundClass(Field root, Map<String, ApplicationClass> classes) {
        ApplicationClass chosen = namedOr(root, "inboundClass", Vocabulary.INBOUND_CLASS, classes);
        if (chosen.continuity() != Continuity.FIXED) {
            throw DmmException.invalid("inboundClass", chosen.name(), "is " + chosen.continuity()
                    + ": a flow that begins outside keeps the address it was sent to; the inbound class has to be "
                    + Continuity.FIXED);
        }
        return chosen;
    }

    private static ApplicationClass namedOr(Field root, String name, String usual,
                                            Map<String, ApplicationClass> classes) {
        return root.optional(name).map(f -> ClassReader.named(f, classes)).orElse(classes.get(usual));
    }
}
