/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.stream;

import com.google.common.collect.ImmutableMap;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.Delay;
import org.onosdmm.api.OperationService;
import org.onosdmm.api.PolicyCheck;
import org.onosdmm.api.PolicyDiff;
import org.onosdmm.api.PolicyDocument;

import java.util.Optional;
import java.util.Set;

/** Operations of which only the document is asked for. */
class StandingPolicy implements OperationService {

    /** The document that stands. */
    Optional<PolicyDocument> document = Optional.empty();

    @Override
    public Optional<PolicyDocument> policy() {
        return document;
    }

    @Override
    public void drain(AnchorId anchor, boolean draining) {
        throw new AssertionError();
    }

    @Override
    public PolicyCheck check(String text) {
        throw new AssertionError();
    }

    @Override
    public PolicyCheck apply(String text, Set<String> versions) {
        throw new AssertionError();
    }

    @Override
    public ImmutableMap<String, Long> packets() {
        throw new AssertionError();
    }

    @Override
    public ImmutableMap<String, Delay> delays() {
        throw new AssertionError();
    }

    @Override
    public PolicyDiff diff(String text) {
        throw new AssertionError();
    }

    @Override
    public ImmutableMap<String, Long> repairs() {
        throw new AssertionError();
    }
}
