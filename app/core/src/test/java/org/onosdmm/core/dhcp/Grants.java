/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.dhcp;

import com.google.common.collect.ImmutableList;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.AddressGrant;
import org.onosdmm.api.MobileNodeId;
import org.onosproject.net.ConnectPoint;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Grants in memory; a change that is based on something else than what is there is not made. */
public final class Grants implements GrantStore {

    private final Map<IpAddress, AddressGrant> grants = new TreeMap<>();

    @Override
    public Optional<AddressGrant> at(IpAddress address) {
        return Optional.ofNullable(grants.get(address));
    }

    @Override
    public ImmutableList<AddressGrant> of(MobileNodeId node) {
        return grants.values().stream().filter(g -> g.node().equals(node)).collect(ImmutableList.toImmutableList());
    }

    @Override
    public int held(ConnectPoint port, long now) {
        return (int) grants.values().stream().filter(g -> g.port().equals(port) && g.holds(now)).count();
    }

    @Override
    public CompletableFuture<Boolean> change(GrantChange change) {
        boolean same = change.before().equals(at(change.after().address()));
        if (same) {
            grants.put(change.after().address(), change.after());
        }
        return CompletableFuture.completedFuture(same);
    }

    @Override
    public ImmutableList<AddressGrant> all() {
        return ImmutableList.copyOf(grants.values());
    }
}
