/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.config;

import org.onosdmm.api.DmmException;
import org.onosdmm.core.config.DomainParser;
import org.onosproject.core.ApplicationId;
import org.onosproject.net.config.ConfigFactory;
import org.onosproject.net.config.basics.SubjectFactories;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells ONOS of the configuration document.
 */
final class DmmConfigFactory extends ConfigFactory<ApplicationId, DmmConfig> {

    private final DomainParser parser;
    private final Consumer<Optional<DmmException>> outcome;

    /**
     * A factory.
     *
     * @param parser what documents are validated with
     * @param outcome hears of every validation: of the refusal, or of none
     */
    DmmConfigFactory(DomainParser parser, Consumer<Optional<DmmException>> outcome) {
        super(SubjectFactories.APP_SUBJECT_FACTORY, DmmConfig.class, DmmConfig.KEY);
        this.parser = parser;
        this.outcome = outcome;
    }

    @Override
    public DmmConfig createConfig() {
        return new DmmConfig(parser, outcome);
    }
}
