/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.config;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.onosdmm.api.AnchorStrategy;
import org.onosdmm.api.FlowClassifier;
import org.onosdmm.core.classify.ClassificationStep;
import org.onosdmm.core.classify.Classifier;
import org.onosdmm.core.classify.ForeignStep;
import org.onosdmm.core.classify.Steps;
import org.onosdmm.core.strategy.Strategies;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * Gathers what this and other bundles bring. A name that is taken stays with who had it first; when that one goes the
 * next one has it.
 */
@Component(immediate = true, service = ExtensionService.class)
public class ExtensionRegistry implements ExtensionService {

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final List<AnchorStrategy> broughtStrategies = new CopyOnWriteArrayList<>();
    private final List<FlowClassifier> broughtSteps = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    private volatile Strategies strategies = Strategies.builtIn();
    private volatile Classifier all = Classifier.builtIn();

    /** A strategy has come. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void bindStrategy(AnchorStrategy strategy) {
        boolean taken = strategies.named(strategy.id()).isPresent();
        broughtStrategies.add(strategy);
        report("Anchor strategy", strategy.id(), taken);
    }

    /** A strategy has gone. */
    public void unbindStrategy(AnchorStrategy strategy) {
        broughtStrategies.remove(strategy);
        changed();
    }

    /** A step of classification has come. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void bindClassifier(FlowClassifier classifier) {
        boolean taken = all.ids().contains(classifier.id());
        broughtSteps.add(classifier);
        report("Step of classification", classifier.id(), taken);
    }

    /** A step of classification has gone. */
    public void unbindClassifier(FlowClassifier classifier) {
        broughtSteps.remove(classifier);
        changed();
    }

    private void report(String what, String id, boolean taken) {
        if (taken) {
            log.warn("{} '{}' is there already: the other one is left out", what, id);
        } else {
            log.info("{} '{}' is there", what, id);
            changed();
        }
    }

    private synchronized void changed() {
        strategies = Strategies.builtIn().with(first(broughtStrategies, AnchorStrategy::id,
                Strategies.builtIn().ids()));
        all = Classifier.of(ImmutableList.<ClassificationStep>builder().addAll(Steps.BUILT_IN)
                .addAll(first(broughtSteps, FlowClassifier::id, Classifier.builtIn().ids()).stream()
                        .map(ForeignStep::new).iterator()).build());
        listeners.forEach(Runnable::run);
    }

    /** Of each name the one that came first, but for names that are taken. */
    private static <T> ImmutableList<T> first(List<T> brought, Function<T, String> id, Set<String> taken) {
        Map<String, T> first = new LinkedHashMap<>();
        brought.stream().filter(one -> !taken.contains(id.apply(one)))
                .forEach(one -> first.putIfAbsent(id.apply(one), one));
        return ImmutableList.copyOf(first.values());
    }

    @Override
    public Strategies strategies() {
        return strategies;
    }

    @Override
    public ImmutableSet<String> steps() {
        return all.ids();
    }

    @Override
    public Classifier classifier(ImmutableList<String> steps) {
        return all.only(steps);
    }

    @Override
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }
}
