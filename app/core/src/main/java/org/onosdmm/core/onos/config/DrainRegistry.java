/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.config;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.onosdmm.api.AnchorId;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.onos.store.MapNames;
import org.onosproject.store.serializers.KryoNamespaces;
import org.onosproject.store.service.ConsistentMap;
import org.onosproject.store.service.MapEvent;
import org.onosproject.store.service.MapEventListener;
import org.onosproject.store.service.Serializer;
import org.onosproject.store.service.StorageService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Keeps the drained anchors in ONOS's stores, so that a restart forgets none.
 */
@Component(immediate = true, service = Drains.class)
public class DrainRegistry implements Drains {

    @Reference
    protected StorageService storageService;

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final MapEventListener<String, Long> listener = this::changed;
    /** Kept by events: they come on a thread of the store, which would wait for itself if it read the map. */
    private final Set<String> drained = ConcurrentHashMap.newKeySet();

    private ConsistentMap<String, Long> map;

    /** Starts. */
    @Activate
    public void activate() {
        map = storageService.<String, Long>consistentMapBuilder().withName(MapNames.DRAINS)
                .withSerializer(Serializer.using(KryoNamespaces.BASIC)).build();
        map.addListener(listener);
        drained.addAll(map.keySet());
    }

    /** Stops; what is stored stays. */
    @Deactivate
    public void deactivate() {
        map.removeListener(listener);
    }

    private void changed(MapEvent<String, Long> event) {
        if (event.newValue() == null) {
            drained.remove(event.key());
        } else {
            drained.add(event.key());
        }
        listeners.forEach(Runnable::run);
    }

    @Override
    public void set(AnchorId anchor, boolean draining) {
        if (draining) {
            map.put(anchor.name(), System.currentTimeMillis());
        } else {
            map.remove(anchor.name());
        }
    }

    @Override
    public Domain applied(Domain domain) {
        ImmutableSet<String> now = ImmutableSet.copyOf(drained);
        if (now.isEmpty()) {
            return domain;
        }
        ImmutableList<Anchor> anchors = domain.anchors().values().stream()
                .map(anchor -> now.contains(anchor.id().name()) ? anchor.withDraining(true) : anchor)
                .collect(ImmutableList.toImmutableList());
        return domain.withAnchors(anchors);
    }

    @Override
    public void addListener(Runnable added) {
        listeners.add(added);
    }

    @Override
    public void removeListener(Runnable removed) {
        listeners.remove(removed);
    }
}
