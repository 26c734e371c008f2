/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.store;

import org.onosdmm.core.onos.AppId;
import org.onosproject.app.ApplicationService;
import org.onosproject.core.ApplicationId;
import org.onosproject.core.CoreService;
import org.onosproject.store.serializers.KryoNamespaces;
import org.onosproject.store.service.Serializer;
import org.onosproject.store.service.StorageService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * Empties the app's maps when it is uninstalled, so that nothing of it is left. An app that is only deactivated goes on
 * where it was when it is activated again.
 */
@Component(immediate = true, service = Farewell.class)
public class Farewell {

    /** How long the store may take, ms: ONOS waits meanwhile. */
    private static final long PATIENCE = 5_000;

    private final Logger log = LoggerFactory.getLogger(getClass());

    @Reference
    protected CoreService coreService;

    @Reference
    protected ApplicationService applicationService;

    @Reference
    protected StorageService storageService;

    private ApplicationId appId;

    /** Starts. */
    @Activate
    public void activate() {
        appId = coreService.registerApplication(AppId.NAME, this::leave);
    }

    /** ONOS does not know an app any more that is being uninstalled. */
    private void leave() {
        if (applicationService.getState(appId) != null) {
            return;
        }
        try {
            CompletableFuture.allOf(MapNames.ALL.stream().map(this::empty).toArray(CompletableFuture<?>[]::new))
                    .orTimeout(PATIENCE, TimeUnit.MILLISECONDS).join();
            log.info("Forgot all nodes, leases and grants");
        } catch (CompletionException e) {
            log.warn("Not everything could be forgotten: {}", e.getCause().toString());
        }
    }

    /** Whatever the map holds: it is not read. */
    private CompletableFuture<Void> empty(String name) {
        return storageService.<String, String>consistentMapBuilder().withName(name)
                .withSerializer(Serializer.using(KryoNamespaces.BASIC)).buildAsyncMap().clear();
    }
}
