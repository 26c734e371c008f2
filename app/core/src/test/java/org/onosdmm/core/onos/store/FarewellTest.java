/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.store;

import org.junit.jupiter.api.Test;
import org.onosdmm.core.onos.AppId;
import org.onosproject.app.ApplicationServiceAdapter;
import org.onosproject.app.ApplicationState;
import org.onosproject.core.ApplicationId;
import org.onosproject.core.CoreServiceAdapter;
import org.onosproject.core.DefaultApplicationId;
import org.onosproject.store.service.AsyncConsistentMap;
import org.onosproject.store.service.AsyncConsistentMapAdapter;
import org.onosproject.store.service.ConsistentMap;
import org.onosproject.store.service.ConsistentMapBuilder;
import org.onosproject.store.service.TestStorageService;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** What is left in the stores of an app that goes. */
class FarewellTest {
    private static final ApplicationId APP = new DefaultApplicationId(77, AppId.NAME);

    private final Set<String> emptied = new HashSet<>();
    private final Farewell farewell = new Farewell();
    private boolean reachable = true;
    private ApplicationState state = ApplicationState.ACTIVE;
    private Runnable hook;

    FarewellTest() {
        farewell.coreService = new CoreServiceAdapter() {
            @Override
            public ApplicationId registerApplication(String name, Runnable preDeactivate) {
                hook = preDeactivate;
                return APP;
            }
        };
        farewell.applicationService = new ApplicationServiceAdapter() {
            @Override
            public ApplicationState getState(ApplicationId id) {
                return id.equals(APP) ? state : null;
            }
        };
        farewell.storageService = new TestStorageService() {
            @Override
            public <K, V> ConsistentMapBuilder<K, V> consistentMapBuilder() {
                return new Maps<>();
            }
        };
        farewell.activate();
    }

    @Test
    void anAppThatIsDeactivatedKeepsEverything() {
        state = ApplicationState.INSTALLED;
        hook.run();
        assertEquals(Set.of(), emptied);
    }

    @Test
    void anAppThatIsUninstalledLeavesNothing() {
        state = null;
        hook.run();
        assertEquals(Set.copyOf(MapNames.ALL), emptied);
    }

    @Test
    void aStoreThatCannotBeReachedDoesNotHoldUpTheRest() {
        state = null;
        reachable = false;
        assertDoesNotThrow(hook::run);
    }

    private final class Maps<K, V> extends ConsistentMapBuilder<K, V> {
        @Override
        public ConsistentMap<K, V> build() {
            throw new UnsupportedOperationException();
        }

        @Override
        public AsyncConsistentMap<K, V> buildAsyncMap() {
            return new AsyncConsistentMapAdapter<>() {
                @Override
                public CompletableFuture<Void> clear() {
                    emptied.add(Maps.this.name());
                    return reachable ? CompletableFuture.completedFuture(null)
                            : CompletableFuture.failedFuture(new IllegalStateException("no leader"));
                }
            };
        }
    }
}
