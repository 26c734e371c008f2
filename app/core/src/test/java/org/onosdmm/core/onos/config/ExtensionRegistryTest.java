/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.config;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.AnchorStrategy;
import org.onosdmm.api.FlowClassifier;
import org.onosdmm.api.FlowView;
import org.onosdmm.api.StrategyInput;
import org.onosdmm.core.strategy.HomeStrategy;

import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Strategies and steps of classification that other bundles bring. */
class ExtensionRegistryTest {

    private final ExtensionRegistry registry = new ExtensionRegistry();
    private int heard;

    private static AnchorStrategy strategy(String id) {
        return new AnchorStrategy() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public Optional<AnchorId> select(StrategyInput input) {
                return Optional.empty();
            }
        };
    }

    private static FlowClassifier step(String id) {
        return new FlowClassifier() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public Optional<Verdict> classify(FlowView flow) {
                return Optional.empty();
            }
        };
    }

    @Test
    void aStrategyComesAndGoes() {
        AnchorStrategy cheapest = strategy("cheapest");
        registry.addListener(() -> heard++);
        registry.bindStrategy(cheapest);
        assertSame(cheapest, registry.strategies().named("cheapest").get());
        assertTrue(registry.strategies().named("nearest").isPresent());
        registry.unbindStrategy(cheapest);
        assertFalse(registry.strategies().named("cheapest").isPresent());
        assertEquals(2, heard);
    }

    @Test
    void aBuiltInStrategyIsNotReplaced() {
        AnchorStrategy other = strategy(HomeStrategy.ID);
        registry.bindStrategy(other);
        assertTrue(registry.strategies().named(HomeStrategy.ID).get() instanceof HomeStrategy);
        registry.unbindStrategy(other);
        assertTrue(registry.strategies().named(HomeStrategy.ID).get() instanceof HomeStrategy);
    }

    @Test
    void aNameStaysWithWhoHadItFirstUntilThatOneGoes() {
        AnchorStrategy first = strategy("cheapest");
        AnchorStrategy second = strategy("cheapest");
        registry.bindStrategy(first);
        registry.bindStrategy(second);
        assertSame(first, registry.strategies().named("cheapest").get());
        registry.unbindStrategy(first);
        assertSame(second, registry.strategies().named("cheapest").get());
    }

    @Test
    void whoGoesWithoutHavingHadTheNameChangesNothing() {
        AnchorStrategy first = strategy("cheapest");
        AnchorStrategy second = strategy("cheapest");
        registry.bindStrategy(first);
        registry.bindStrategy(second);
        registry.unbindStrategy(second);
        assertSame(first, registry.strategies().named("cheapest").get());
    }

    @Test
    void aStepComesAfterTheBuiltInOnesAndGoes() {
        FlowClassifier learned = step("learned");
        ImmutableList<String> builtIn = registry.steps().asList();
        registry.addListener(() -> heard++);
        registry.bindClassifier(learned);
        assertEquals(ImmutableList.builder().addAll(builtIn).add("learned").build(), registry.steps().asList());
        assertEquals(ImmutableList.of("learned", "port"),
                registry.classifier(ImmutableList.of("learned", "port")).ids().asList());
        registry.unbindClassifier(learned);
        assertEquals(builtIn, registry.steps().asList());
        assertEquals(2, heard);
    }

    @Test
    void aStepsNameStaysWithWhoHadItFirstUntilThatOneGoes() {
        FlowClassifier first = step("learned");
        FlowClassifier second = step("learned");
        registry.bindClassifier(step("port"));
        registry.bindClassifier(first);
        registry.bindClassifier(second);
        registry.unbindClassifier(first);
        assertTrue(registry.steps().contains("learned"));
        registry.unbindClassifier(second);
        assertFalse(registry.steps().contains("learned"));
    }

    @Test
    void whoDoesNotListenAnyMoreHearsNothing() {
        Runnable listener = () -> heard++;
        registry.addListener(listener);
        registry.removeListener(listener);
        registry.bindStrategy(strategy("cheapest"));
        assertEquals(0, heard);
    }
}
