/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onosdmm.api.MobileNodeId;
import org.onosdmm.core.compile.Bounces;
import org.onosdmm.core.compile.Urgency;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.model.RuleSet;
import org.onosdmm.core.reconcile.RuleChange;
import org.onosproject.net.DeviceId;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Brings the switches to what a node's state asks for: compile, compare, add, then remove. One round at a time.
 *
 * <p>What is added is sent in parts. Bounce and deliver go first, at once: what the bounce sends to the new place
 * before that delivers comes to the controller, and waits. When the new place delivers the rest follows, steering among
 * it. What lets packets of the node in is sent last, when all that they need is there; until then they are held.
 * Nothing is removed before all that was added is confirmed. A move in the meantime cuts the round short.
 */
final class RuleLoop {

    /** Whose rules these are. */
    interface Owner {

        /** The state to bring the switches to; null for a node that is not bound. */
        NodeState goal();

        /** The rules that a state asks for. */
        RuleSet compile(NodeState goal);

        /** Of these rules the ones that are sent first: deliver and bounce. */
        RuleSet first(NodeState goal);

        /** Sees that the state can be compiled. */
        void fit();

        /** Gets what the other rules need, leases for instance, then goes on. */
        void provide(Runnable next);

        /** Tells of packets that wait now; they are passed on when what is sent next is confirmed. */
        int waiting();

        /** A change is sent. */
        void sent(NodeState goal, RuleChange change);

        /** The place where the node is delivers. */
        void delivers(NodeState goal);

        /** Its former places send on what still arrives there. */
        void bounces(NodeState goal);

        /** The node is steered to where it is, and nothing that comes to its former places is lost. */
        void switched(NodeState goal);

        /** All that the state asks for is in force: packets go to and from where the node is. */
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

    /** What was sent first. */
    private static final class First {

        private final NodeState goal;
        private final RuleSet rules;
        private final CompletableFuture<Void> delivers;
        private final CompletableFuture<Void> all;

        private First(NodeState goal, RuleSet rules, CompletableFuture<Void> delivers, CompletableFuture<Void> all) {
            this.goal = goal;
            this.rules = rules;
            this.delivers = delivers;
            this.all = all;
        }
    }

    private static final CompletableFuture<Void> NOTHING = CompletableFuture.completedFuture(null);

    private final MobileNodeId node;
    private final EnginePorts ports;
    private final Owner owner;
    private final Executor onNode;
    private final Backoff backoff = new Backoff();

    private volatile RuleSet installed = RuleSet.EMPTY;
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
            return;
        }
        busy = true;
        resting = false;
        orFail(() -> {
            owner.fit();
            First first = sendFirst(owner.goal());
            owner.provide(() -> orFail(() -> round(first)));
        });
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

    private void round(First first) {
        again = false;
        int waiting = owner.waiting();
        NodeState goal = owner.goal();
        if (isOvertaken(first.goal)) {
            first.all.whenCompleteAsync((ok, failure) -> finish(first.goal, failure), onNode);
            return;
        }
        RuleSet desired = goal == null ? RuleSet.EMPTY : owner.compile(goal);
        sendRest(goal, first, desired.minus(installed).minusKeys(first.rules))
                .thenComposeAsync(ok -> isOvertaken(goal) ? NOTHING : clear(goal, desired, waiting), onNode)
                .whenCompleteAsync((ok, failure) -> finish(goal, failure), onNode);
    }

    private CompletableFuture<Void> clear(NodeState goal, RuleSet desired, int waiting) {
        owner.confirmed(goal, waiting);
        return owner.safe().thenComposeAsync(ok -> remove(goal, desired), onNode);
    }

    /** Whether the node has moved on: its new place is in more of a hurry than what is left of this round. */
    private boolean isOvertaken(NodeState goal) {
        NodeState present = owner.goal();
        return goal != null && present != null && goal.binding().sequence() != present.binding().sequence();
    }

    /** Bounce and deliver, which need nothing else: neither a lease nor each other. */
    private First sendFirst(NodeState goal) {
        RuleSet missing = goal == null ? RuleSet.EMPTY : owner.first(goal).minus(installed);
        RuleSet here = goal == null ? RuleSet.EMPTY : missing.at(goal.binding().current().poa().deviceId());
        owner.sent(goal, RuleChange.between(RuleSet.EMPTY, missing));
        CompletableFuture<Void> elsewhere = add(missing.minusKeys(here));
        CompletableFuture<Void> delivers = add(here).thenRun(() -> owner.delivers(goal));
        if (!missing.where(Bounces::isBounce).isEmpty()) {
            CompletableFuture.allOf(elsewhere, here.where(Bounces::isBounce).isEmpty() ? NOTHING : delivers)
                    .thenRun(() -> owner.bounces(goal));
        }
        return new First(goal, missing, delivers, CompletableFuture.allOf(delivers, elsewhere));
    }

    /** The rest goes out once the place where the node is delivers; it is not kept back if that fails. */
    private CompletableFuture<Void> sendRest(NodeState goal, First first, RuleSet rest) {
        RuleSet last = Urgency.last(rest);
        owner.sent(goal, RuleChange.between(RuleSet.EMPTY, rest));
        CompletableFuture<Void> others = first.delivers.handle((ok, failure) -> null)
                .thenCompose(ok -> isOvertaken(goal) ? NOTHING : add(rest.minusKeys(last)));
        CompletableFuture.allOf(first.all, others).thenRun(() -> owner.switched(goal));
        return CompletableFuture.allOf(first.all,
                others.thenCompose(ok -> isOvertaken(goal) ? NOTHING : add(last)));
    }

    private CompletableFuture<Void> add(RuleSet rules) {
        if (rules.isEmpty()) {
            return NOTHING;
        }
        return ports.rules().add(rules).whenCompleteAsync((ok, failure) ->
                believe(rules, failure == null ? rules : RuleSet.EMPTY, failure), onNode);
    }

    private CompletableFuture<Void> remove(NodeState goal, RuleSet desired) {
        RuleSet old = installed.plus(doubtful).minusKeys(desired).where(key -> owner.isReachable(key.device()));
        owner.sent(goal, RuleChange.between(old, RuleSet.EMPTY));
        return ports.rules().remove(old).whenCompleteAsync((ok, failure) ->
                believe(old, RuleSet.EMPTY, failure), onNode);
    }

    /** Notes what became of an operation on these rules: what of them is there now, or that nobody knows. */
    private void believe(RuleSet rules, RuleSet there, Throwable failure) {
        installed = installed.minusKeys(rules).plus(there);
        doubtful = failure == null ? doubtful.minusKeys(rules) : doubtful.plus(rules);
    }

    private void finish(NodeState reached, Throwable failure) {
        busy = false;
        if (failure != null) {
            owner.failed(failure);
            resting = true;
            ports.clock().schedule(node, backoff.next(), this::reconcile);
            return;
        }
        backoff.reset();
        owner.settled(reached);
        if (again || reached != owner.goal()) {
            reconcile();
        }
    }
}
