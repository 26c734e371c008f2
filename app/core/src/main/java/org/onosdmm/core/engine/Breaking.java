/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onosdmm.api.Attachment;
import org.onosdmm.api.HandoverPhase;
import org.onosdmm.core.mobility.Handovers;
import org.onosdmm.core.model.NodeState;

import java.time.Duration;

/**
 * The last step of a handover: waits until the former places of a node are drained, and has it forget them.
 */
final class Breaking {

    private static final Duration CHECK = Duration.ofMillis(500);

    private final NodeTask task;
    private final EnginePorts ports;
    private final NodeContext context;
    private final Drain drain;
    private boolean waiting;

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
            await(context.surroundings(state).map(s -> Duration.ofMillis(s.domain().timers().drain())).orElse(CHECK));
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
