/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.Finding;
import org.onosdmm.core.config.DomainCheck;
import org.onosdmm.core.config.DomainParser;
import org.onosdmm.core.config.NetworkFacts;
import org.onosdmm.core.model.Domain;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Decides which domain is in force. A document that the network does not bear out waits until it does; meanwhile, and
 * when a document is refused, the last good one stays in force. Once in force, a domain is not put out of force by
 * what happens to the network: that is a failure, not a mistake.
 *
 * <p>To be used on one thread; its answers may be read on any.
 */
final class Judge {

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final DomainParser parser;
    private final Function<Domain, NetworkFacts> network;
    private final LastGood lastGood;
    private final Consumer<Optional<Domain>> onChange;

    private volatile Optional<Domain> domain = Optional.empty();
    private volatile ImmutableList<Finding> findings = ImmutableList.of();

    private Optional<JsonNode> document = Optional.empty();
    /** What is wrong with the document that stands in the configuration. */
    private Optional<Finding> objection = Optional.empty();
    /** Why a document did not get into the configuration. */
    private Optional<DmmException> refusal = Optional.empty();

    Judge(DomainParser parser, Function<Domain, NetworkFacts> network, LastGood lastGood,
          Consumer<Optional<Domain>> onChange) {
        this.parser = parser;
        this.network = network;
        this.lastGood = lastGood;
        this.onChange = onChange;
    }

    Optional<Domain> domain() {
        return domain;
    }

    ImmutableList<Finding> findings() {
        return findings;
    }

    /** This document stands in the configuration. */
    void offer(JsonNode offered) {
        document = Optional.of(offered);
        review();
    }

    /** The document was taken out of the configuration. */
    void withdraw() {
        document = Optional.empty();
        refusal = Optional.empty();
        lastGood.clear();
        put(Optional.empty(), Optional.empty());
    }

    /** A document was validated before it gets into the configuration: refused, or not. */
    void validated(Optional<DmmException> outcome) {
        refusal = outcome;
        outcome.ifPresent(e -> warn(refused(e, domain)));
        describe();
    }

    /** The network may have changed: judges the document again. */
    void review() {
        if (!document.isPresent()) {
            return;
        }
        Optional<Domain> good = domain.isPresent() ? domain : remembered();
        Domain offered;
        try {
            offered = parser.parse(document.get());
        } catch (DmmException e) {
            put(good, Optional.of(refused(e, good)));
            return;
        }
        Optional<DmmException> problem = DomainCheck.check(offered, network.apply(offered));
        if (good.equals(Optional.of(offered))) {
            put(Optional.of(offered), problem.map(e -> Finding.warning(e.field(), DmmConfig.problemOf(e)
                    + "; the configuration is in force all the same")));
        } else if (problem.isPresent()) {
            put(good, problem.map(e -> refused(e, good)));
        } else {
            lastGood.write(document.get());
            put(Optional.of(offered), Optional.empty());
        }
    }

    private Optional<Domain> remembered() {
        try {
            return lastGood.read().map(parser::parse);
        } catch (DmmException e) {
            log.warn("The last good configuration is none any more: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private void put(Optional<Domain> next, Optional<Finding> problem) {
        boolean changed = !domain.equals(next);
        problem.filter(finding -> !objection.equals(problem)).ifPresent(this::warn);
        domain = next;
        objection = problem;
        describe();
        if (changed) {
            log.info("Configuration in force: {}", next.map(d -> d.anchors().size() + " anchors, "
                    + d.policy().classes().size() + " classes, " + d.policy().rules().size() + " rules")
                    .orElse("none"));
            onChange.accept(next);
        }
    }

    private void describe() {
        ImmutableList.Builder<Finding> all = ImmutableList.builder();
        refusal.ifPresent(e -> all.add(refused(e, domain)));
        objection.ifPresent(all::add);
        findings = all.build();
    }

    private void warn(Finding finding) {
        log.warn("Configuration: {}: {}", finding.subject(), finding.message());
    }

    private static Finding refused(DmmException e, Optional<Domain> good) {
        return Finding.error(e.field(), DmmConfig.problemOf(e) + (good.isPresent()
                ? "; the last good configuration stays in force" : "; no configuration is in force"));
    }
}
