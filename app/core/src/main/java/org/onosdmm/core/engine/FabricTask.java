/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onosdmm.core.model.RuleSet;
import org.onosdmm.core.reconcile.RuleChange;
import org.onosproject.net.DeviceId;

import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * One switch: brings it to the rules that hold for every node. All methods run on the switch's own thread.
 */
final class FabricTask {

    private final DeviceId device;
    private final EnginePorts ports;
    private final Supplier<RuleSet> desired;
    private final BiConsumer<String, Throwable> failed;
    private final Backoff backoff = new Backoff();

    private volatile RuleSet installed = RuleSet.EMPTY;
    private boolean busy;
    private boolean again;

    FabricTask(DeviceId device, EnginePorts ports, Supplier<RuleSet> desired, BiConsumer<String, Throwable> failed) {
        this.device = device;
        this.ports = ports;
        this.desired = desired;
        this.failed = failed;
    }

    /** The rules that the switch has confirmed. Safe on any thread. */
    RuleSet installed() {
        return installed;
    }

    /** Forgets what the switch is believed to hold, of these rules, and puts it right. */
    void recheck(RuleSet doubtful) {
        installed = installed.minusKeys(doubtful);
        reconcile();
    }

    /** Brings the switch to what it should hold; if an operation is in flight, once more after it. */
    void reconcile() {
        if (busy) {
            again = true;
            return;
        }
        busy = true;
        again = false;
        RuleChange change = RuleChange.between(installed, desired.get());
        ports.rules().add(change.added())
                .thenRun(() -> installed = installed.plus(change.added()))
                .thenCompose(done -> ports.rules().remove(change.removed()))
                .whenComplete((done, failure) ->
                        ports.clock().execute(device, () -> finished(change, failure)));
    }

    private void finished(RuleChange change, Throwable failure) {
        busy = false;
        if (failure != null) {
            failed.accept("rules", failure);
            ports.clock().schedule(device, backoff.next(), this::reconcile);
            return;
        }
        installed = installed.minusKeys(change.removed());
        backoff.reset();
        if (again) {
            reconcile();
        }
    }
}
