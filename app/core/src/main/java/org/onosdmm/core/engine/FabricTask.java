/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onosdmm.core.model.RuleSet;
import org.onosproject.net.DeviceId;

import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One switch: brings it to the rules that hold for every node. All methods run on the switch's own thread.
 */
final class FabricTask {

    private final DeviceId device;
    private final EnginePorts ports;
    private final Supplier<RuleSet> desired;
    private final BooleanSupplier reachable;
    private final BiConsumer<String, Throwable> failed;
    private final Backoff backoff = new Backoff();

    private volatile RuleSet installed = RuleSet.EMPTY;
    /** What the switch may hold or not, since an operation failed or it was away: added or removed again. */
    private RuleSet doubtful = RuleSet.EMPTY;
    private boolean busy;
    private boolean again;

    FabricTask(DeviceId device, EnginePorts ports, Supplier<RuleSet> desired, BooleanSupplier reachable,
               BiConsumer<String, Throwable> failed) {
        this.device = device;
        this.ports = ports;
        this.desired = desired;
        this.reachable = reachable;
        this.failed = failed;
    }

    /** The rules that the switch has confirmed. Safe on any thread. */
    RuleSet installed() {
        return installed;
    }

    /** Forgets what the switch is believed to hold, of these rules, and puts it right. */
    void recheck(RuleSet rules) {
        doubtful = doubtful.plus(installed.where(rules.rules()::containsKey));
        installed = installed.minusKeys(rules);
        reconcile();
    }

    /** Brings the switch to what it should hold; if an operation is in flight, once more after it. */
    void reconcile() {
        if (busy) {
            again = true;
            return;
        }
        if (!reachable.getAsBoolean()) {
            return;
        }
        busy = true;
        again = false;
        RuleSet wanted = desired.get();
        RuleSet added = wanted.minus(installed);
        RuleSet removed = installed.plus(doubtful).minusKeys(wanted);
        ports.rules().add(added).thenCompose(done -> ports.rules().remove(removed))
                .whenComplete((done, failure) ->
                        ports.clock().execute(device, () -> finished(added, removed, failure)));
    }

    private void finished(RuleSet added, RuleSet removed, Throwable failure) {
        busy = false;
        installed = installed.minusKeys(added).minusKeys(removed);
        if (failure != null) {
            doubtful = doubtful.plus(added).plus(removed);
            failed.accept("rules", failure);
            ports.clock().schedule(device, backoff.next(), this::reconcile);
            return;
        }
        installed = installed.plus(added);
        doubtful = doubtful.minusKeys(added).minusKeys(removed);
        backoff.reset();
        if (again) {
            reconcile();
        }
    }
}
