/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import com.google.auto.value.AutoValue;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.core.compile.Urgency;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.model.RuleSet;
import org.onosdmm.core.reconcile.RuleChange;
import org.onosproject.net.DeviceId;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Brings the switches to what a node's state asks for: compile, compare, add, then remove. One round at a time.
 *
 * <p>What is added is sent in two parts at once, the urgent one first: deliver and bounce. When that part of a make is
 * confirmed the handover is switched within the same round, while the rest of the make is still under way: the rest
 * concerns packets from the node, and these are held. What lets them in is sent last, when all that they need is there.
 * Nothing is removed before all that was added is confirmed.
 */
final class RuleLoop {

    /** Whose rules these are. */
    interface Owner {

        /** The state to bring the switches to; null for a node that is not bound. */
        NodeState goal();

        /** The rules that the state asks for. */
        RuleSet compile(NodeState goal);

        /** Sees that the state is fit to be compiled, then goes on. */
        void prepare(Runnable next);

        /** Tells of packets that wait now; they are passed on when what is sent next is confirmed. */
        int waiting();

        /** A change is sent. */
        void sent(NodeState goal, RuleChange change);

        /** Deliver and bounce are in force. Returns the state to go on with at once, if the handover goes on. */
        Optional<NodeState> urgentConfirmed(NodeState goal);

        /** All that the state asks for is in force: if it is a switch, the node is steered to where it is. */
        void switched(NodeState goal);

        /** All that was added is in force. */
        void confirmed(NodeState goal, int waiting);

        /** Completes when nothing that would be missed can be lost by removing what is old. */
        CompletableFuture<Void> safe();

        /** The switches hold what the state asks for, and nothing else. */
        void settled(NodeState goal);

        /** Whether the switch is connected. */
        boolean isReachable(DeviceId device);

        /** The switches refused or did not answer; it is tried again. */
        void failed(Throwable failure);
    }

    /** What was sent for one state. */
    @AutoValue
    abstract static class Wave {

        abstract Optional<NodeState> goal();

        abstract RuleSet desired();

        abstract CompletableFuture<Void> urgent();

        abstract CompletableFuture<Void> all();
    }

    private final MobileNodeId node;
    private final EnginePorts ports;
    private final Owner owner;
    private final Executor onNode;
    private final Backoff backoff = new Backoff();
    private final Ahead ahead = new Ahead();

    private volatile RuleSet installed = RuleSet.EMPTY;
    private RuleSet inFlight = RuleSet.EMPTY;
    /** What a switch may hold or not, since an operation failed or the switch was away: added or removed again. */
    private RuleSet doubtful = RuleSet.EMPTY;
    private boolean busy;
    private boolean again;
    private boolean resting;

    RuleLoop(MobileNodeId node, EnginePorts ports, Owner owner) {
        this.node = node;
        this.ports = ports;
        this.owner = owner;
        this.onNode = task -> ports.clock().execute(node, task);
    }

    /** The rules that the switches have confirmed. Safe on any thread. */
    RuleSet installed() {
        return installed;
    }

    /** Forgets what the switches are believed to hold, of these rules, and puts it right. */
    void recheck(RuleSet rules) {
        doubtful = doubtful.plus(installed.where(rules.rules()::containsKey));
        installed = installed.minusKeys(rules);
        reconcile();
    }

    /** Whether a round is under way. */
    boolean isBusy() {
        return busy;
    }

    /** Starts a round; if one is under way, another one after it. */
    void reconcile() {
        if (busy) {
            again = true;
            ahead.clear();
            return;
        }
        busy = true;
        resting = false;
        orFail(() -> owner.prepare(() -> orFail(this::round)));
    }

    /** What goes wrong before anything is sent is tried again like what goes wrong after it. */
    private void orFail(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            finish(null, e);
        }
    }

    /** Whether an operation has failed, and the time to try again has not come. */
    boolean isResting() {
        return resting;
    }

    /** Whether the switches are believed to hold all that they should. */
    boolean isIdle() {
        return !busy && !resting;
    }

    private void round() {
        again = false;
        ahead.clear();
        int waiting = owner.waiting();
        Wave first = send(owner.goal());
        expect(first);
        CompletableFuture<Wave> last = first.urgent().thenApplyAsync(ok -> goOn(first), onNode);
        CompletableFuture<Void> confirmed = first.all().thenRunAsync(
                () -> owner.confirmed(first.goal().orElse(null), waiting), onNode);
        CompletableFuture.allOf(confirmed, last.thenCompose(Wave::all))
                .thenComposeAsync(ok -> owner.safe(), onNode)
                .thenComposeAsync(ok -> remove(last.join()), onNode)
                .whenCompleteAsync((ok, failure) -> finish(last, failure), onNode);
    }

    /** Sends what the state asks for and the switches do not have. */
    private Wave send(NodeState goal) {
        RuleSet desired = ahead.rules(goal).orElseGet(() -> owner.compile(goal));
        RuleSet missing = RuleChange.between(installed.plus(inFlight), desired).added();
        RuleSet urgent = missing.where(Urgency::isUrgent);
        RuleSet rest = missing.minusKeys(urgent);
        RuleSet last = Urgency.last(rest);
        CompletableFuture<Void> first = add(urgent);
        CompletableFuture<Void> second = add(rest.minusKeys(last));
        CompletableFuture<Void> third = last.size() == rest.size() ? add(last) : addAfter(second, last);
        owner.sent(goal, RuleChange.between(RuleSet.EMPTY, missing));
        return new AutoValue_RuleLoop_Wave(Optional.ofNullable(goal), desired, first,
                CompletableFuture.allOf(first, second, third));
    }

    private CompletableFuture<Void> add(RuleSet rules) {
        return noted(rules, ports.rules().add(rules));
    }

    private CompletableFuture<Void> addAfter(CompletableFuture<Void> others, RuleSet rules) {
        return noted(rules, others.thenComposeAsync(ok -> ports.rules().add(rules), onNode));
    }

    private CompletableFuture<Void> noted(RuleSet rules, CompletableFuture<Void> added) {
        inFlight = inFlight.plus(rules);
        return added.whenCompleteAsync((ok, failure) -> {
            inFlight = inFlight.minusKeys(rules);
            believe(rules, failure == null ? rules : RuleSet.EMPTY, failure);
        }, onNode);
    }

    /** While the switches are busy there is time to compile what will most likely come next. */
    private void expect(Wave wave) {
        wave.goal().flatMap(NodeTask::expected).ifPresent(next -> ahead.keep(next, owner.compile(next)));
    }

    private Wave goOn(Wave wave) {
        Optional<Wave> next = owner.urgentConfirmed(wave.goal().orElse(null)).map(this::send);
        next.ifPresent(w -> w.urgent().thenRunAsync(() -> owner.urgentConfirmed(w.goal().get()), onNode));
        Wave last = next.orElse(wave);
        last.all().thenRunAsync(() -> owner.switched(last.goal().orElse(null)), onNode);
        return last;
    }

    private CompletableFuture<Void> remove(Wave wave) {
        RuleSet old = installed.plus(doubtful).minusKeys(wave.desired())
                .where(key -> owner.isReachable(key.device()));
        owner.sent(wave.goal().orElse(null), RuleChange.between(old, RuleSet.EMPTY));
        return ports.rules().remove(old).whenCompleteAsync((ok, failure) ->
                believe(old, RuleSet.EMPTY, failure), onNode);
    }

    /** Notes what became of an operation on these rules: what of them is there now, or that nobody knows. */
    private void believe(RuleSet rules, RuleSet there, Throwable failure) {
        installed = installed.minusKeys(rules).plus(there);
        doubtful = failure == null ? doubtful.minusKeys(rules) : doubtful.plus(rules);
    }

    private void finish(CompletableFuture<Wave> last, Throwable failure) {
        busy = false;
        if (failure != null) {
            owner.failed(failure);
            resting = true;
            ports.clock().schedule(node, backoff.next(), this::reconcile);
            return;
        }
        backoff.reset();
        NodeState reached = last.join().goal().orElse(null);
        owner.settled(reached);
        if (again || reached != owner.goal()) {
            reconcile();
        }
    }
}
