/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.mobility;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import org.onosproject.net.ConnectPoint;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * A node was claimed to be at places that are not believed: all of them are asked, and the place where it is believed
 * to be, round after round, until it is clear who answers.
 *
 * <p>One answer from the place that is believed may be from before the node left it, and one question may get lost: it
 * takes some rounds in a row in which nobody answers there.
 */
@AutoValue
abstract class Inquiry {

    /** Places that are asked about at once; those that are claimed first. */
    static final int PLACES = 4;
    /** Rounds without a claim until nobody is asked any more, if the node answers nowhere, or everywhere. */
    static final int HOPELESS = 4;

    /** What came of it. */
    enum Outcome {
        /** It is not clear yet. */
        OPEN,
        /** The node answers where it is believed to be, and nowhere else, or a forger answers, too. */
        STAYS,
        /** The node answers at a place that was claimed, and not where it was believed to be. */
        MOVED,
        /** The node answers nowhere. */
        NOWHERE
    }

    /** The attachment that is believed, by its sequence. */
    abstract long sequence();

    /** The newest claim of each place. */
    abstract ImmutableMap<ConnectPoint, Evidence> claims();

    /** Places that were claimed and have answered since the one that is believed has. */
    abstract ImmutableSet<ConnectPoint> answered();

    /** Whether the place that is believed has answered in this round. */
    abstract boolean confirmed();

    /** Whether anything was claimed since the inquiry began. */
    abstract boolean contested();

    /** Rounds in a row, this one included, in which nothing was claimed. */
    abstract int quiet();

    /** Rounds in a row, before this one, in which the place that is believed has not answered. */
    abstract int silent();

    /** Whether there is a round under way. */
    abstract boolean asking();

    /** When the round ends, or the first one begins, ms since the epoch. */
    abstract long next();

    abstract Builder toBuilder();

    @AutoValue.Builder
    abstract static class Builder {

        abstract Builder sequence(long sequence);

        abstract Builder claims(ImmutableMap<ConnectPoint, Evidence> claims);

        abstract Builder answered(Iterable<ConnectPoint> places);

        abstract Builder confirmed(boolean confirmed);

        abstract Builder contested(boolean contested);

        abstract Builder quiet(int rounds);

        abstract Builder silent(int rounds);

        abstract Builder asking(boolean asking);

        abstract Builder next(long time);

        abstract Inquiry build();
    }

    /** An inquiry that begins at a time, ms since the epoch. */
    static Inquiry of(long sequence, long begin) {
        return new AutoValue_Inquiry.Builder().sequence(sequence).claims(ImmutableMap.of())
                .answered(ImmutableSet.of()).confirmed(false).contested(false).quiet(0).silent(0).asking(false)
                .next(begin).build();
    }

    /** A place is claimed. */
    Inquiry claimed(Evidence claim) {
        return about(claim).toBuilder().contested(true).quiet(0).build();
    }

    /** A place was claimed before the inquiry began. */
    Inquiry about(Evidence claim) {
        Evidence before = claims().get(claim.poa());
        if (before == null && claims().size() == PLACES) {
            return this;
        }
        ImmutableMap.Builder<ConnectPoint, Evidence> all = ImmutableMap.builder();
        claims().forEach((place, known) -> all.put(place, place.equals(claim.poa()) ? newer(known, claim) : known));
        if (before == null) {
            all.put(claim.poa(), claim);
        }
        return toBuilder().claims(all.build()).build();
    }

    private static Evidence newer(Evidence known, Evidence claim) {
        Evidence newest = claim.time() >= known.time() ? claim : known;
        return Evidence.of(newest.node(), Sets.union(known.addresses(), claim.addresses()), newest.poa(),
                newest.trigger(), newest.time());
    }

    /** A place that was claimed has answered. */
    Inquiry answeredAt(ConnectPoint place) {
        return toBuilder().answered(Sets.union(answered(), ImmutableSet.of(place))).build();
    }

    /** The place that is believed has answered. */
    Inquiry confirm() {
        return toBuilder().confirmed(true).build();
    }

    /**
     * What this round, which is over, has shown.
     *
     * @param patience rounds without an answer from the place that is believed until another one is believed
     */
    Outcome outcome(ToIntFunction<ConnectPoint> patience) {
        if (confirmed()) {
            return quiet() >= (answered().isEmpty() ? 1 : HOPELESS) ? Outcome.STAYS : Outcome.OPEN;
        }
        int rounds = silent() + 1;
        if (proven().filter(claim -> rounds >= patience.applyAsInt(claim.poa())).isPresent()) {
            return Outcome.MOVED;
        }
        return answered().isEmpty() && Math.min(rounds, quiet()) >= HOPELESS ? Outcome.NOWHERE : Outcome.OPEN;
    }

    /** The next round, which ends at a time, ms since the epoch. */
    Inquiry nextRound(long end) {
        boolean first = !asking();
        return toBuilder().asking(true).silent(first || confirmed() ? 0 : silent() + 1)
                .answered(confirmed() ? ImmutableSet.of() : answered())
                .confirmed(false).quiet(quiet() + 1).next(end).build();
    }

    /** The newest claim of a place that has answered: the node is there at this time, ms since the epoch. */
    Optional<Evidence> proven(long now) {
        return proven().map(claim -> claim.at(now));
    }

    private Optional<Evidence> proven() {
        return claims().values().stream().filter(claim -> answered().contains(claim.poa()))
                .max(Comparator.comparingLong(Evidence::time).thenComparing(claim -> claim.poa().toString()));
    }

    /** Whom to ask, besides the place that is believed. */
    ImmutableSet<ConnectPoint> places() {
        return claims().keySet();
    }
}
