/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.mobility;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Maps;
import com.google.common.math.LongMath;
import org.onosdmm.api.Attachment;
import org.onosdmm.api.Binding;
import org.onosdmm.api.Trigger;
import org.onosproject.net.ConnectPoint;

import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Whom to believe about one node.
 *
 * <p>A claimed move is taken at once and is provisional: the former places are asked, and an answer from one of them
 * belies the claim. The place that was belied is then not believed for a while: one second after the first time, twice
 * as long after each further one, a minute at most. Meanwhile a claim from there is not taken at its word: the node is
 * asked for at the believed place and at the claimed one, and goes where it answers ({@link Inquiry}); the more often
 * the place was belied, the longer the believed one has to be silent. So a forger diverts a node's packets once, for
 * the time of an answer, and a node that really is there gets there soon.
 *
 * <p>However much is claimed, of one node there are {@link #BURST} rounds of questions, {@link #ROUNDS} in the time of
 * probing, and then one in each such time.
 */
@AutoValue
public abstract class Trust {

    /** Nobody has lied yet. */
    public static final Trust FULL = new AutoValue_Trust.Builder().lies(ImmutableMap.of()).asked(ImmutableMap.of())
            .inquiry(Optional.empty()).lastRound(0).spent(0).proven(Optional.empty()).build();

    /** Rounds of questions before they become rare. */
    static final int BURST = 32;
    /** Rounds of questions in the time of probing, at most. */
    static final int ROUNDS = 8;

    private static final long FIRST = 1_000;
    private static final long LONGEST = 60_000;

    /** A place that was belied is not believed until a time, ms since the epoch; and for how long that was. */
    @AutoValue
    abstract static class Lie {
        abstract long until();

        abstract long penalty();
    }

    /** A place was asked when an attachment was believed; an answer counts as one until the deadline, ms. */
    @AutoValue
    abstract static class Question {
        abstract long sequence();

        abstract long deadline();
    }

    abstract ImmutableMap<ConnectPoint, Lie> lies();

    abstract ImmutableMap<ConnectPoint, Question> asked();

    abstract Optional<Inquiry> inquiry();

    /** When the last round began, ms since the epoch. */
    abstract long lastRound();

    /** By when all rounds so far would have taken place, one in each time of probing, ms since the epoch. */
    abstract long spent();

    /** The last place of the node that nothing has spoken against; others are claims, however many there are. */
    abstract Optional<ConnectPoint> proven();

    abstract Builder toBuilder();

    @AutoValue.Builder
    abstract static class Builder {

        abstract Builder lies(Map<ConnectPoint, Lie> lies);

        abstract Builder asked(Map<ConnectPoint, Question> asked);

        abstract Builder inquiry(Optional<Inquiry> inquiry);

        abstract Builder lastRound(long time);

        abstract Builder spent(long time);

        abstract Builder proven(Optional<ConnectPoint> place);

        abstract Trust build();
    }

    private Trust with(Optional<Inquiry> inquiry) {
        return toBuilder().inquiry(inquiry).build();
    }

    /** When {@link #passed} is to be called next, ms since the epoch. */
    public OptionalLong next() {
        return inquiry().isPresent() ? OptionalLong.of(inquiry().get().next()) : OptionalLong.empty();
    }

    /** Whether it is being found out whether the node is at this place. */
    public boolean isAskingAbout(ConnectPoint place) {
        return inquiry().filter(i -> i.claims().containsKey(place)).isPresent();
    }

    /**
     * The switches lead to where the node was claimed to be: its former places are asked. A place that was found by
     * asking is doubted by the proven one alone: a forger answers, too, and the node would go to and fro.
     *
     * @param probe how long an answer counts, ms
     */
    public Judgement moved(Binding binding, long now, long probe) {
        boolean found = binding.current().trigger() == Trigger.PROBE_REPLY;
        ImmutableSet<ConnectPoint> places = binding.former().stream().map(Attachment::poa)
                .filter(place -> !place.equals(binding.current().poa())
                        && (!found || place.equals(proven(binding, now, probe))))
                .collect(ImmutableSet.toImmutableSet());
        return Judgement.ask(asking(places, binding.sequence(), now, probe), places);
    }

    private Trust asking(Iterable<ConnectPoint> places, long sequence, long now, long probe) {
        Map<ConnectPoint, Question> asked =
                new HashMap<>(Maps.filterValues(asked(), question -> question.deadline() >= now));
        places.forEach(place -> asked.put(place, new AutoValue_Trust_Question(sequence, now + probe)));
        return toBuilder().asked(asked).build();
    }

    /**
     * There is a sign that the node is somewhere.
     *
     * @param known where the node is believed to be; absent for one that is not bound
     * @param probe how long an answer counts, ms
     */
    public Judgement heard(Optional<Binding> known, Evidence evidence, long now, long probe) {
        if (!known.isPresent()) {
            return Judgement.believe(this, asClaim(evidence));
        }
        Binding binding = known.get();
        ConnectPoint place = evidence.poa();
        Trust current = inquiry().filter(i -> i.sequence() != binding.sequence()).isPresent()
                ? with(Optional.empty()) : this;
        if (place.equals(binding.current().poa())) {
            // what ONOS's host service says it has from packets that may be older than the question
            return Judgement.believe(evidence.trigger() == Trigger.HOST_EVENT ? current
                    : current.with(current.inquiry().map(Inquiry::confirm)), evidence);
        }
        ConnectPoint proven = proven(binding, now, probe);
        if (evidence.trigger() == Trigger.NOTICE) {
            return Judgement.believe(current.pardoned(place).with(Optional.empty()).proven(proven), evidence);
        }
        return current.proven(proven).elsewhere(binding, evidence, now, probe);
    }

    private Trust proven(ConnectPoint place) {
        return toBuilder().proven(Optional.of(place)).build();
    }

    /** Who has stayed for long, or whose former places have been given up, is there. */
    private ConnectPoint proven(Binding binding, long now, long probe) {
        Attachment current = binding.current();
        return binding.former().isEmpty() || now - current.since() > 2 * probe ? current.poa()
                : proven().orElse(binding.attachments().get(0).poa());
    }

    private Judgement elsewhere(Binding binding, Evidence evidence, long now, long probe) {
        ConnectPoint place = evidence.poa();
        boolean answer = isAnswer(evidence, now);
        if (evidence.trigger() == Trigger.PROBE_REPLY && isAskingAbout(place)) {
            return Judgement.of(with(inquiry().map(i -> i.answeredAt(place))));
        }
        if (answer && wasThereSinceAsked(binding, place)) {
            return Judgement.of(this);
        }
        if (answer && outweighs(place, binding.current().poa())) {
            return Judgement.believe(contradicted(binding, now, probe), evidence);
        }
        Evidence claim = asClaim(answer ? evidence.at(Math.max(evidence.time(), binding.current().since() + 1))
                : evidence);
        boolean news = claim.time() > binding.current().since();
        // who answers elsewhere is not believed to be back unasked, wherever it was proven to be
        Trust next = answer && news ? belied(ImmutableSet.of(binding.current().poa()), now) : this;
        return news && isDoubted(place, binding, now) ? claimed(binding, claim, now, probe)
                : Judgement.believe(next, claim);
    }

    /** The node has answered at a former place. That may be from before it left: the claimed place is asked, too. */
    private Trust contradicted(Binding binding, long now, long probe) {
        Attachment place = binding.current();
        Evidence claim = asClaim(Evidence.of(binding.node(), ImmutableSet.of(), place.poa(), place.trigger(), now));
        Inquiry inquiry = Inquiry.of(binding.sequence() + 1, Math.max(now, paced(probe))).about(claim);
        return belied(ImmutableSet.of(place.poa()), now).with(Optional.of(inquiry));
    }

    /** Whether an answer from a former place belies the present one: forgers answer, too. */
    private boolean outweighs(ConnectPoint former, ConnectPoint present) {
        return proven().get().equals(former) || !proven().get().equals(present) && !lies().containsKey(former);
    }

    private boolean isAnswer(Evidence evidence, long now) {
        Question question = asked().get(evidence.poa());
        return evidence.trigger() == Trigger.PROBE_REPLY && question != null && now <= question.deadline();
    }

    /** An answer that nobody has asked for, or not there, is ARP like any other. */
    private static Evidence asClaim(Evidence evidence) {
        return evidence.trigger() == Trigger.PROBE_REPLY ? evidence.by(Trigger.ARP) : evidence;
    }

    /** The node has been found at the place since that was asked: it was there, and has left again. */
    private boolean wasThereSinceAsked(Binding binding, ConnectPoint place) {
        return binding.attachments().stream().anyMatch(each -> each.poa().equals(place)
                && each.sequence() > asked().get(place).sequence());
    }

    /** Not where the node was announced; and a node that is known to have left is nowhere to be asked. */
    private boolean isDoubted(ConnectPoint place, Binding binding, long now) {
        return (isAskingAbout(place) || lies().containsKey(place) && lies().get(place).until() > now)
                && !binding.absentSince().isPresent()
                && !binding.expected().filter(expected -> expected.place().poa().equals(place)).isPresent();
    }

    private int patience(ConnectPoint place) {
        long wait = lies().containsKey(place) ? lies().get(place).penalty() : FIRST;
        return Math.min(ROUNDS, 2 + LongMath.log2(wait / FIRST, RoundingMode.FLOOR));
    }

    private Trust belied(Iterable<ConnectPoint> places, long now) {
        Map<ConnectPoint, Lie> lies = new HashMap<>(Maps.filterValues(lies(), lie -> lie.until() + LONGEST > now));
        places.forEach(place -> {
            Lie before = lies.get(place);
            long wait = before == null ? FIRST : Math.min(LONGEST, before.penalty() * 2);
            lies.put(place, new AutoValue_Trust_Lie(now + wait, wait));
        });
        return toBuilder().lies(lies).build();
    }

    private Trust pardoned(ConnectPoint place) {
        return toBuilder().lies(Maps.filterKeys(lies(), each -> !each.equals(place))).build();
    }

    private Judgement claimed(Binding binding, Evidence claim, long now, long probe) {
        Inquiry before = inquiry().orElseGet(() -> Inquiry.of(binding.sequence(), Math.max(now, paced(probe))));
        Inquiry after = before.claimed(claim);
        Trust trust = with(Optional.of(after));
        if (!after.asking()) {
            return trust.passed(binding, now, probe);
        }
        return before.claims().keySet().equals(after.claims().keySet()) ? Judgement.of(trust)
                : Judgement.ask(trust, ImmutableSet.of(claim.poa()));
    }

    /** When the next round may begin, ms since the epoch. */
    private long paced(long probe) {
        return Math.max(lastRound() + probe / ROUNDS, spent() - BURST * probe);
    }

    /** Time has gone by. */
    public Judgement passed(Binding binding, long now, long probe) {
        if (!inquiry().isPresent() || inquiry().get().next() > now) {
            return Judgement.of(this);
        }
        Inquiry open = inquiry().get();
        if (open.sequence() != binding.sequence()) {
            return Judgement.of(with(Optional.empty()));
        }
        switch (open.asking() ? open.outcome(this::patience) : Inquiry.Outcome.OPEN) {
            case MOVED:
                Evidence found = open.proven(now).get();
                return Judgement.believe(with(Optional.empty()).proven(found.poa()), found);
            case STAYS:
                return open.contested()
                        ? Judgement.belie(belied(open.places(), now).with(Optional.empty()), open.places())
                        : Judgement.of(with(Optional.empty()));
            case NOWHERE:
                return Judgement.of(with(Optional.empty()));
            default:
                return round(binding, open, now, probe);
        }
    }

    private Judgement round(Binding binding, Inquiry open, long now, long probe) {
        ConnectPoint believed = binding.current().poa();
        Trust trust = asking(ImmutableSet.of(believed), binding.sequence(), now, probe).toBuilder()
                .lastRound(now).spent(Math.max(spent(), now) + probe).build();
        return Judgement.ask(trust.with(Optional.of(open.nextRound(trust.paced(probe)))),
                Iterables.concat(ImmutableSet.of(believed), open.places()));
    }
}
