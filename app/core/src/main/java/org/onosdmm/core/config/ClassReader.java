/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.config;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.Continuity;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import static org.onosdmm.api.Continuity.FIXED;
import static org.onosdmm.api.Continuity.NON_PERSISTENT;

/**
 * Reads the application classes: those of the document, then those of the built-in vocabulary that it does not name.
 */
final class ClassReader {

    private static final long LONGEST_IDLE = 86_400_000;
    private static final int MAX_DSCP = 63;
    /** Strategies that are about one anchor, which the class names. */
    private static final ImmutableSet<String> OF_ONE_ANCHOR = ImmutableSet.of("central", "pinned");
    /** Strategies that find their anchor themselves. */
    private static final ImmutableSet<String> OF_NO_ANCHOR =
            ImmutableSet.of("home", "least-loaded", "nearest", "serving");

    private final ImmutableSortedSet<String> strategies;
    private final ImmutableSet<AnchorId> anchors;

    /** A reader that knows these strategies, and these anchors that can be left. */
    ClassReader(Set<String> strategies, Iterable<AnchorId> anchors) {
        this.strategies = ImmutableSortedSet.copyOf(strategies);
        this.anchors = ImmutableSet.copyOf(anchors);
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
            item.object("name", "continuity", "strategy", "anchor", "dscp", "priority", "idle", "rescue");
            Field name = item.required("name");
            claims.claim(name, "name", name.name(), item.path());
            classes.put(name.text(), applicationClass(item, name.text()));
        }
    }

    private ApplicationClass applicationClass(Field item, String name) {
        Optional<ApplicationClass> builtIn = Optional.ofNullable(Vocabulary.CLASSES.get(name));
        Continuity continuity = continuity(item, builtIn);
        String strategy = item.optional("strategy").map(f -> strategy(f, continuity))
                .orElse(Vocabulary.strategyFor(continuity));
        boolean rescue = item.optional("rescue").map(Field::bool)
                .orElse(continuity.pinned() && builtIn.filter(ApplicationClass::rescue).isPresent());
        if (rescue && !continuity.pinned()) {
            throw item.required("rescue").invalid("is not possible for " + continuity
                    + ": its flows are not known one by one");
        }
        return ApplicationClass.of(name, continuity, strategy).toBuilder().rescue(rescue)
                .anchor(anchor(item, strategy))
                .dscp(item.optional("dscp").map(ClassReader::dscp)
                        .orElse(builtIn.map(ApplicationClass::dscp).orElse(ImmutableSet.of())))
                .priority(item.optional("priority").map(f -> f.integer(0, Vocabulary.MOST_PRIORITY))
                        .orElse(builtIn.map(ApplicationClass::priority).orElse(0)))
                .idle(item.optional("idle").map(f -> Optional.of(f.integer(1_000, LONGEST_IDLE)))
                        .orElse(builtIn.flatMap(ApplicationClass::idle)))
                .build();
    }

    private static ImmutableSet<Integer> dscp(Field list) {
        return list.items().stream().map(f -> f.integer(0, MAX_DSCP)).collect(ImmutableSet.toImmutableSet());
    }

    private Optional<AnchorId> anchor(Field item, String strategy) {
        Optional<Field> field = item.optional("anchor");
        if (OF_ONE_ANCHOR.contains(strategy) && !field.isPresent()) {
            throw item.required("strategy").invalid("needs an anchor");
        }
        if (field.isPresent() && OF_NO_ANCHOR.contains(strategy)) {
            throw field.get().invalid("does not go with the strategy " + strategy + ", which finds one itself");
        }
        return field.map(f -> anchors.stream().filter(a -> a.name().equals(f.text())).findFirst()
                .orElseThrow(() -> f.invalid("is not an anchor with an uplink; known are "
                        + anchors.stream().map(AnchorId::name).collect(Collectors.joining(", ")))));
    }

    private static Continuity continuity(Field item, Optional<ApplicationClass> builtIn) {
        if (builtIn.isPresent() && !item.optional("continuity").isPresent()) {
            return builtIn.get().continuity();
        }
        Field field = item.required("continuity");
        return Arrays.stream(Continuity.values()).filter(c -> c.name().equals(field.text())).findFirst()
                .orElseThrow(() -> field.invalid("is not a continuity type; known are "
                        + Arrays.stream(Continuity.values()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    /** Two continuity types leave little choice of the anchor; to promise one would be a lie. */
    private String strategy(Field field, Continuity continuity) {
        String strategy = field.text();
        if (!strategies.contains(strategy)) {
            throw field.invalid("is not a strategy; known are " + String.join(", ", strategies));
        }
        if (continuity == FIXED && !strategy.equals(Vocabulary.strategyFor(continuity))) {
            throw field.invalid("does not go with FIXED: such flows keep the node's own address, so the strategy "
                    + "has to be home");
        }
        if (continuity == NON_PERSISTENT && !strategy.equals(Vocabulary.strategyFor(continuity))
                && !OF_ONE_ANCHOR.contains(strategy)) {
            throw field.invalid("does not go with NON_PERSISTENT: such flows leave where their node is, so the "
                    + "strategy has to be serving, or else central or pinned");
        }
        return strategy;
    }
}
