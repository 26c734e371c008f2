/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import com.google.common.collect.ImmutableSet;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.Binding;
import org.onosdmm.api.MobileNodeId;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Addresses that one node holds and another one claims: an interface was replaced, a virtual machine made anew, or
 * somebody takes what is not his. The holder keeps the address as long as it answers where it is. One that has shown no
 * sign of life for long enough loses it. Looked at again and again.
 */
final class Contests {

    /** Looks without a further claim after which the claimant has given up. */
    private static final int PATIENCE = 3;

    private final Map<IpAddress, Contest> open = new ConcurrentHashMap<>();

    /** What follows from a look at a contest. */
    enum Verdict {
        /** Nothing, for the time being. */
        WAIT,
        /** The holder is to be asked where it is. */
        ASK,
        /** The holder has shown itself, and the address is claimed all the same. */
        REFUSED,
        /** The holder has no right to the address any more. */
        FREE
    }

    /** One address. */
    private static final class Contest {
        private MobileNodeId claimant;
        private boolean claimed;
        private boolean defended;
        private int idle;
        private int rounds;
        private OptionalLong asked = OptionalLong.empty();

        private synchronized void claimed(MobileNodeId by) {
            claimant = by;
            claimed = true;
        }

        private synchronized MobileNodeId claimant() {
            return claimant;
        }

        private synchronized void defended() {
            defended = true;
        }

        private synchronized boolean isOver() {
            idle = claimed ? 0 : idle + 1;
            return idle > PATIENCE;
        }

        private synchronized Verdict judge(Binding holder, long now, long hold) {
            boolean persists = claimed;
            rounds += claimed ? 1 : 0;
            claimed = false;
            if (defended) {
                defended = false;
                asked = OptionalLong.empty();
                return persists ? Verdict.REFUSED : Verdict.WAIT;
            }
            if (holder.absentSince().isPresent()) {
                asked = OptionalLong.empty();
                return isMeant() && now - holder.absentSince().get() >= hold ? Verdict.FREE : Verdict.WAIT;
            }
            asked = OptionalLong.of(asked.orElse(now));
            return isMeant() && now - asked.getAsLong() >= hold ? Verdict.FREE : Verdict.ASK;
        }

        /** A host that has the address says so again and again; one that is wrong about it may have said so once. */
        private boolean isMeant() {
            return rounds > 1;
        }
    }

    /** A node claims an address that another one holds. */
    void claimed(IpAddress address, MobileNodeId claimant) {
        open.computeIfAbsent(address, a -> new Contest()).claimed(claimant);
    }

    /** The holder of an address has shown itself. */
    void defended(IpAddress address) {
        Contest contest = open.get(address);
        if (contest != null) {
            contest.defended();
        }
    }

    /** The addresses that are claimed; those whose claimant has given up are forgotten. */
    ImmutableSet<IpAddress> look() {
        open.values().removeIf(Contest::isOver);
        return ImmutableSet.copyOf(open.keySet());
    }

    /** Who claims an address; null if nobody does. */
    MobileNodeId claimant(IpAddress address) {
        Contest contest = open.get(address);
        return contest == null ? null : contest.claimant();
    }

    /**
     * What is to become of an address.
     *
     * @param holder the node that holds it
     * @param now ms since the epoch
     * @param hold how long the holder may show no sign of life, ms
     */
    Verdict judge(IpAddress address, Binding holder, long now, long hold) {
        Contest contest = open.get(address);
        return contest == null ? Verdict.WAIT : contest.judge(holder, now, hold);
    }

    /** Nobody holds the address any more. */
    void settled(IpAddress address) {
        open.remove(address);
    }
}
