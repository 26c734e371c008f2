/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.store;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.MapDifference;
import com.google.common.collect.Maps;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.core.path.Connection;
import org.onosproject.net.ConnectPoint;
import org.onosproject.store.serializers.KryoNamespaces;
import org.onosproject.store.service.AsyncConsistentMap;
import org.onosproject.store.service.Serializer;
import org.onosproject.store.service.StorageService;

import java.util.Map;
import java.util.Set;

/**
 * Keeps links and routers as text, one entry each; writes what has changed since it was last read or written.
 */
final class StoredSurvey implements Survey {

    private final Kept links;
    private final Kept routers;
    private final Kept routers6;
    private boolean closed;

    StoredSurvey(AsyncConsistentMap<String, String> links, AsyncConsistentMap<String, String> routers,
                 AsyncConsistentMap<String, String> routers6) {
        this.links = new Kept(links);
        this.routers = new Kept(routers);
        this.routers6 = new Kept(routers6);
    }

    static StoredSurvey of(StorageService storage) {
        return new StoredSurvey(map(storage, MapNames.LINKS), map(storage, MapNames.ROUTERS),
                map(storage, MapNames.ROUTERS6));
    }

    private static AsyncConsistentMap<String, String> map(StorageService storage, String name) {
        return storage.<String, String>consistentMapBuilder().withName(name)
                .withSerializer(Serializer.using(KryoNamespaces.BASIC)).buildAsyncMap();
    }

    @Override
    public ImmutableSet<Connection> links() {
        return links.read().entrySet().stream()
                .map(e -> Connection.of(ConnectPoint.deviceConnectPoint(e.getKey()),
                        ConnectPoint.deviceConnectPoint(e.getValue())))
                .collect(ImmutableSet.toImmutableSet());
    }

    @Override
    public ImmutableMap<AnchorId, MacAddress> routers() {
        return addresses(routers.read());
    }

    @Override
    public ImmutableMap<AnchorId, MacAddress> routers6() {
        return addresses(routers6.read());
    }

    @Override
    public synchronized void keep(Set<Connection> newLinks, Map<AnchorId, MacAddress> newRouters,
                                  Map<AnchorId, MacAddress> newRouters6) {
        if (closed) {
            return;
        }
        links.write(newLinks.stream().collect(ImmutableMap.toImmutableMap(
                link -> link.from().toString(), link -> link.to().toString(), (one, other) -> one)));
        routers.write(text(newRouters));
        routers6.write(text(newRouters6));
    }

    @Override
    public synchronized void close() {
        closed = true;
        links.write(ImmutableMap.of());
    }

    private static ImmutableMap<AnchorId, MacAddress> addresses(Map<String, String> text) {
        return text.entrySet().stream().collect(ImmutableMap.toImmutableMap(
                e -> AnchorId.of(e.getKey()), e -> MacAddress.valueOf(e.getValue())));
    }

    private static ImmutableMap<String, String> text(Map<AnchorId, MacAddress> addresses) {
        return addresses.entrySet().stream().collect(ImmutableMap.toImmutableMap(
                e -> e.getKey().name(), e -> e.getValue().toString()));
    }

    /** A map, and what was last read from it or written to it. */
    private static final class Kept {
        private final AsyncConsistentMap<String, String> map;
        private Map<String, String> kept = ImmutableMap.of();

        Kept(AsyncConsistentMap<String, String> map) {
            this.map = map;
        }

        synchronized Map<String, String> read() {
            kept = map.entrySet().join().stream()
                    .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, e -> e.getValue().value()));
            return kept;
        }

        synchronized void write(Map<String, String> text) {
            MapDifference<String, String> difference = Maps.difference(kept, text);
            kept = text;
            difference.entriesOnlyOnLeft().keySet().forEach(key -> map.remove(key).whenComplete(this::written));
            Maps.filterKeys(text, key -> !difference.entriesInCommon().containsKey(key))
                    .forEach((key, value) -> map.put(key, value).whenComplete(this::written));
        }

        /** What could not be written is written again with the next change. */
        private synchronized void written(Object before, Throwable failure) {
            if (failure != null) {
                kept = ImmutableMap.of();
            }
        }
    }
}
