/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onosdmm.core.model.RuleKey;
import org.onosdmm.core.model.RuleSet;
import org.onosproject.net.DeviceId;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The operations of a node on switches that are not answered yet. Those of one round run side by side. One of a later
 * round waits for those of earlier rounds on the same rules, for two operations have no order between them.
 */
final class UnderWay {

    /** A switch that has not answered for so long is not expected to do it soon, ms; a few are usual. */
    private static final long LATE = 50;

    /** Rules of one switch that were sent, and what completes, always well, when that is answered. */
    private static final class Sent {

        private final DeviceId device;
        private final RuleSet rules;
        private final CompletableFuture<Void> answered;
        private final long time;

        private Sent(DeviceId device, RuleSet rules, CompletableFuture<Void> answered, long time) {
            this.device = device;
            this.rules = rules;
            this.answered = answered;
            this.time = time;
        }

        private boolean concerns(RuleSet others) {
            return others.rules().keySet().stream().anyMatch((RuleKey key) -> rules.rules().containsKey(key));
        }
    }

    private final EngineClock clock;
    private final List<Sent> present = new CopyOnWriteArrayList<>();
    private final List<Sent> earlier = new CopyOnWriteArrayList<>();

    UnderWay(EngineClock clock) {
        this.clock = clock;
    }

    /** From now on another round begins; what is under way is of an earlier one. */
    void nextRound() {
        earlier.addAll(present);
        earlier.removeIf(sent -> sent.answered.isDone());
        present.clear();
    }

    /** The rules that were sent, and no answer has come. Safe on any thread. */
    RuleSet rules() {
        return RuleSet.union(Stream.concat(earlier.stream(), present.stream())
                .filter(sent -> !sent.answered.isDone()).map(sent -> sent.rules));
    }

    /** Whether a switch owes an answer to an earlier round, and has owed it for long. */
    boolean isLate(DeviceId device) {
        return earlier.stream().anyMatch(sent -> sent.device.equals(device) && !sent.answered.isDone()
                && clock.millis() - sent.time > LATE);
    }

    /**
     * Performs an operation on these rules, switch by switch: one that does not answer holds up no other.
     *
     * @param operation sends the rules of one switch, and completes on the node's thread with the time of the answer
     * @return completes with the time of the last answer, us since the epoch; 0 without any
     */
    CompletableFuture<Long> perform(RuleSet rules, Function<RuleSet, CompletableFuture<Long>> operation) {
        List<CompletableFuture<Long>> answers = rules.devices().stream()
                .flatMap(device -> perform(device, rules.at(device), operation)).collect(Collectors.toList());
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).thenApply(ok ->
                answers.stream().mapToLong(CompletableFuture::join).max().orElse(0));
    }

    /** Only the rules that an earlier round has sent wait: a bounce must not, for the deliver of the same place. */
    private Stream<CompletableFuture<Long>> perform(DeviceId device, RuleSet rules,
                                                    Function<RuleSet, CompletableFuture<Long>> operation) {
        List<Sent> before = earlier.stream().filter(sent -> !sent.answered.isDone() && sent.device.equals(device)
                && sent.concerns(rules)).collect(Collectors.toList());
        RuleSet waiting = rules.where(key -> before.stream().anyMatch(sent -> sent.rules.rules().containsKey(key)));
        RuleSet free = rules.minusKeys(waiting);
        Stream.Builder<CompletableFuture<Long>> answers = Stream.builder();
        if (!free.isEmpty()) {
            answers.add(noted(device, free, operation.apply(free)));
        }
        if (!waiting.isEmpty()) {
            answers.add(noted(device, waiting, CompletableFuture.allOf(before.stream().map(sent -> sent.answered)
                    .toArray(CompletableFuture[]::new)).thenCompose(answered -> operation.apply(waiting))));
        }
        return answers.build();
    }

    private CompletableFuture<Long> noted(DeviceId device, RuleSet rules, CompletableFuture<Long> done) {
        present.add(new Sent(device, rules, done.handle((ok, failure) -> null), clock.millis()));
        return done;
    }
}
