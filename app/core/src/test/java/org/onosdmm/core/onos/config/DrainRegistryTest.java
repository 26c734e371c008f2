/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.config;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onosdmm.api.AnchorId;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosproject.store.service.ConsistentMap;
import org.onosproject.store.service.ConsistentMapBuilder;
import org.onosproject.store.service.TestConsistentMap;
import org.onosproject.store.service.TestStorageService;

import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Anchors that an operator drains, over a store that outlives the app. */
class DrainRegistryTest {

    private static final Domain DOMAIN = Topology.campus().domain();
    private static final AnchorId EDGE2 = AnchorId.of("edge2");
    private static final AnchorId EDGE3 = AnchorId.of("edge3");

    private final Store store = new Store();
    private final DrainRegistry registry = new DrainRegistry();
    private int heard;

    /** One map, whoever asks for it. */
    private static final class Store extends TestStorageService {

        private final TestConsistentMap.Builder<Object, Object> builder = TestConsistentMap.builder();
        private ConsistentMap<?, ?> map;
        private boolean readable = true;

        @Override
        @SuppressWarnings("unchecked")
        public <K, V> ConsistentMapBuilder<K, V> consistentMapBuilder() {
            if (map == null) {
                ConsistentMap<?, ?> real = builder.withName("drained").build();
                map = (ConsistentMap<?, ?>) Proxy.newProxyInstance(getClass().getClassLoader(),
                        new Class<?>[] {ConsistentMap.class}, (proxy, method, arguments) -> {
                            assertTrue(readable || !method.getName().equals("keySet"), "read in an event");
                            return method.invoke(real, arguments);
                        });
            }
            return new TestConsistentMap.Builder<>() {
                @Override
                public ConsistentMap<K, V> build() {
                    return (ConsistentMap<K, V>) map;
                }
            };
        }
    }

    @BeforeEach
    void start() {
        start(registry);
    }

    private void start(DrainRegistry one) {
        one.storageService = store;
        one.activate();
    }

    private static Set<String> draining(Domain domain) {
        return domain.anchors().values().stream().filter(Anchor::draining).map(a -> a.id().name())
                .collect(Collectors.toSet());
    }

    @Test
    void asLongAsNoneIsDrainedTheDomainIsTheSame() {
        assertSame(DOMAIN, registry.applied(DOMAIN));
    }

    @Test
    void whatIsDrainedIsSoUntilItIsTakenBack() {
        registry.addListener(() -> heard++);
        registry.set(EDGE2, true);
        registry.set(EDGE3, true);
        assertEquals(ImmutableSet.of("edge2", "edge3"), draining(registry.applied(DOMAIN)));
        registry.set(EDGE2, false);
        assertEquals(ImmutableSet.of("edge3"), draining(registry.applied(DOMAIN)));
        assertEquals(3, heard);
    }

    @Test
    void nothingElseOfTheDomainChanges() {
        registry.set(EDGE2, true);
        Domain undone = registry.applied(DOMAIN).withAnchors(DOMAIN.anchors().values().asList());
        assertEquals(DOMAIN, undone);
    }

    @Test
    void twiceIsOnce() {
        registry.set(EDGE2, true);
        registry.set(EDGE2, true);
        registry.set(EDGE2, false);
        registry.set(EDGE2, false);
        assertEquals(ImmutableSet.of(), draining(registry.applied(DOMAIN)));
    }

    @Test
    void anAnchorThatIsNotConfiguredAnyMoreDoesNoHarm() {
        registry.set(AnchorId.of("edge99"), true);
        assertEquals(DOMAIN, registry.applied(DOMAIN));
    }

    @Test
    void whatTheConfigurationDrainsIsNotTakenBack() {
        Domain configured = DOMAIN.withAnchors(DOMAIN.anchors().values().stream()
                .map(a -> a.withDraining(a.id().equals(EDGE3))).collect(ImmutableList.toImmutableList()));
        registry.set(EDGE2, true);
        registry.set(EDGE3, true);
        registry.set(EDGE3, false);
        assertEquals(ImmutableSet.of("edge2", "edge3"), draining(registry.applied(configured)));
    }

    @Test
    void aRestartForgetsNone() {
        registry.set(EDGE2, true);
        registry.deactivate();
        DrainRegistry next = new DrainRegistry();
        start(next);
        assertEquals(ImmutableSet.of("edge2"), draining(next.applied(DOMAIN)));
    }

    /** On a thread of the store that would be waiting for itself. */
    @Test
    void anEventIsTakenWithoutReadingTheStore() {
        store.readable = false;
        registry.set(EDGE2, true);
        registry.set(EDGE3, true);
        registry.set(EDGE2, false);
        assertEquals(ImmutableSet.of("edge3"), draining(registry.applied(DOMAIN)));
    }

    @Test
    void anotherInstanceHearsOfIt() {
        DrainRegistry other = new DrainRegistry();
        start(other);
        other.addListener(() -> heard++);
        registry.set(EDGE2, true);
        assertEquals(ImmutableSet.of("edge2"), draining(other.applied(DOMAIN)));
        assertEquals(1, heard);
    }

    @Test
    void oneThatHasStoppedHearsNothing() {
        registry.addListener(() -> heard++);
        registry.deactivate();
        DrainRegistry other = new DrainRegistry();
        start(other);
        other.set(EDGE2, true);
        assertEquals(0, heard);
    }
}
