/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound;

import org.onosproject.net.provider.Provider;
import org.onosproject.net.provider.ProviderId;
import org.onosproject.net.provider.ProviderRegistry;
import org.onosproject.net.provider.ProviderService;

import java.util.Set;

/** Registers one provider and gives it the service that the test has prepared. */
public class FakeRegistry<P extends Provider, S extends ProviderService<P>> implements ProviderRegistry<P, S> {

    public P registered;
    private final S service;

    public FakeRegistry(S service) {
        this.service = service;
    }

    @Override
    public S register(P provider) {
        registered = provider;
        return service;
    }

    @Override
    public void unregister(P provider) {
        registered = null;
    }

    @Override
    public Set<ProviderId> getProviders() {
        return registered == null ? Set.of() : Set.of(registered.id());
    }
}
