/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.store;

import org.onlab.util.KryoNamespace;
import org.onosdmm.api.AddressGrant;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.StoredApiTypes;
import org.onosdmm.core.dhcp.GrantStore;
import org.onosdmm.core.engine.LeasePool;
import org.onosdmm.core.engine.LocatorPool;
import org.onosdmm.core.engine.NodeStore;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.model.StoredTypes;
import org.onosproject.store.serializers.KryoNamespaces;
import org.onosproject.store.service.AsyncConsistentMap;
import org.onosproject.store.service.Serializer;
import org.onosproject.store.service.StorageService;
import org.onosproject.store.service.Versioned;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import java.util.concurrent.CompletableFuture;

import static com.google.common.collect.ImmutableList.toImmutableList;

/**
 * Keeps states, leases and grants in consistent maps. Their names carry a version: a change of the stored types takes
 * a new name.
 */
@Component(immediate = true, service = Stores.class)
public class DistributedStores implements Stores {

    @Reference
    protected StorageService storageService;

    private AsyncConsistentMap<MobileNodeId, NodeState> nodes;
    private MapLeasePool leases;
    private MapGrantStore grants;
    private LocatorPool locators;
    private Survey survey;

    /** Starts. */
    @Activate
    public void activate() {
        nodes = storageService.<MobileNodeId, NodeState>consistentMapBuilder()
                .withName(MapNames.NODES).withSerializer(serializer()).buildAsyncMap();
        leases = new MapLeasePool(storageService.<String, Long>consistentMapBuilder()
                .withName(MapNames.LEASES).withSerializer(Serializer.using(KryoNamespaces.BASIC)).buildAsyncMap(),
                System::currentTimeMillis);
        leases.start();
        grants = new MapGrantStore(storageService.<String, AddressGrant>consistentMapBuilder()
                .withName(MapNames.GRANTS).withSerializer(grantSerializer()).buildAsyncMap());
        grants.start();
        locators = new CountedLocatorPool(storageService);
        survey = StoredSurvey.of(storageService);
    }

    /** Stops; what is stored stays. */
    @Deactivate
    public void deactivate() {
        leases.stop();
        grants.stop();
    }

    /** The namespace of what is stored; append only. */
    static Serializer serializer() {
        KryoNamespace.Builder namespace = KryoNamespace.newBuilder().register(KryoNamespaces.API)
                .nextId(KryoNamespaces.BEGIN_USER_CUSTOM_ID);
        StoredTypes.TYPES.forEach(namespace::register);
        return Serializer.using(namespace.build("dmm-nodes"));
    }

    /** The namespace of grants; append only. */
    static Serializer grantSerializer() {
        return Serializer.using(KryoNamespace.newBuilder().register(KryoNamespaces.API)
                .nextId(KryoNamespaces.BEGIN_USER_CUSTOM_ID)
                .register(StoredApiTypes.GRANT_TYPES.toArray(new Class<?>[0])).build("dmm-grants"));
    }

    @Override
    public NodeStore nodes() {
        return new NodeStore() {
            @Override
            public Iterable<NodeState> all() {
                return nodes.values().join().stream().map(Versioned::value).collect(toImmutableList());
            }

            @Override
            public CompletableFuture<Void> put(NodeState state) {
                return nodes.put(state.node(), state).thenApply(before -> null);
            }

            @Override
            public CompletableFuture<Void> remove(MobileNodeId node) {
                return nodes.remove(node).thenApply(before -> null);
            }
        };
    }

    @Override
    public LeasePool leases() {
        return leases;
    }

    @Override
    public GrantStore grants() {
        return grants;
    }

    @Override
    public LocatorPool locators() {
        return locators;
    }

    @Override
    public Survey survey() {
        return survey;
    }
}
