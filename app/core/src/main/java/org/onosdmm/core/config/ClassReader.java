/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.config;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.Continuity;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the application classes: those of the document, then those of the built-in vocabulary that it does not name.
 */
final class ClassReader {

    private final ImmutableSortedSet<String> strategies;

    ClassReader(Set<String> strategies) {
        this.strategies = ImmutableSortedSet.copyOf(strategies);
    }

    /** The classes by name. */
    ImmutableMap<String, ApplicationClass> read(Optional<Field> list) {
        Map<String, ApplicationClass> classes = new LinkedHashMap<>();
        list.ifPresent(l -> configured(l, classes));
        Vocabulary.CLASSES.forEach(classes::putIfAbsent);
        return ImmutableMap.copyOf(classes);
    }

    /** The class of this name. */
    static ApplicationClass named(Field field, Map<String, ApplicationClass> classes) {
        ApplicationClass found = classes.get(field.text());
        if (found == null) {
            throw field.invalid("is not a class; known are " + String.join(", ", classes.keySet()));
        }
        return found;
    }

    private void configured(Field list, Map<String, ApplicationClass> classes) {
        Claims claims = new Claims();
        for (Field item : list.items()) {
            item.object("name", "continuity", "strategy", "rescue");
            Field name = item.required("name");
            claims.claim(name, "name", name.name(), item.path());
            classes.put(name.text(), applicationClass(item, name.text()));
        }
    }

    private ApplicationClass applicationClass(Field item, String name) {
        Continuity continuity = continuity(item, name);
        String strategy = item.optional("strategy").map(f -> strategy(f, continuity))
                .orElse(Vocabulary.strategyFor(continuity));
        boolean rescue = item.optional("rescue").map(Field::bool)
                .orElse(continuity.pinned() && Vocabulary.rescued(name));
        if (rescue && !continuity.pinned()) {
            throw item.required("rescue").invalid("is not possible for " + continuity
                    + ": its flows are not known one by one");
        }
        return ApplicationClass.of(name, continuity, strategy).withRescue(rescue);
    }

    private static Continuity continuity(Field item, String name) {
        ApplicationClass builtIn = Vocabulary.CLASSES.get(name);
        if (builtIn != null && !item.optional("continuity").isPresent()) {
            return builtIn.continuity();
        }
        Field field = item.required("continuity");
        return Arrays.stream(Continuity.values()).filter(c -> c.name().equals(field.text())).findFirst()
                .orElseThrow(() -> field.invalid("is not a continuity type; known are "
                        + Arrays.stream(Continuity.values()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    /** Two continuity types leave no choice of the anchor; to promise one would be a lie. */
    private String strategy(Field field, Continuity continuity) {
        String strategy = field.text();
        if (!strategies.contains(strategy)) {
            throw field.invalid("is not a strategy; known are " + String.join(", ", strategies));
        }
        if (continuity == Continuity.FIXED && !strategy.equals(Vocabulary.strategyFor(continuity))) {
            throw field.invalid("does not go with FIXED: such flows keep the node's own address, so the strategy "
                    + "has to be home");
        }
        if (continuity == Continuity.NON_PERSISTENT && !strategy.equals(Vocabulary.strategyFor(continuity))) {
            throw field.invalid("does not go with NON_PERSISTENT: such flows leave where their node is, so the "
                    + "strategy has to be serving");
        }
        return strategy;
    }
}
