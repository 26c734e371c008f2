/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.dhcp;

import com.google.common.collect.ImmutableSet;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.AddressGrant;
import org.onosdmm.api.AddressGrant.State;
import org.onosdmm.api.Binding;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.dhcp.GrantChange;
import org.onosdmm.core.dhcp.GrantStore;
import org.onosdmm.core.dhcp.RelayedGrants;
import org.onosdmm.core.engine.MobilityEngine;
import org.onosdmm.core.mobility.Evidence;
import org.onosdmm.core.model.Domain;
import org.onosproject.net.ConnectPoint;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Notes what servers outside and nodes have agreed on, of both families, and tells the engine. They know best: whoever
 * changes a grant meanwhile, it is noted after that.
 */
final class Agreements {

    private static final int ATTEMPTS = 8;

    private final MobilityEngine engine;
    private final GrantStore grants;
    private final Executor executor;

    Agreements(MobilityEngine engine, GrantStore grants, Executor executor) {
        this.engine = engine;
        this.grants = grants;
        this.executor = executor;
    }

    /**
     * The server has given an address. It is no longer another's that it had been given to before. An IPv6 address is
     * the node's once it looks for a duplicate, so that all are asked who might have it.
     */
    void given(AddressGrant given) {
        note(() -> Optional.of(RelayedGrants.given(grants, given)), change -> {
            change.before().filter(g -> !g.node().equals(given.node())).ifPresent(g ->
                    engine.relinquished(g.node(), g.address()));
            if (given.address().isIp4()) {
                engine.seen(Evidence.of(given.node(), ImmutableSet.of(given.address()), given.port(), Trigger.DHCP,
                        given.since()), Optional.empty());
            }
        }, 1);
    }

    /** The node has told the server that it does not want its address. */
    void ended(MobileNodeId node, IpAddress address, State state, long now) {
        note(() -> RelayedGrants.ended(grants, node, address, state, now), change ->
                engine.relinquished(node, address), 1);
    }

    /** Whether a node is believed to be at a port. One that came a moment ago may be a forger: it gives nothing. */
    boolean isSettled(Domain domain, MobileNodeId node, ConnectPoint port, long time) {
        Optional<Binding> binding = engine.state(node).map(s -> s.binding());
        return binding.map(b -> b.current().poa().equals(port)
                && (b.sequence() == 1 || time - b.current().since() > domain.timers().probe())).orElse(true);
    }

    private void note(Supplier<Optional<GrantChange>> agreed, Consumer<GrantChange> then, int attempt) {
        agreed.get().ifPresent(change -> grants.change(change).whenCompleteAsync((made, error) -> {
            if (error != null) {
                engine.counters().failed("store", error);
            } else if (made) {
                then.accept(change);
            } else if (attempt < ATTEMPTS) {
                note(agreed, then, attempt + 1);
            }
        }, executor));
    }
}
