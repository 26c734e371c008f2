/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.events;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onosdmm.api.DmmException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What clients get of the events, from the beginning, after a pause, and too late. */
class EventCursorTest {

    private static final Set<EventType> ALL = EnumSet.allOf(EventType.class);

    private final EventRing ring = new EventRing("e1", 8, 10_000);

    @Test
    void aNewClientHearsWhatComesFromNowOn() {
        ring.append(EventType.FLOW, "{\"id\":0}");
        EventCursor cursor = open();
        assertEquals(List.of("retry: 2000\nid: e1-1\n\n"), drain(cursor));
        ring.append(EventType.HANDOVER, "{\"id\":1}");
        ring.append(EventType.BINDING, "{\"id\":2}");
        assertEquals(List.of("id: e1-2\nevent: handover\ndata: {\"id\":1}\n\n",
                "id: e1-3\nevent: binding\ndata: {\"id\":2}\n\n"), drain(cursor));
        assertEquals(List.of(), drain(cursor));
    }

    @Test
    void whoComesBackGoesOnWhereItWas() {
        append(1, 2, 3);
        EventCursor cursor = EventCursor.open(ring, ALL, Optional.of(EventId.parse("e1-1")));
        assertEquals(List.of("e1-1", "e1-2", "e1-3"), ids(drain(cursor)));
    }

    @Test
    void onlyTheTypesThatAreAskedFor() {
        EventCursor cursor = EventCursor.open(ring, EventType.parse("handover, policy"), Optional.empty());
        ring.append(EventType.FLOW, "{}");
        ring.append(EventType.POLICY, "{}");
        ring.append(EventType.ANCHOR, "{}");
        assertEquals(List.of("e1-0", "e1-2"), ids(drain(cursor)));
    }

    @Test
    void eventsThatAreNotWantedDoNotMakeAClientSlow() {
        EventCursor cursor = EventCursor.open(ring, EnumSet.of(EventType.POLICY), Optional.empty());
        drain(cursor);
        for (int i = 0; i < 100; i++) {
            append(i);
            assertEquals(List.of(), drain(cursor));
        }
        assertEquals(": alive\nid: e1-100\n\n", text(cursor.alive()), "it can come back there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"e0-3", "e1-99", "e1-1"})
    void whatIsNotKnownAnyMoreIsSaid(String since) {
        append(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        EventCursor cursor = EventCursor.open(ring, ALL, Optional.of(EventId.parse(since)));
        append(11);
        List<String> got = drain(cursor);
        assertEquals("retry: 2000\nid: e1-10\nevent: reset\n"
                + "data: {\"reason\":\"events after " + since + " are not known any more\"}\n\n", got.get(0));
        assertEquals(List.of("e1-10", "e1-11"), ids(got));
        assertFalse(cursor.isOver());
    }

    @Test
    void theOldestThatIsKnownIsEnough() {
        append(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        EventCursor cursor = EventCursor.open(ring, ALL, Optional.of(EventId.parse("e1-2")));
        assertEquals(9, drain(cursor).size());
    }

    @Test
    void aSlowClientIsToldSoAndThatIsTheEnd() {
        EventCursor cursor = open();
        drain(cursor);
        append(1, 2, 3, 4, 5, 6, 7, 8);
        assertEquals("e1-1", ids(List.of(text(cursor.next().get()))).get(0), "it may be as slow as the ring is long");
        append(9, 10);
        List<String> last = drain(cursor);
        assertEquals(List.of("retry: 2000\nid: e1-10\nevent: reset\n"
                + "data: {\"reason\":\"the client was too slow\"}\n\n"),
                last);
        assertTrue(cursor.isOver());
        append(11);
        assertEquals(List.of(), drain(cursor));
    }

    @Test
    void theRingIsBoundedBySizeToo() {
        EventCursor cursor = open();
        String large = "{\"x\":\"" + "x".repeat(4_000) + "\"}";
        for (int i = 0; i < 3; i++) {
            ring.append(EventType.FLOW, large);
        }
        drain(cursor);
        assertTrue(cursor.isOver(), "two of them are all that fits");
        ring.append(EventType.FLOW, "{\"x\":\"" + "x".repeat(40_000) + "\"}");
        assertEquals(List.of("e1-3", "e1-4"), ids(drain(EventCursor.open(ring, ALL,
                Optional.of(EventId.parse("e1-3"))))), "the newest is kept whatever its size");
    }

    @Test
    void clientsOfAnySpeedHearEverythingInOrderOrAreToldThatTheyDidNot() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            EventRing some = new EventRing("r", 1 + random.nextInt(20), 1 + random.nextInt(1_000));
            EventCursor cursor = EventCursor.open(some, ALL, Optional.empty());
            List<String> heard = new ArrayList<>();
            int sent = 0;
            for (int step = 0; step < 300; step++) {
                if (random.nextInt(3) > 0) {
                    some.append(EventType.values()[random.nextInt(5)], "{}");
                    sent++;
                } else {
                    cursor.next().map(EventCursorTest::text).ifPresent(heard::add);
                }
            }
            heard.addAll(drain(cursor));
            boolean cut = heard.get(heard.size() - 1).contains("event: reset");
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < heard.size() - (cut ? 1 : 0); i++) {
                expected.add("r-" + i);
            }
            assertEquals(cut, cursor.isOver(), "seed " + seed);
            assertEquals(expected, ids(heard).subList(0, expected.size()), "seed " + seed);
            assertTrue(cut || heard.size() == sent + 1, "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "e1-", "-7", "e1-x", "e1--1", "e1-1\nevent: x", "E1-1", "e1-9999999999999999999"})
    void anIdThatIsNoneIsRefused(String text) {
        DmmException refusal = assertThrows(DmmException.class, () -> EventId.parse(text));
        assertEquals("since", refusal.field());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "flows", "flow,", "FLOW", "reset"})
    void aTypeThatIsNoneIsRefused(String text) {
        DmmException refusal = assertThrows(DmmException.class, () -> EventType.parse(text));
        assertEquals("types", refusal.field());
    }

    private EventCursor open() {
        return EventCursor.open(ring, ALL, Optional.empty());
    }

    private void append(int... ids) {
        for (int id : ids) {
            ring.append(EventType.FLOW, "{\"id\":" + id + "}");
        }
    }

    private static List<String> drain(EventCursor cursor) {
        List<String> all = new ArrayList<>();
        for (Optional<byte[]> next = cursor.next(); next.isPresent(); next = cursor.next()) {
            all.add(text(next.get()));
        }
        return all;
    }

    private static List<String> ids(List<String> texts) {
        return texts.stream().map(text -> text.replaceAll("(?s).*id: ([^\n]*)\n.*", "$1")).collect(toList());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
