/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.emulation;

import com.google.common.collect.ImmutableList;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.Lease;
import org.onosdmm.api.Locator;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.core.dhcp.GrantStore;
import org.onosdmm.core.dhcp.Grants;
import org.onosdmm.core.engine.LeasePool;
import org.onosdmm.core.engine.LocatorPool;
import org.onosdmm.core.engine.NodeStore;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.model.PoolAddresses;
import org.onosdmm.core.model.Uplink;
import org.onosdmm.core.onos.store.Stores;
import org.onosdmm.core.onos.store.Survey;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** What outlives a controller, in memory: states of nodes, lent addresses, counts of attachments. */
public final class MemoryStores implements Stores {
    private final VirtualClock clock;
    private final Map<MobileNodeId, NodeState> states = new TreeMap<>();
    private final Set<IpAddress> lent = new HashSet<>();
    private final Map<Integer, Long> attachments = new HashMap<>();
    private final Grants grants = new Grants();
    private long delay;
    private boolean failing;

    MemoryStores(VirtualClock clock) {
        this.clock = clock;
    }

    /** From now on an answer takes this long, us. */
    public void delay(long micros) {
        delay = micros;
    }

    /** From now on the store of nodes fails, or does not any more. */
    public void failing(boolean fails) {
        failing = fails;
    }

    /** The states as kept. */
    public Map<MobileNodeId, NodeState> states() {
        return states;
    }

    /** The addresses that are lent. */
    public Set<IpAddress> lent() {
        return lent;
    }

    /** From now on an anchor has nothing left to lend. */
    public void exhaust(Anchor anchor) {
        for (Uplink uplink : anchor.uplinks()) {
            PoolAddresses pool = new PoolAddresses(uplink.pool());
            for (int i = 0; i < pool.size(); i++) {
                lent.add(pool.at(i));
            }
        }
    }

    private <T> CompletableFuture<T> answer(T value) {
        if (delay == 0) {
            return CompletableFuture.completedFuture(value);
        }
        CompletableFuture<T> later = new CompletableFuture<>();
        clock.after(delay, () -> later.complete(value));
        return later;
    }

    @Override
    public NodeStore nodes() {
        return new NodeStore() {
            @Override
            public Iterable<NodeState> all() {
                return ImmutableList.copyOf(states.values());
            }

            @Override
            public CompletableFuture<Void> put(NodeState state) {
                if (failing) {
                    return CompletableFuture.failedFuture(new IllegalStateException("the store is told to fail"));
                }
                states.put(state.node(), state);
                return answer(null);
            }

            @Override
            public CompletableFuture<Void> remove(MobileNodeId node) {
                states.remove(node);
                return answer(null);
            }
        };
    }

    /** A node gets the address it had, where that is free: the first one tried follows from its own address. */
    @Override
    public LeasePool leases() {
        return new LeasePool() {
            @Override
            public CompletableFuture<Optional<Lease>> acquire(Anchor anchor, IpAddress local) {
                PoolAddresses pool = new PoolAddresses(anchor.uplink(local.version()).get().pool());
                int first = Math.floorMod(local.hashCode(), pool.size());
                for (int i = 0; i < pool.size(); i++) {
                    IpAddress candidate = pool.at((first + i) % pool.size());
                    if (lent.add(candidate)) {
                        return answer(Optional.of(Lease.of(anchor.id(), local, candidate)));
                    }
                }
                return answer(Optional.empty());
            }

            @Override
            public void release(Lease lease) {
                if (!lent.remove(lease.outside())) {
                    throw new AssertionError(lease + " was not lent");
                }
            }

            @Override
            public int used(Anchor anchor) {
                return (int) lent.stream().filter(anchor::lends).count();
            }
        };
    }

    @Override
    public Survey survey() {
        throw new UnsupportedOperationException("the emulation feeds its own view");
    }

    @Override
    public GrantStore grants() {
        return grants;
    }

    @Override
    public LocatorPool locators() {
        return edge -> {
            long count = attachments.merge(edge.number(), 1L, Long::sum) - 1;
            return Locator.of(edge.number(), Locator.FIRST_ATTACHMENT + (int) (count % Locator.ATTACHMENTS));
        };
    }
}
