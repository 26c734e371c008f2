/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.config;

import com.google.common.collect.ImmutableList;
import org.onosdmm.api.Finding;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.strategy.Extensions;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * The domain that is in force.
 */
public interface DomainService {

    /** The domain; nothing while no good configuration is known. */
    Optional<Domain> domain();

    /** Strategies and steps of classification that there are. */
    default Extensions extensions() {
        return Extensions.BUILT_IN;
    }

    /**
     * The domain that a document describes, without putting it in force.
     *
     * @throws DmmException of kind INVALID if it would be refused
     */
    default Domain parse(String document) {
        throw new UnsupportedOperationException();
    }

    /** The document that stands in ONOS's network configuration, if there is one. */
    default Optional<String> document() {
        return Optional.empty();
    }

    /**
     * Hands a document to ONOS's network configuration.
     *
     * @return the domain that it describes
     * @throws DmmException of kind INVALID if it is refused
     */
    default Domain apply(String document) {
        throw new UnsupportedOperationException();
    }

    /** What is wrong with the configuration; empty if all is well. */
    ImmutableList<Finding> findings();

    /**
     * Has the listener called after every change of the domain, with the new one, on the configuration's own thread.
     * It is not called for the domain that is in force already.
     */
    void addListener(Consumer<Optional<Domain>> listener);

    /** Ends the calls. */
    void removeListener(Consumer<Optional<Domain>> listener);
}
