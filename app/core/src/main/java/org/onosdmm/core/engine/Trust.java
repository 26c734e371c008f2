/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onosdmm.api.Attachment;
import org.onosdmm.api.Binding;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.mobility.Evidence;
import org.onosdmm.core.model.NodeState;
import org.onosproject.net.ConnectPoint;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A place from which a node was falsely claimed to be is not believed for a while: one second after the first time,
 * then twice as long each time, a minute at most. So a forger diverts a node's packets for the time of a probe, and
 * seldom.
 */
final class Trust {

    private static final long FIRST = 1_000;
    private static final long LONGEST = 60_000;

    private final Map<ConnectPoint, Long> until = new HashMap<>();
    private final Map<ConnectPoint, Long> penalty = new HashMap<>();
    private final Map<ConnectPoint, Question> asked = new HashMap<>();

    /** A place was asked because of a claim; an answer counts as one until the deadline, ms. */
    private static final class Question {
        private final long claim;
        private final long deadline;

        private Question(long claim, long deadline) {
            this.claim = claim;
            this.deadline = deadline;
        }
    }

    /** Asks the node at its former places: if it answers there, that is evidence of it being there. */
    void probe(NodeState goal, NodeContext context, EnginePorts ports) {
        long now = ports.clock().millis();
        long deadline = now + context.surroundings(goal).map(s -> s.domain().timers().probe()).orElse(0L);
        ask(goal.binding(), now, deadline).forEach(place ->
                goal.binding().addresses().forEach(a -> ports.packets().probe(goal.node(), a, place)));
    }

    /**
     * A claimed move is provisional: the places at which the node is to be asked whether it is still there. An answer
     * counts as one until the deadline, ms. A place that was found by asking is not doubted: a forger answers, too, and
     * the node would go to and fro.
     */
    Collection<Attachment> ask(Binding binding, long now, long deadline) {
        if (binding.current().trigger() == Trigger.PROBE_REPLY) {
            return List.of();
        }
        asked.values().removeIf(question -> question.deadline < now);
        Map<ConnectPoint, Attachment> places = new LinkedHashMap<>();
        binding.former().forEach(place -> places.put(place.poa(), place));
        places.remove(binding.current().poa());
        places.keySet().forEach(place -> asked.put(place, new Question(binding.sequence(), deadline)));
        return places.values();
    }

    /** The evidence for what it is: an answer that nobody has asked for is ARP like any other. */
    Evidence weigh(Evidence evidence) {
        boolean unasked = evidence.trigger() == Trigger.PROBE_REPLY
                && (!asked.containsKey(evidence.poa()) || evidence.time() > asked.get(evidence.poa()).deadline);
        return unasked ? Evidence.of(evidence.node(), evidence.addresses(), evidence.poa(), Trigger.ARP,
                evidence.time()) : evidence;
    }

    /**
     * Whether the evidence may move the node. An answer to a probe belies the place that is steered to; unless the node
     * has been found at the answering place since that was asked: then it was there, and has left again.
     */
    boolean judge(NodeState state, Evidence evidence) {
        if (state == null) {
            return true;
        }
        ConnectPoint believed = state.binding().current().poa();
        if (evidence.trigger() == Trigger.PROBE_REPLY && !evidence.poa().equals(believed)) {
            if (wasThereSinceAsked(state.binding(), evidence.poa())) {
                return false;
            }
            long wait = penalty.merge(believed, FIRST, (before, first) -> Math.min(LONGEST, before * 2));
            until.put(believed, evidence.time() + wait);
            return true;
        }
        return evidence.poa().equals(believed) || evidence.time() >= until.getOrDefault(evidence.poa(), 0L);
    }

    private boolean wasThereSinceAsked(Binding binding, ConnectPoint poa) {
        Question question = asked.get(poa);
        return question != null && binding.attachments().stream()
                .anyMatch(place -> place.poa().equals(poa) && place.sequence() > question.claim);
    }
}
