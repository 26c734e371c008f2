/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onosdmm.api.Lease;
import org.onosdmm.core.mobility.Leases;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Sees that a node has the leases it needs. What a pool has refused once is not asked for again until something
 * changes: the node leaves from its home meanwhile.
 */
final class LeaseKeeper {

    private final NodeTask task;
    private final EnginePorts ports;
    private final NodeContext context;
    private final Set<Leases.Need> refused = new HashSet<>();

    LeaseKeeper(NodeTask task, EnginePorts ports, NodeContext context) {
        this.task = task;
        this.ports = ports;
        this.context = context;
    }

    /** Gets the node the leases that it needs, then goes on; on the node's thread. */
    void provide(Runnable next) {
        NodeState state = task.state();
        Optional<Domain> domain = state == null ? Optional.empty()
                : context.surroundings(state).map(Surroundings::domain);
        Optional<Leases.Need> missing = domain.flatMap(d -> Leases.missing(d, state).stream()
                .filter(need -> !refused.contains(need)).findFirst());
        if (missing.isPresent()) {
            acquire(domain.get(), missing.get(), lease -> {
                lease.ifPresent(task::take);
                provide(next);
            });
        } else {
            next.run();
        }
    }

    /** Gets the node one lease, for instance for a new flow; empty if there is none to be had. */
    void acquire(Domain domain, Leases.Need need, Consumer<Optional<Lease>> next) {
        ports.leases().acquire(domain.anchor(need.anchor()), need.local()).whenComplete((lease, failure) ->
                ports.clock().execute(task.node(), () -> {
                    if (failure != null) {
                        context.failed("leases", failure);
                    }
                    Optional<Lease> got = failure == null ? lease : Optional.empty();
                    if (!got.isPresent()) {
                        refused.add(need);
                    }
                    next.accept(got);
                }));
    }

    void forgetRefusals() {
        refused.clear();
    }
}
