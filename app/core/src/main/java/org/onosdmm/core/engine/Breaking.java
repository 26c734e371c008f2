/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onosdmm.api.Attachment;
import org.onosdmm.api.Binding;
import org.onosdmm.api.HandoverPhase;
import org.onosdmm.core.mobility.Handovers;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.model.Timers;

import java.time.Duration;
import java.util.Optional;

/**
 * The last steps of a handover. The former places of a node soon let it in no more: if it is back at one, its next
 * packet is shown like at any other place. Then waits until they are drained, and has it forget them.
 */
final class Breaking {

    private static final Duration CHECK = Duration.ofMillis(500);

    private final NodeTask task;
    private final EnginePorts ports;
    private final NodeContext context;
    private final Drain drain;
    private boolean waiting;
    private boolean shutting;

    Breaking(NodeTask task, EnginePorts ports, NodeContext context) {
        this.task = task;
        this.ports = ports;
        this.context = context;
        this.drain = new Drain(ports.rules());
    }

    /** A handover may have been switched: its old place is to be forgotten in time. */
    void await() {
        NodeState state = task.state();
        if (state != null) {
            Optional<Timers> timers = context.domain().map(Domain::timers);
            shut(state.binding(), timers.map(t -> Duration.ofMillis(Handovers.grace(t.probe()))).orElse(CHECK));
            await(timers.map(t -> Duration.ofMillis(t.drain())).orElse(CHECK));
        }
    }

    private void shut(Binding binding, Duration time) {
        long youngest = Handovers.open(binding);
        if (!shutting && youngest > 0) {
            shutting = true;
            ports.clock().schedule(task.node(), time, () -> {
                shutting = false;
                shut(youngest);
            });
        }
    }

    private void shut(long youngest) {
        NodeState before = task.state();
        task.change(state -> state == null ? null : Handovers.shut(state, youngest));
        if (task.state() == before) {
            await(); // that place has been forgotten, and no round follows in which younger ones are found
        }
    }

    private void await(Duration time) {
        if (!waiting && isSwitched()) {
            waiting = true;
            ports.clock().schedule(task.node(), time, this::check);
        }
    }

    private void check() {
        waiting = false;
        if (isSwitched()) {
            drain.drained(task.state().binding(), task.installed(), this::isGone, ports.clock().millis())
                    .ifPresent(sequence -> task.change(state -> Handovers.cleaned(state, sequence)));
            await(CHECK);
        }
    }

    private boolean isSwitched() {
        return task.state() != null && task.state().binding().phase() == HandoverPhase.SWITCHED;
    }

    private boolean isGone(Attachment place) {
        return !context.isAvailable(place.poa().deviceId());
    }
}
