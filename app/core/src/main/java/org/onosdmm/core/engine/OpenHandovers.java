/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onosdmm.api.Binding;
import org.onosdmm.api.Handover;
import org.onosdmm.api.HandoverPhase;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.reconcile.RuleChange;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * The records of a node's handovers that are not cleaned up yet, newest last.
 */
final class OpenHandovers {

    private final HandoverLog log;
    private final EngineClock clock;
    private final Deque<HandoverLog.Entry> open = new ArrayDeque<>();
    /** The last attachment at which the node was let in, by its sequence. */
    private long admitted;

    OpenHandovers(HandoverLog log, EngineClock clock) {
        this.log = log;
        this.clock = clock;
    }

    void begin(Binding before, Binding after) {
        if (after.current().trigger() == Trigger.PROBE_REPLY && !open.isEmpty()) {
            open.removeLast().ended(HandoverPhase.ROLLED_BACK);
        }
        open.addLast(log.add(
                Handover.detected(after.node(), before.current(), after.current(), clock.micros()).build()));
    }

    void sent(NodeState goal, RuleChange change) {
        if (goal != null && goal.binding().phase() != HandoverPhase.CLEANED && !open.isEmpty()) {
            open.getLast().sent(change);
        }
    }

    /** The node is let in where it is now, and these packets, that came before that, were passed on. */
    void passedOn(NodeState goal, int packets) {
        if (isLast(goal) && admitted < goal.binding().sequence()) {
            admitted = goal.binding().sequence();
            open.getLast().passedOn(packets);
        }
    }

    void rescued(int packets) {
        if (packets > 0 && !open.isEmpty()) {
            open.getLast().rescued(packets);
        }
    }

    /** The present place has confirmed at this time, us since the epoch, that it delivers. */
    void delivers(NodeState goal, long time) {
        if (isLast(goal)) {
            open.getLast().prepared(time);
        }
    }

    /** The former places have confirmed at this time, us since the epoch, that they bounce. */
    void bounces(NodeState goal, long time) {
        if (isLast(goal)) {
            open.getLast().bounced(time);
        }
    }

    /** Returns whether this is the first time that the present handover is found to be switched. */
    boolean switched(NodeState goal) {
        return isLast(goal) && open.getLast().switched(clock.micros());
    }

    /** Whether this state is one of the newest handover, and not of an older one that it has overtaken. */
    private boolean isLast(NodeState goal) {
        return goal != null && !open.isEmpty()
                && open.getLast().handover().to().sequence() == goal.binding().sequence();
    }

    void failed() {
        if (!open.isEmpty()) {
            open.getLast().failed();
        }
    }

    /** Handovers whose old places the binding no longer knows are over. */
    void cleaned(Binding binding) {
        long oldest = binding.attachments().get(0).sequence();
        Iterator<HandoverLog.Entry> entries = open.iterator();
        while (entries.hasNext()) {
            HandoverLog.Entry entry = entries.next();
            if (entry.handover().to().sequence() <= oldest) {
                entry.cleaned(clock.micros());
                entries.remove();
            }
        }
    }
}
