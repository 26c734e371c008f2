/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.core.compile.Bounces;
import org.onosdmm.core.compile.Urgency;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.model.RuleSet;
import org.onosdmm.core.reconcile.RuleChange;
import org.onosproject.net.DeviceId;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Brings the switches to what a node's state asks for: compile, compare, add, then remove. One round at a time; all
 * methods on the node's thread.
 *
 * <p>What is added is sent in parts. Bounce and deliver go first, with a {@link HeadStart}: what the bounce sends to
 * the new place before that delivers waits at the controller. Then the rest is compiled and sent; last, when all that
 * they need is there, what lets packets of the node in. Nothing is removed before all that was added is confirmed.
 *
 * <p>A move in the meantime ends the round where it is, and the next one begins at once: the new place is in more of a
 * hurry than a switch that does not answer.
 */
final class RuleLoop {

    private static final CompletableFuture<Long> NOTHING = CompletableFuture.completedFuture(0L);

    private final MobileNodeId node;
    private final EnginePorts ports;
    private final RuleOwner owner;
    private final Executor onNode;
    private final Backoff backoff = new Backoff();
    private final UnderWay underWay;
    private final HeadStart headStart;
    private final Believed believed = new Believed();
    /** The round that goes on; null if none does. */
    private Round present;
    private boolean again;
    private boolean resting;

    RuleLoop(MobileNodeId node, EnginePorts ports, RuleOwner owner) {
        this.node = node;
        this.ports = ports;
        this.owner = owner;
        this.underWay = new UnderWay(ports.clock());
        this.headStart = new HeadStart(node, ports.clock());
        this.onNode = task -> ports.clock().execute(node, task);
    }

    /** The rules that the switches have confirmed. Safe on any thread. */
    RuleSet installed() {
        return believed.installed();
    }

    /** The rules that were sent, and no answer has come. Safe on any thread. */
    RuleSet underWay() {
        return underWay.rules();
    }

    /** Forgets what the switches are believed to hold, of these rules, and puts it right. */
    void recheck(RuleSet rules) {
        believed.doubt(rules);
        reconcile();
    }

    /** Whether a round is under way. */
    boolean isBusy() {
        return present != null;
    }

    /** Whether an operation has failed, and the time to try again has not come. */
    boolean isResting() {
        return resting;
    }

    /** Whether the switches are believed to hold all that they should. */
    boolean isIdle() {
        return present == null && !resting;
    }

    /** Whether in addition they hold nothing, and owe no answer. */
    boolean isEmpty() {
        return isIdle() && believed.possible().isEmpty() && underWay().isEmpty();
    }

    /** Starts a round; if one is under way, another one after it, or in its place if the node has moved meanwhile. */
    void reconcile() {
        if (present != null && !present.isOvertaken()) {
            again = true;
            return;
        }
        underWay.nextRound();
        resting = false;
        again = false;
        present = new Round();
        present.begin();
    }

    /** Does something for which no rule waits, when nothing urgent is under way; what is asked for first, first. */
    CompletableFuture<Void> afterwards(Runnable task) {
        return headStart.afterwards(task);
    }

    private CompletableFuture<Long> add(RuleSet rules) {
        Round round = present;
        return rules.isEmpty() ? NOTHING : underWay.perform(rules, some -> {
            RuleSet missing = round.isPresent() ? some.minus(installed()) : RuleSet.EMPTY;
            return missing.isEmpty() ? NOTHING : answered(missing, missing, ports.rules().add(missing));
        });
    }

    private CompletableFuture<Long> remove(RuleSet rules) {
        Round round = present;
        return rules.isEmpty() ? NOTHING : underWay.perform(rules, some -> round.isPresent()
                ? answered(some, RuleSet.EMPTY, ports.rules().remove(some)) : NOTHING);
    }

    /** Notes what becomes of an operation; completes on the node's thread, with the time when the switches answered. */
    private CompletableFuture<Long> answered(RuleSet rules, RuleSet there, CompletableFuture<Void> operation) {
        Round round = present;
        return operation.thenApply(ok -> ports.clock().micros()).whenCompleteAsync((time, failure) -> {
            believed.answered(rules, there, failure);
            if (round != present) {
                late(failure);
            }
        }, onNode);
    }

    /** A switch has answered after the round was overtaken: what it holds now may be more than is wanted. */
    private void late(Throwable failure) {
        if (failure != null) {
            owner.failed(failure);
        }
        again = true;
        if (isIdle()) {
            reconcile();
        }
    }

    /** One way from what the switches hold to what is wanted; ends early when the node moves on. */
    private final class Round {

        /** What the first part was sent for. */
        private NodeState goal;
        private RuleSet first = RuleSet.EMPTY;
        private CompletableFuture<Long> delivers = NOTHING;
        /** All that nobody has to wait for but the end of the round. */
        private CompletableFuture<Void> everything = CompletableFuture.completedFuture(null);

        /** Whether this round still is the one that goes on. */
        private boolean isPresent() {
            return present == this;
        }

        /** Whether the node has moved on since the round began. */
        private boolean isOvertaken() {
            NodeState now = owner.goal();
            return goal != null && now != null && goal.binding().sequence() != now.binding().sequence();
        }

        private void begin() {
            orFail(this::sendFirst);
            headStart.give(everything);
            headStart.afterwards(() -> ifPresent(() -> orFail(() -> owner.provide(() -> orFail(this::goOn)))));
        }

        private void ifPresent(Runnable step) {
            if (isPresent()) {
                step.run();
            }
        }

        /** What goes wrong before anything is sent is tried again like what goes wrong after it. */
        private void orFail(Runnable step) {
            try {
                step.run();
            } catch (RuntimeException e) {
                finish(e);
            }
        }

        /** Bounce and deliver, which need nothing else: neither a lease nor each other. */
        private void sendFirst() {
            owner.fit();
            goal = owner.goal();
            RuleSet missing = goal == null ? RuleSet.EMPTY : owner.first(goal).minus(installed());
            RuleSet here = goal == null ? RuleSet.EMPTY : missing.at(goal.binding().current().poa().deviceId());
            owner.sent(goal, RuleChange.between(RuleSet.EMPTY, missing));
            CompletableFuture<Long> elsewhere = add(missing.minusKeys(here));
            NodeState sentFor = goal;
            delivers = add(here);
            delivers.thenAccept(time -> owner.delivers(sentFor, time));
            if (!missing.where(Bounces::isBounce).isEmpty()) {
                elsewhere.thenCombine(here.where(Bounces::isBounce).isEmpty() ? NOTHING : delivers, Math::max)
                        .thenAccept(time -> ifPresent(() -> owner.bounces(sentFor, time)));
            }
            first = missing;
            everything = CompletableFuture.allOf(delivers, elsewhere);
        }

        private void goOn() {
            if (!isPresent()) {
                return;
            }
            goal = owner.goal();
            Set<DeviceId> before = reachable();
            RuleSet desired = goal == null ? RuleSet.EMPTY : owner.compile(goal);
            Set<DeviceId> then = Sets.intersection(before, reachable());
            RuleSet missing = desired.minus(installed()).minusKeys(first);
            RuleSet later = Urgency.letsIn(missing) ? missing.where(Urgency::canWait) : RuleSet.EMPTY;
            CompletableFuture<Void> admitted = sendRest(missing.minusKeys(later)).thenRunAsync(() -> ifPresent(() ->
                    owner.confirmed(later.isEmpty() ? goal : goal.urgent())), onNode);
            CompletableFuture.allOf(everything, later.isEmpty() ? admitted : sendLater(admitted, later))
                    .thenComposeAsync(ok -> isPresent() ? clear(desired, then) : NOTHING, onNode)
                    .whenCompleteAsync((ok, failure) -> finish(failure), onNode);
        }

        /** What the node does not have to wait for. */
        private CompletableFuture<Void> sendLater(CompletableFuture<Void> admitted, RuleSet later) {
            return admitted.thenComposeAsync(ok -> {
                owner.sent(goal, RuleChange.between(RuleSet.EMPTY, later));
                return addIfPresent(later);
            }, onNode).thenRunAsync(() -> ifPresent(() -> owner.confirmed(goal)), onNode);
        }

        /** The switches that hold something and are connected. */
        private Set<DeviceId> reachable() {
            return believed.possible().devices().stream().filter(owner::isReachable)
                    .collect(ImmutableSet.toImmutableSet());
        }

        /**
         * The rest goes out once the place where the node is delivers; it is not kept back if that fails. What lets the
         * node in does not wait for another switch that has owed an answer for long.
         *
         * @return completes when the node is let in
         */
        private CompletableFuture<Void> sendRest(RuleSet rest) {
            owner.sent(goal, RuleChange.between(RuleSet.EMPTY, rest));
            DeviceId here = goal == null ? null : goal.binding().current().poa().deviceId();
            RuleSet late = rest.where(key -> !key.device().equals(here) && underWay.isLate(key.device()));
            RuleSet prompt = rest.minusKeys(late);
            RuleSet last = Urgency.last(prompt);
            CompletableFuture<Void> ready = delivers.handle((ok, failure) -> null);
            CompletableFuture<Long> others = ready.thenCompose(ok -> addIfPresent(prompt.minusKeys(last)));
            RuleSet latest = Urgency.last(late);
            everything = CompletableFuture.allOf(everything, ready.thenCompose(ok ->
                    addIfPresent(late.minusKeys(latest))).thenCompose(ok -> addIfPresent(latest)));
            CompletableFuture.allOf(everything, others).thenRun(() -> owner.switched(goal));
            return CompletableFuture.allOf(delivers, others.thenCompose(ok -> addIfPresent(last)));
        }

        private CompletableFuture<Long> addIfPresent(RuleSet rules) {
            return isPresent() ? add(rules) : NOTHING;
        }

        /**
         * Removes what is not wanted. A switch that was away when the wanted rules were compiled has none among them:
         * if it has come back since, the next round knows what it should hold.
         */
        private CompletableFuture<Long> clear(RuleSet desired, Set<DeviceId> reachable) {
            return owner.safe().thenComposeAsync(ok -> {
                if (!isPresent()) {
                    return NOTHING;
                }
                RuleSet old = believed.possible().minusKeys(desired)
                        .where(key -> reachable.contains(key.device()) && owner.isReachable(key.device()));
                owner.sent(goal, RuleChange.between(old, RuleSet.EMPTY));
                return remove(old);
            }, onNode);
        }

        private void finish(Throwable failure) {
            if (!isPresent()) {
                return;
            }
            present = null;
            if (failure != null) {
                owner.failed(failure);
                resting = true;
                ports.clock().schedule(node, backoff.next(), RuleLoop.this::reconcile);
                return;
            }
            backoff.reset();
            owner.settled(goal);
            if (again || goal != owner.goal()) {
                reconcile();
            }
        }
    }
}
