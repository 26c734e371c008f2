/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.emulation;

import com.google.common.collect.ImmutableList;
import org.onosdmm.api.Finding;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.onos.config.DomainService;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A domain in force with which nothing is wrong, and of whose changes nobody is told. */
public class QuietDomain implements DomainService {
    private final Supplier<Optional<Domain>> domain;

    /** The domain as it is whenever it is asked for. */
    public QuietDomain(Supplier<Optional<Domain>> domain) {
        this.domain = domain;
    }

    @Override
    public Optional<Domain> domain() {
        return domain.get();
    }

    @Override
    public ImmutableList<Finding> findings() {
        return ImmutableList.of();
    }

    @Override
    public void addListener(Consumer<Optional<Domain>> listener) {
        // nobody is told
    }

    @Override
    public void removeListener(Consumer<Optional<Domain>> listener) {
        // nobody is told
    }
}
