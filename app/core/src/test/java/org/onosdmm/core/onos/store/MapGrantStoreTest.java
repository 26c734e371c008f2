/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.store;

import com.google.common.io.BaseEncoding;
import org.junit.jupiter.api.Test;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.AddressGrant;
import org.onosdmm.api.AddressGrant.State;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.core.dhcp.GrantChange;
import org.onosproject.net.ConnectPoint;
import org.onosproject.store.service.AsyncConsistentMapAdapter;
import org.onosproject.store.service.MapEvent;
import org.onosproject.store.service.MapEventListener;
import org.onosproject.store.service.Serializer;
import org.onosproject.store.service.Versioned;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Grants: each address has one holder, over several controller instances; what is stored is read back. */
class MapGrantStoreTest {

    /** What the first release wrote for {@link #full()}; append to the namespace if this fails. */
    private static final String GOLDEN =
            "F803014701000000040A0100640103016C6170746FF0F603014A01000000000007A50201A102016F663A30303030"
            + "3030303030303030303030B1A20201000000000000000003D00F0102A01F";
    private static final IpAddress ADDRESS = IpAddress.valueOf("10.1.0.100");
    private static final ConnectPoint PORT = ConnectPoint.deviceConnectPoint("of:0000000000000001/3");

    private final Cluster map = new Cluster();
    private final MapGrantStore one = started();
    private final MapGrantStore other = started();

    private MapGrantStore started() {
        MapGrantStore store = new MapGrantStore(map);
        store.start();
        return store;
    }

    private static AddressGrant grant(int node, State state) {
        return AddressGrant.builder().address(ADDRESS).node(MobileNodeId.of(MacAddress.valueOf(node))).port(PORT)
                .state(state).since(1_000).until(2_000).build();
    }

    private static AddressGrant full() {
        return grant(7, State.GRANTED).toBuilder().name(Optional.of("laptop")).build();
    }

    private static boolean change(MapGrantStore store, AddressGrant before, AddressGrant after) {
        return store.change(GrantChange.of(Optional.ofNullable(before), after)).join();
    }

    @Test
    void whoIsFirstHasTheAddress() {
        map.quiet = true;
        assertTrue(change(one, null, grant(1, State.OFFERED)));
        assertFalse(change(other, null, grant(2, State.OFFERED)));
        assertEquals(grant(1, State.OFFERED), other.at(ADDRESS).get(), "and the other knows then");
        assertTrue(change(other, grant(1, State.OFFERED), grant(2, State.GRANTED)));
        assertFalse(change(one, grant(1, State.OFFERED), grant(1, State.GRANTED)));
        assertEquals(grant(2, State.GRANTED), one.at(ADDRESS).get());
    }

    @Test
    void ofWhomNothingIsKnownThereIsNothing() {
        assertEquals(List.of(), one.of(grant(1, State.GRANTED).node()));
        assertEquals(0, one.held(PORT, 1_500));
        assertEquals(Optional.empty(), one.at(ADDRESS));
    }

    @Test
    void instancesHearOfEachOther() {
        change(one, null, grant(1, State.GRANTED));
        assertEquals(List.of(grant(1, State.GRANTED)), other.of(grant(1, State.GRANTED).node()));
        assertEquals(1, other.held(PORT, 1_999));
        assertEquals(0, other.held(PORT, 2_000));
    }

    @Test
    void anAddressThatChangedHandsCountsOnce() {
        change(one, null, grant(1, State.EXPIRED));
        change(one, grant(1, State.EXPIRED), grant(2, State.GRANTED).toBuilder()
                .port(ConnectPoint.deviceConnectPoint("of:0000000000000002/3")).build());
        assertEquals(List.of(), one.of(grant(1, State.GRANTED).node()));
        assertEquals(0, one.held(PORT, 1_500));
        assertEquals(1, one.all().size());
    }

    @Test
    void whatIsStoredIsThereAfterARestart() {
        change(one, null, grant(1, State.GRANTED));
        assertEquals(List.of(grant(1, State.GRANTED)), started().all());
    }

    @Test
    void whatTheFirstReleaseWroteIsStillRead() {
        Serializer serializer = DistributedStores.grantSerializer();
        assertEquals(full(), serializer.decode(serializer.encode(full())));
        assertEquals(full(), serializer.decode(BaseEncoding.base16().decode(GOLDEN)));
    }

    @Test
    void equalGrantsAreEqualBytes() {
        Serializer serializer = DistributedStores.grantSerializer();
        AddressGrant read = serializer.decode(serializer.encode(full()));
        assertTrue(Arrays.equals(serializer.encode(full()), serializer.encode(read)), "the map compares bytes");
    }

    /** Prints the golden bytes, for the day on which a new map needs new ones. */
    public static void main(String[] arguments) {
        System.out.println(BaseEncoding.base16().encode(DistributedStores.grantSerializer().encode(full())));
    }

    /** A consistent map that several instances share, and that serializes like a real one. */
    private static final class Cluster extends AsyncConsistentMapAdapter<String, AddressGrant> {
        private final Serializer serializer = DistributedStores.grantSerializer();
        private final Map<String, byte[]> content = new TreeMap<>();
        private final List<MapEventListener<String, AddressGrant>> listeners = new ArrayList<>();
        private boolean quiet;

        private Versioned<AddressGrant> read(byte[] bytes) {
            return bytes == null ? null : new Versioned<>(serializer.decode(bytes), 1);
        }

        private void write(String key, AddressGrant value) {
            Versioned<AddressGrant> before = read(content.put(key, serializer.encode(value)));
            MapEvent<String, AddressGrant> event = new MapEvent<>("grants", key, read(content.get(key)), before);
            if (!quiet) {
                listeners.forEach(listener -> listener.event(event));
            }
        }

        @Override
        public CompletableFuture<Versioned<AddressGrant>> get(String key) {
            return CompletableFuture.completedFuture(read(content.get(key)));
        }

        @Override
        public CompletableFuture<Versioned<AddressGrant>> putIfAbsent(String key, AddressGrant value) {
            Versioned<AddressGrant> before = read(content.get(key));
            if (before == null) {
                write(key, value);
            }
            return CompletableFuture.completedFuture(before);
        }

        @Override
        public CompletableFuture<Boolean> replace(String key, AddressGrant before, AddressGrant after) {
            boolean same = Arrays.equals(content.get(key), serializer.encode(before));
            if (same) {
                write(key, after);
            }
            return CompletableFuture.completedFuture(same);
        }

        @Override
        public CompletableFuture<Collection<Versioned<AddressGrant>>> values() {
            return CompletableFuture.completedFuture(content.values().stream().map(this::read)
                    .collect(Collectors.toList()));
        }

        @Override
        public CompletableFuture<Void> addListener(MapEventListener<String, AddressGrant> listener) {
            listeners.add(listener);
            return CompletableFuture.completedFuture(null);
        }
    }
}
