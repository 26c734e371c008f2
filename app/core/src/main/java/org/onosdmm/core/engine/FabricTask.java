/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onosdmm.core.compile.Protection;
import org.onosdmm.core.model.RuleKey;
import org.onosdmm.core.model.RuleSet;
import org.onosproject.net.DeviceId;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One switch: brings it to the rules that hold for every node. Rules that take groups are on top of the others, come
 * after them, and hold nothing up. All methods run on the switch's own thread.
 */
final class FabricTask {

    private final DeviceId device;
    private final EnginePorts ports;
    private final Function<List<Protection>, RuleSet> desired;
    private final Supplier<List<Protection>> protections;
    private final BooleanSupplier reachable;
    private final Counters counters;
    private final SwitchGroups groups;
    private final Backoff backoff = new Backoff();

    private final Believed believed = new Believed();
    /** What was sent, and no answer has come. */
    private volatile RuleSet underWay = RuleSet.EMPTY;
    private boolean busy;
    private boolean again;

    FabricTask(DeviceId device, EnginePorts ports, Function<List<Protection>, RuleSet> desired,
               Supplier<List<Protection>> protections, BooleanSupplier reachable, BooleanSupplier hadGroups,
               Counters counters) {
        this.device = device;
        this.ports = ports;
        this.desired = desired;
        this.protections = protections;
        this.reachable = reachable;
        this.counters = counters;
        this.groups = new SwitchGroups(device, ports, this::reconcile, hadGroups, counters);
    }

    /** The rules that the switch has confirmed. Safe on any thread. */
    RuleSet installed() {
        return believed.installed();
    }

    /** The rules that were sent, and no answer has come. Safe on any thread. */
    RuleSet underWay() {
        return underWay;
    }

    /** Whether the switch has been asked for groups for long, and has not confirmed them. Safe on any thread. */
    boolean lacksGroups() {
        return groups.isOverdue();
    }

    /** Whether the switch is presumed to have the groups that it had before. Safe on any thread. */
    boolean presumesGroups() {
        return groups.isPresumed();
    }

    /** The switch went or came: what it held before counts no more. */
    void reconnected() {
        groups.forget();
        recheck(installed());
    }

    /** Forgets what the switch is believed to hold, of these rules, and puts it right. */
    void recheck(RuleSet rules) {
        believed.doubt(rules);
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
        List<Protection> protectedWays = protections.get();
        groups.ask(protectedWays);
        RuleSet wanted = desired.apply(protectedWays);
        RuleSet added = wanted.minus(installed());
        RuleSet grouped = added.where(key -> takesGroup(added, key));
        RuleSet plain = added.minusKeys(grouped);
        RuleSet removed = believed.possible().minusKeys(wanted);
        underWay = added.plus(removed);
        ports.rules().add(plain).thenCompose(done -> addGrouped(grouped, ports.rules().remove(removed)))
                .whenComplete((refused, failure) -> ports.clock().execute(device, () ->
                        finished(plain.plus(removed), plain, failure, grouped, failure == null ? refused : failure)));
    }

    private static boolean takesGroup(RuleSet rules, RuleKey key) {
        return SwitchGroups.taken(rules.rules().get(key)).findAny().isPresent();
    }

    /** Completes with what the switch says against the rules that take groups, or with null. */
    private CompletableFuture<Throwable> addGrouped(RuleSet grouped, CompletableFuture<Void> removal) {
        return ports.rules().add(grouped).handle((done, refused) -> refused)
                .thenCompose(refused -> removal.thenApply(done -> refused));
    }

    private void finished(RuleSet touched, RuleSet added, Throwable failure, RuleSet grouped, Throwable refused) {
        busy = false;
        note(touched, added, "rules", failure);
        boolean guessed = failure == null && refused != null && groups.refused();
        if (guessed) {
            believed.answered(grouped, grouped, refused);
        } else {
            note(grouped, grouped, "rules with groups", refused);
        }
        underWay = RuleSet.EMPTY;
        if (failure == null) {
            groups.release(protections.get(), believed.possible());
        }
        if (refused != null && !guessed) {
            ports.clock().schedule(device, backoff.next(), this::reconcile);
            return;
        }
        backoff.reset();
        if (again || guessed) {
            reconcile();
        }
    }

    private void note(RuleSet touched, RuleSet added, String what, Throwable failure) {
        believed.answered(touched, added, failure);
        if (failure != null && !touched.isEmpty()) {
            counters.failed(what, failure);
        }
    }
}
