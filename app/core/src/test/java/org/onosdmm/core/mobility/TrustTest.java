/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.mobility;

import org.junit.jupiter.api.Test;
import org.onosdmm.api.Attachment;
import org.onosdmm.api.Binding;
import org.onosdmm.api.Expected;
import org.onosdmm.api.Trigger;
import org.onosproject.net.ConnectPoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onosdmm.core.mobility.Samples.access;

/** Whom to believe. */
class TrustTest {
    private static final long PROBE = 1_000;
    private static final long ROUND = PROBE / Trust.ROUNDS;
    private static final long T = 100_000;

    private Trust trust = Trust.FULL;
    private Judgement last;
    /** When the last of the places of a node was claimed. */
    private long base = T;

    private Judgement take(Judgement judgement) {
        trust = judgement.trust();
        last = judgement;
        return judgement;
    }

    private Judgement heard(Binding binding, Trigger trigger, int edge, long time) {
        return take(trust.heard(Optional.of(binding), Samples.sign(trigger, access(edge), time), time, PROBE));
    }

    private boolean believes(Binding binding, Trigger trigger, int edge, long time) {
        return heard(binding, trigger, edge, time).believed().isPresent();
    }

    private Judgement passed(Binding binding, long time) {
        return take(trust.passed(binding, time, PROBE));
    }

    private Set<ConnectPoint> asked(Binding binding, long now) {
        return take(trust.moved(binding, now, PROBE)).ask();
    }

    /** A node that has been at the first edge for long, and at each of the others for a moment. */
    private Binding at(int... edges) {
        return walked(edges, Trigger.ARP);
    }

    /** The same; where it is now it has answered. */
    private Binding found(int... edges) {
        return walked(edges, Trigger.PROBE_REPLY);
    }

    private Binding walked(int[] edges, Trigger trigger) {
        List<Attachment> places = new ArrayList<>();
        for (int i = 0; i < edges.length; i++) {
            Attachment one = Samples.place(i + 1, edges[i]);
            places.add(Attachment.of(one.sequence(), one.edge(), one.poa(), one.locator(),
                    i == 0 ? 0 : base - 10 * (edges.length - i), trigger));
        }
        return Samples.walked(edges).binding().toBuilder().attachments(places).build();
    }

    /** The node was claimed to be at an edge, answered at edge 1, and then nowhere but there. */
    private void lie(int edge, long time) {
        base = time;
        Binding claimed = at(1, edge);
        asked(claimed, time);
        assertTrue(believes(claimed, Trigger.PROBE_REPLY, 1, time));
        round(found(1, edge, 1), time, 1);
        passed(found(1, edge, 1), time + ROUND);
    }

    /** A round begins, and the node answers at these edges. */
    private void round(Binding binding, long time, int... answers) {
        passed(binding, time);
        for (int edge : answers) {
            heard(binding, Trigger.PROBE_REPLY, edge, time + 5);
        }
    }

    @Test
    void aNewPlaceIsBelievedAtFirst() {
        assertTrue(trust.heard(Optional.empty(), Samples.sign(Trigger.PROBE_REPLY, access(2), T), T, PROBE)
                .believed().filter(e -> e.trigger() == Trigger.ARP).isPresent());
        assertTrue(believes(at(1), Trigger.ARP, 2, T));
    }

    @Test
    void everyFormerPlaceIsAskedOnceAndNotThePresentOne() {
        assertEquals(Set.of(access(1), access(2)), asked(at(1, 2, 1, 3), T));
        assertEquals(Set.of(access(2)), asked(at(1, 2, 1), T));
        assertEquals(Set.of(access(1)), asked(found(1, 2, 3), T), "found by asking: the proven place is asked");
        assertEquals(Set.of(), asked(found(1, 2, 1), T));
    }

    @Test
    void onlyAnAnswerThatWasAskedForIsOne() {
        heard(at(1, 2), Trigger.PROBE_REPLY, 1, T);
        assertEquals(Trigger.ARP, last.believed().get().trigger());
        asked(at(1, 2), T);
        heard(at(1, 2), Trigger.PROBE_REPLY, 3, T + 500);
        assertEquals(Trigger.ARP, last.believed().get().trigger(), "not asked there");
        heard(at(1, 2), Trigger.PROBE_REPLY, 1, T + PROBE + 1);
        assertEquals(Trigger.ARP, last.believed().get().trigger(), "too late");
        heard(at(1, 2), Trigger.PROBE_REPLY, 1, T + PROBE);
        assertEquals(Trigger.PROBE_REPLY, last.believed().get().trigger());
    }

    @Test
    void aPlaceThatWasBeliedIsNotTakenAtItsWordForASecond() {
        lie(2, T);
        assertFalse(believes(found(1, 2, 1), Trigger.ARP, 2, T + 999));
        assertTrue(believes(found(1, 2, 1), Trigger.ARP, 3, T + 500), "others are");
        assertTrue(believes(found(1, 2, 1), Trigger.ARP, 1, T + 500), "and so is where it is");
    }

    @Test
    void afterThatItIsAgain() {
        lie(2, T);
        assertTrue(believes(found(1, 2, 1), Trigger.ARP, 2, T + 1_000));
    }

    @Test
    void thenTwiceAsLongEachTimeAMinuteAtMost() {
        long time = T;
        long wait = 1_000;
        for (int i = 0; i < 20; i++) {
            lie(2, time);
            Trust before = trust;
            assertFalse(believes(found(1, 2, 1), Trigger.ARP, 2, time + wait - 1), "lie " + i);
            trust = before;
            assertTrue(believes(found(1, 2, 1), Trigger.ARP, 2, time + wait), "lie " + i);
            time += wait;
            wait = Math.min(60_000, wait * 2);
        }
    }

    @Test
    void aClaimThatIsDoubtedIsAskedAboutAtBothPlaces() {
        lie(2, T);
        heard(found(1, 2, 1), Trigger.ARP, 2, T + 500);
        assertEquals(Set.of(access(1), access(2)), last.ask());
        assertTrue(trust.isAskingAbout(access(2)));
        heard(found(1, 2, 1), Trigger.PROBE_REPLY, 1, T + 505);
        passed(found(1, 2, 1), T + 500 + ROUND);
        assertEquals(Set.of(access(2)), last.belied());
        assertFalse(trust.isAskingAbout(access(2)));
        assertFalse(believes(found(1, 2, 1), Trigger.ARP, 2, T + 500 + ROUND + 1_999), "that was one more lie");
    }

    @Test
    void theNodeGoesWhereItAnswersIfItIsSilentWhereItWas() {
        lie(2, T);
        heard(found(1, 2, 1), Trigger.ARP, 2, T + 500);
        heard(found(1, 2, 1), Trigger.PROBE_REPLY, 2, T + 505);
        passed(found(1, 2, 1), T + 500 + ROUND);
        assertFalse(last.believed().isPresent(), "one question may get lost");
        assertEquals(Set.of(access(1), access(2)), last.ask());
        passed(found(1, 2, 1), T + 500 + 2 * ROUND);
        assertEquals(access(2), last.believed().get().poa());
        assertEquals(Trigger.ARP, last.believed().get().trigger(), "so it is provisional");
        assertEquals(T + 500 + 2 * ROUND, last.believed().get().time());
    }

    @Test
    void theMoreItLiedTheLongerTheOtherPlaceHasToBeSilent() {
        long time = T;
        for (int lie = 0; lie < 9; lie++) {
            lie(2, time);
            Trust before = trust;
            time += ROUND;
            heard(found(1, 2, 1), Trigger.ARP, 2, time);
            int rounds = 0;
            while (rounds < 20 && !last.believed().isPresent()) {
                heard(found(1, 2, 1), Trigger.PROBE_REPLY, 2, time + 5);
                time += ROUND;
                rounds++;
                passed(found(1, 2, 1), time);
            }
            assertEquals(Math.min(2 + lie, 7), rounds, "lie " + lie);
            trust = before;
            time += 60_000;
        }
    }

    @Test
    void whoeverAnswersBesideItWaits() {
        lie(2, T);
        heard(found(1, 2, 1), Trigger.ARP, 2, T + 500);
        long time = T + 500;
        for (int i = 0; i < Inquiry.HOPELESS; i++) {
            heard(found(1, 2, 1), Trigger.PROBE_REPLY, 2, time + 1);
            heard(found(1, 2, 1), Trigger.PROBE_REPLY, 1, time + 90);
            time += ROUND;
            passed(found(1, 2, 1), time);
        }
        assertEquals(Set.of(access(2)), last.belied());
    }

    @Test
    void anAnswerFromAPlaceThatWasOnlyClaimedBeliesNobody() {
        asked(at(1, 2, 3), T);
        heard(at(1, 2, 3), Trigger.PROBE_REPLY, 1, T + 5);
        assertEquals(Trigger.PROBE_REPLY, last.believed().get().trigger());
        heard(found(1, 2, 3, 1), Trigger.PROBE_REPLY, 2, T + 6);
        assertEquals(Trigger.ARP, last.believed().get().trigger(), "it is one more claim");
        assertEquals(Set.of(access(1)), asked(found(1, 2, 3, 2), T + 10), "it is asked at the proven one");
    }

    @Test
    void anAnswerThatWasUnderWayDoesNotDecide() {
        lie(2, T);
        heard(found(1, 2, 1), Trigger.ARP, 2, T + 500);
        heard(found(1, 2, 1), Trigger.PROBE_REPLY, 1, T + 501);
        heard(found(1, 2, 1), Trigger.PROBE_REPLY, 2, T + 505);
        for (int i = 1; i <= 3; i++) {
            passed(found(1, 2, 1), T + 500 + i * ROUND);
            if (i < 3) {
                heard(found(1, 2, 1), Trigger.PROBE_REPLY, 2, T + 505 + i * ROUND);
            }
        }
        assertEquals(access(2), last.believed().get().poa());
    }

    @Test
    void anAnswerThatContradictsTheClaimIsClearedUpAtOnce() {
        asked(at(1, 2), T);
        assertTrue(believes(at(1, 2), Trigger.PROBE_REPLY, 1, T + 5), "it may be from before the node left");
        Binding back = found(1, 2, 1);
        passed(back, T + 5);
        assertEquals(Set.of(access(1), access(2)), last.ask());
        heard(back, Trigger.PROBE_REPLY, 2, T + 10);
        passed(back, T + 5 + ROUND);
        heard(back, Trigger.PROBE_REPLY, 2, T + 10 + ROUND);
        passed(back, T + 5 + 2 * ROUND);
        assertEquals(access(2), last.believed().get().poa());
    }

    @Test
    void anAnswerOfANodeThatWasThereSinceAndHasLeftAgainBeliesNobody() {
        asked(at(1, 2), T);
        Binding again = at(1, 2, 1, 2);
        assertFalse(believes(again, Trigger.PROBE_REPLY, 1, T + 5), "it is late");
        asked(again, T + 10);
        assertTrue(believes(again, Trigger.PROBE_REPLY, 1, T + 15), "asked once more");
        assertFalse(believes(at(1, 2, 1, 2, 1), Trigger.ARP, 2, T + 16));
    }

    @Test
    void anAnswerFromThePresentPlaceBeliesNobody() {
        assertTrue(believes(at(1, 2), Trigger.PROBE_REPLY, 2, T));
        assertTrue(believes(at(1), Trigger.ARP, 2, T + 1));
    }

    @Test
    void anAnswerFromAPlaceThatLiedIsAClaim() {
        lie(2, T);
        Binding gone = at(1, 2, 1, 3);
        asked(gone, T + 500);
        assertFalse(believes(gone, Trigger.PROBE_REPLY, 2, T + 505));
        assertEquals(Set.of(access(2), access(3)), last.ask());
    }

    @Test
    void theAccessNetworkIsBelieved() {
        lie(2, T);
        assertTrue(believes(found(1, 2, 1), Trigger.NOTICE, 2, T + 500));
        assertTrue(believes(found(1, 2, 1), Trigger.ARP, 2, T + 501), "its word is good for others");
    }

    @Test
    void whereTheNodeWasAnnouncedItIsBelieved() {
        lie(2, T);
        Binding announced = found(1, 2, 1).toBuilder()
                .expected(Optional.of(Expected.of(Samples.place(4, 2), T + 900))).build();
        assertTrue(believes(announced, Trigger.ARP, 2, T + 500));
    }

    @Test
    void whoIsKnownToHaveLeftIsNotAskedForThere() {
        lie(2, T);
        Binding absent = found(1, 2, 1).toBuilder().absentSince(Optional.of(T + 400)).build();
        assertTrue(believes(absent, Trigger.ARP, 2, T + 500));
    }

    @Test
    void evidenceThatIsOlderThanTheBindingAsksNobody() {
        lie(2, T);
        take(trust.heard(Optional.of(found(1, 2, 1)), Samples.sign(Trigger.ARP, access(2), T - 100), T + 500, PROBE));
        assertEquals(Set.of(), last.ask());
    }

    @Test
    void aFloodOfClaimsIsAskedAboutAtABoundedRate() {
        lie(2, T);
        int rounds = 0;
        for (long ms = 1; ms <= 60_000; ms++) {
            rounds += passed(found(1, 2, 1), T + ROUND + ms).ask().isEmpty() ? 0 : 1;
            heard(found(1, 2, 1), Trigger.ARP, 2, T + ROUND + ms);
            rounds += last.ask().isEmpty() ? 0 : 1;
            if (!last.ask().isEmpty()) {
                heard(found(1, 2, 1), Trigger.PROBE_REPLY, 1, T + ROUND + ms);
            }
            assertFalse(last.believed().filter(e -> e.poa().equals(access(2))).isPresent());
        }
        assertTrue(rounds <= Trust.BURST + 60 && rounds > 50, rounds + " rounds in a minute");
    }
}
