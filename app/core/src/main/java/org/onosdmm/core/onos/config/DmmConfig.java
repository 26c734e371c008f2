/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.config;

import org.onosdmm.api.DmmException;
import org.onosdmm.core.config.DomainParser;
import org.onosproject.core.ApplicationId;
import org.onosproject.net.config.Config;
import org.onosproject.net.config.InvalidFieldException;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * The configuration document as ONOS handles it: {@code apps/org.onosdmm/dmm}.
 */
public class DmmConfig extends Config<ApplicationId> {

    /** Key of the document in the app's configuration. */
    public static final String KEY = "dmm";

    private final DomainParser parser;
    private final Consumer<Optional<DmmException>> outcome;

    DmmConfig(DomainParser parser, Consumer<Optional<DmmException>> outcome) {
        this.parser = parser;
        this.outcome = outcome;
    }

    /**
     * Validates the document before ONOS stores it. ONOS hands the exception to whoever brought the document: as an
     * answer of the REST API, or in the log.
     *
     * @throws InvalidFieldException if anything in the document is wrong
     */
    @Override
    public boolean isValid() {
        try {
            parser.parse(node());
        } catch (DmmException e) {
            outcome.accept(Optional.of(e));
            throw new InvalidFieldException(e.field(), problemOf(e));
        }
        outcome.accept(Optional.empty());
        return true;
    }

    /** The message without the field that it begins with. */
    static String problemOf(DmmException refusal) {
        return refusal.getMessage().substring(refusal.field().length() + ": ".length());
    }
}
