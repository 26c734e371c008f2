/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hashing;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.Delay;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.OperationService;
import org.onosdmm.api.PolicyCheck;
import org.onosdmm.api.PolicyDiff;
import org.onosdmm.api.PolicyDocument;
import org.onosdmm.core.config.DocumentDiff;
import org.onosdmm.core.engine.Lookup;
import org.onosdmm.core.metrics.Troubles;
import org.onosdmm.core.mobility.PolicyPreview;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.onos.config.DomainService;
import org.onosdmm.core.onos.config.Drains;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Does what an operator asks for.
 */
@Component(immediate = true, service = OperationService.class)
public class Administration implements OperationService {

    private static final int VERSION_DIGITS = 16;

    @Reference
    protected Engines engines;

    @Reference
    protected DomainService domainService;

    @Reference
    protected Drains drains;

    @Override
    public void drain(AnchorId anchor, boolean draining) {
        if (!domain().anchors().containsKey(anchor)) {
            throw DmmException.notFound("anchor", anchor);
        }
        drains.set(anchor, draining);
    }

    @Override
    public Optional<PolicyDocument> policy() {
        return domainService.document().map(text -> PolicyDocument.of(version(text), text));
    }

    /** A name of what a text says. */
    private static String version(String text) {
        return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString().substring(0, VERSION_DIGITS);
    }

    /** Version of the configuration that stands. */
    private String version() {
        return policy().map(PolicyDocument::version).orElse(PolicyDocument.NONE);
    }

    @Override
    public PolicyDiff diff(String document) {
        PolicyDocument present = policy().orElse(PolicyDocument.of(PolicyDocument.NONE, "{}"));
        return PolicyDiff.of(present.version(), DocumentDiff.between(present.document(), document));
    }

    @Override
    public PolicyCheck check(String document) {
        return PolicyPreview.of(version(), domain(), domainService.parse(document), engines.mobility().states());
    }

    /** One at a time: what is asked for on the ground of a version is not overtaken here. */
    @Override
    public synchronized PolicyCheck apply(String document, Set<String> versions) {
        String present = version();
        if (!versions.isEmpty() && !versions.contains(present)) {
            throw DmmException.about(DmmException.Kind.STALE, "version", String.join(", ", versions),
                    "is not the present one, which is " + present + ": somebody else has changed the configuration");
        }
        Optional<Domain> before = engines.mobility().domain();
        List<NodeState> states = engines.mobility().states();
        Domain offered = domainService.apply(document);
        return PolicyPreview.of(present, before.orElse(offered), offered, states).appliedAs(version());
    }

    @Override
    public ImmutableMap<String, Long> packets() {
        return engines.mobility().counters().packets();
    }

    @Override
    public ImmutableMap<String, Long> repairs() {
        return Troubles.repaired(engines.mobility().counters().counts());
    }

    @Override
    public ImmutableMap<String, Delay> delays() {
        return engines.mobility().counters().delays().all();
    }

    private Domain domain() {
        return Lookup.domain(engines.mobility());
    }
}
