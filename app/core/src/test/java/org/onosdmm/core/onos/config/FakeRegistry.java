/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.onosproject.core.ApplicationId;
import org.onosproject.net.config.Config;
import org.onosproject.net.config.ConfigFactory;
import org.onosproject.net.config.InvalidConfigException;
import org.onosproject.net.config.NetworkConfigEvent;
import org.onosproject.net.config.NetworkConfigListener;
import org.onosproject.net.config.NetworkConfigRegistryAdapter;

import java.util.ArrayList;
import java.util.List;

/** ONOS's network configuration, as far as one document goes: validates before it stores, then tells listeners. */
final class FakeRegistry extends NetworkConfigRegistryAdapter {
    private final ApplicationId appId;
    private final List<NetworkConfigListener> listeners = new ArrayList<>();
    private DmmConfigFactory factory;
    private JsonNode stored;

    FakeRegistry(ApplicationId appId) {
        this.appId = appId;
    }

    /** A document that is there from before. */
    void preset(JsonNode document) {
        stored = document;
    }

    /** What the REST API does with a document. */
    void post(JsonNode document) {
        DmmConfig config = create(document);
        try {
            config.isValid();
        } catch (RuntimeException e) {
            throw new InvalidConfigException("apps", appId.name(), DmmConfig.KEY, e);
        }
        NetworkConfigEvent.Type type = stored == null ? NetworkConfigEvent.Type.CONFIG_ADDED
                : NetworkConfigEvent.Type.CONFIG_UPDATED;
        stored = document;
        tell(new NetworkConfigEvent(type, appId, config, null, DmmConfig.class));
    }

    /** What the REST API does when a document is deleted. */
    void delete() {
        Config<?> config = create(stored);
        stored = null;
        tell(new NetworkConfigEvent(NetworkConfigEvent.Type.CONFIG_REMOVED, appId, null, config, DmmConfig.class));
    }

    @Override
    public <S, C extends Config<S>> C applyConfig(S subject, Class<C> configClass, JsonNode json) {
        post(json);
        return getConfig(subject, configClass);
    }

    void tell(NetworkConfigEvent event) {
        listeners.stream().filter(listener -> listener.isRelevant(event)).forEach(listener -> listener.event(event));
    }

    boolean isUnused() {
        return listeners.isEmpty() && factory == null;
    }

    private DmmConfig create(JsonNode document) {
        DmmConfig config = factory.createConfig();
        config.init(appId, DmmConfig.KEY, document, new ObjectMapper(), null);
        return config;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void registerConfigFactory(ConfigFactory configFactory) {
        factory = (DmmConfigFactory) configFactory;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void unregisterConfigFactory(ConfigFactory configFactory) {
        if (configFactory.equals(factory)) {
            factory = null;
        }
    }

    @Override
    public <S, C extends Config<S>> C getConfig(S subject, Class<C> configClass) {
        return stored == null || factory == null || !appId.equals(subject) ? null : configClass.cast(create(stored));
    }

    @Override
    public void addListener(NetworkConfigListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(NetworkConfigListener listener) {
        listeners.remove(listener);
    }
}
