/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import com.google.common.collect.ImmutableSet;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.Attachment;
import org.onosdmm.api.Locator;
import org.onosdmm.core.classify.NameStep;
import org.onosdmm.core.classify.dns.DnsAnswer;
import org.onosdmm.core.mobility.HintKeeping;
import org.onosdmm.core.model.Crowding;
import org.onosdmm.core.model.Hints;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.packet.Transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Hands answers of the DNS to a node. An answer with names that ask for another class than the default waits until what
 * follows is shown to the controller: not longer than a host would notice. On the node's thread.
 */
final class NameDesk {

    /** How long an answer waits at most, ms. */
    static final long PATIENCE = 20;
    /** So many wait at the same time; further ones do not. */
    static final int MAX_WAITING = 32;

    private static final class Waiting {

        private final HeldPacket answer;
        private final ImmutableSet<IpAddress> addresses;
        private final long since;

        private Waiting(HeldPacket answer, Set<IpAddress> addresses, long since) {
            this.since = since;
            this.answer = answer;
            this.addresses = ImmutableSet.copyOf(addresses);
        }
    }

    private final NodeTask task;
    private final PacketPort out;
    private final NodeContext context;
    private final EngineClock clock;
    private final List<Waiting> waiting = new ArrayList<>();
    private ImmutableSet<IpAddress> inForce = ImmutableSet.of();

    NameDesk(NodeTask task, PacketPort out, NodeContext context, EngineClock clock) {
        this.task = task;
        this.out = out;
        this.context = context;
        this.clock = clock;
    }

    /** An answer has come to a place of the node. */
    void answer(Locator place, HeldPacket answer) {
        NodeState state = task.state();
        Optional<Surroundings> around = state == null ? Optional.empty() : context.surroundings(state);
        boolean here = state != null && state.binding().attachments().stream()
                .anyMatch(a -> a.locator().equals(place));
        if (!around.isPresent() || !here) {
            return;
        }
        Map<IpAddress, Hints.Named> named = named(around.get(), answer);
        if (inForce.containsAll(named.keySet()) || waiting.size() >= MAX_WAITING
                || state.crowding() == Crowding.ALL) {
            context.counted("names passed on");
            hand(answer);
        } else {
            context.counted("names held");
            Waiting one = new Waiting(answer, named.keySet(), clock.micros());
            waiting.add(one);
            clock.schedule(task.node(), Duration.ofMillis(PATIENCE), () -> late(one));
        }
        task.change(before -> before == null ? null : before.with(HintKeeping.named(before.hints(), named,
                around.get().domain().limits().namesPerNode(), clock.millis())));
    }

    /** The rules that a state asks for are in force. */
    void confirmed(NodeState reached) {
        inForce = reached.hints().named().keySet();
        for (Iterator<Waiting> all = waiting.iterator(); all.hasNext();) {
            Waiting one = all.next();
            if (inForce.containsAll(one.addresses)) {
                all.remove();
                release(one);
            }
        }
    }

    private void release(Waiting one) {
        context.waited("name", clock.micros() - one.since);
        hand(one.answer);
    }

    private void late(Waiting one) {
        if (waiting.remove(one)) {
            context.counted("names released late");
            release(one);
        }
    }

    /** Addresses of the answer, those alone whose names tell a class. */
    private Map<IpAddress, Hints.Named> named(Surroundings around, HeldPacket answer) {
        Map<IpAddress, Hints.Named> named = new LinkedHashMap<>();
        DnsAnswer.read(Transport.payload(answer.frame())).ifPresent(read -> read.entries().forEach(entry -> {
            if (NameStep.decide(entry.names(), around.domain().policy()).isPresent()) {
                named.put(entry.address(), Hints.Named.of(entry.names(),
                        clock.millis() + HintKeeping.lifetime(entry.ttl())));
            }
        }));
        return named;
    }

    private void hand(HeldPacket answer) {
        NodeState state = task.state();
        if (state != null) {
            Attachment here = state.binding().current();
            out.hand(answer, state.node(), here.poa());
        }
    }
}
