/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onosdmm.api.Binding;
import org.onosdmm.core.mobility.Evidence;
import org.onosdmm.core.mobility.Judgement;
import org.onosdmm.core.mobility.Trust;
import org.onosdmm.core.model.NodeState;
import org.onosproject.net.ConnectPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is claimed of where a node is: hands it to {@link Trust}, and does what follows. On the node's thread.
 */
final class Claims {

    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);

    /** A node may be said to leave a moment before it does. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final NodeTask task;
    private final EnginePorts ports;
    private final NodeContext context;
    private Trust trust = Trust.FULL;
    private OptionalLong alarm = OptionalLong.empty();
    /** Since when the node that is looked for again has been absent. */
    private long vanished = -1;

    Claims(NodeTask task, EnginePorts ports, NodeContext context) {
        this.task = task;
        this.ports = ports;
        this.context = context;
    }

    /** There is a sign that the node is somewhere, and maybe a packet that showed it and waits for rules. */
    void heard(Evidence evidence, Optional<HeldPacket> packet) {
        packet.ifPresent(task::hold);
        carryOut(trust.heard(binding(), evidence, now(), probe()));
    }

    /** The switches lead to where the node was claimed to be. */
    void switched(NodeState goal) {
        carryOut(trust.moved(goal.binding(), now(), probe()));
    }

    /**
     * The node is said to have left. If it is there all the same, or is back at the same place, and only listens,
     * nothing tells: it is asked there, ever more seldom.
     */
    void vanished() {
        Optional<Long> since = binding().flatMap(Binding::absentSince).filter(time -> time != vanished);
        since.ifPresent(time -> {
            vanished = time;
            lookAgain(time, LOOK_AGAIN);
        });
    }

    private void lookAgain(long since, Duration later) {
        ports.clock().schedule(task.node(), later, () ->
                binding().filter(known -> known.absentSince().equals(Optional.of(since))).ifPresent(known -> {
                    ask(known.current().poa());
                    lookAgain(since, later.multipliedBy(4));
                }));
    }

    /** Whether a packet may be let through later, by what is known now. */
    boolean mayPass(HeldPacket packet) {
        return trust.isAskingAbout(packet.port()) || task.state() != null && packet.admittedBy(task.state());
    }

    private void carryOut(Judgement judgement) {
        trust = judgement.trust();
        judgement.ask().forEach(this::ask);
        judgement.belied().forEach(place -> {
            LOG.info("{} was claimed to be at {}, was asked, and answered where it had been", task.node(), place);
            context.claim("belied");
        });
        judgement.believed().ifPresent(this::believe);
        if (!judgement.belied().isEmpty()) {
            task.nudge();
        }
        wake();
    }

    private void believe(Evidence evidence) {
        context.domain().map(domain -> context.step(domain, task.node())).ifPresent(step ->
                task.change(state -> step.apply(Optional.ofNullable(state), evidence).orElse(null)));
    }

    private void ask(ConnectPoint place) {
        binding().ifPresent(binding -> binding.addresses().forEach(address -> {
            context.claim("question");
            ports.packets().probe(task.node(), address, place);
        }));
    }

    private void wake() {
        OptionalLong next = trust.next();
        if (next.isPresent() && !next.equals(alarm)) {
            alarm = next;
            ports.clock().schedule(task.node(), Duration.ofMillis(Math.max(0, next.getAsLong() - now())), () -> {
                alarm = OptionalLong.empty();
                binding().ifPresent(known -> carryOut(trust.passed(known, now(), probe())));
            });
        }
    }

    private Optional<Binding> binding() {
        return Optional.ofNullable(task.state()).map(NodeState::binding);
    }

    private long now() {
        return ports.clock().millis();
    }

    private long probe() {
        return context.domain().map(domain -> domain.timers().probe()).orElse(0L);
    }
}
