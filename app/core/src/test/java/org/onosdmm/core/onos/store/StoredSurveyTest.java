/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.store;

import org.junit.jupiter.api.Test;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.core.path.Connection;
import org.onosproject.net.ConnectPoint;
import org.onosproject.store.service.AsyncConsistentMapAdapter;
import org.onosproject.store.service.Versioned;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Links and routers outlive the instance that found them. */
class StoredSurveyTest {

    /** A map of text that can fail, and counts what is written. */
    private static final class TextMap extends AsyncConsistentMapAdapter<String, String> {
        private final Map<String, String> content = new TreeMap<>();
        private int writes;
        private boolean failing;

        @Override
        public CompletableFuture<Versioned<String>> put(String key, String value) {
            return write(() -> content.put(key, value));
        }

        @Override
        public CompletableFuture<Versioned<String>> remove(String key) {
            return write(() -> content.remove(key));
        }

        private CompletableFuture<Versioned<String>> write(Runnable change) {
            if (failing) {
                return CompletableFuture.failedFuture(new IllegalStateException("no store"));
            }
            writes++;
            change.run();
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<Set<Map.Entry<String, Versioned<String>>>> entrySet() {
            return CompletableFuture.completedFuture(content.entrySet().stream()
                    .map(e -> Map.entry(e.getKey(), new Versioned<>(e.getValue(), 1))).collect(Collectors.toSet()));
        }
    }

    private static final Connection ONE = link("of:0000000000000001/1", "of:0000000000000011/1");
    private static final Connection TWO = link("of:0000000000000011/1", "of:0000000000000001/1");
    private static final Map<AnchorId, MacAddress> ROUTERS =
            Map.of(AnchorId.of("edge1"), MacAddress.valueOf("02:00:00:00:00:01"));

    private static final Map<AnchorId, MacAddress> ROUTERS6 =
            Map.of(AnchorId.of("edge1"), MacAddress.valueOf("02:00:00:00:00:06"));

    private final TextMap links = new TextMap();
    private final TextMap routers = new TextMap();
    private final TextMap routers6 = new TextMap();
    private final StoredSurvey survey = new StoredSurvey(links, routers, routers6);

    private static Connection link(String from, String to) {
        return Connection.of(ConnectPoint.deviceConnectPoint(from), ConnectPoint.deviceConnectPoint(to));
    }

    private void assertStored(Set<Connection> expected) {
        StoredSurvey other = new StoredSurvey(links, routers, routers6);
        assertEquals(expected, other.links());
        assertEquals(ROUTERS, other.routers());
        assertEquals(ROUTERS6, other.routers6());
    }

    @Test
    void whatOneInstanceKeepsTheNextOneReads() {
        survey.keep(Set.of(ONE, TWO), ROUTERS, ROUTERS6);
        assertStored(Set.of(ONE, TWO));
        survey.keep(Set.of(TWO), ROUTERS, ROUTERS6);
        assertStored(Set.of(TWO));
    }

    @Test
    void onlyWhatHasChangedIsWritten() {
        survey.keep(Set.of(ONE), ROUTERS, ROUTERS6);
        survey.keep(Set.of(ONE), ROUTERS, ROUTERS6);
        survey.keep(Set.of(ONE, TWO), ROUTERS, ROUTERS6);
        assertEquals(2, links.writes);
        assertEquals(1, routers.writes);
        StoredSurvey next = new StoredSurvey(links, routers, routers6);
        next.links();
        next.routers();
        next.keep(Set.of(ONE, TWO), ROUTERS, ROUTERS6);
        assertEquals(2, links.writes);
    }

    @Test
    void aLinkThatLeadsElsewhereNowReplacesTheOldOne() {
        Connection moved = link("of:0000000000000001/1", "of:0000000000000012/1");
        survey.keep(Set.of(ONE), ROUTERS, ROUTERS6);
        survey.keep(Set.of(moved), ROUTERS, ROUTERS6);
        assertStored(Set.of(moved));
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenWithTheNextChange() {
        links.failing = true;
        survey.keep(Set.of(ONE), ROUTERS, ROUTERS6);
        links.failing = false;
        survey.keep(Set.of(ONE, TWO), ROUTERS, ROUTERS6);
        assertStored(Set.of(ONE, TWO));
    }

    @Test
    void onceTheSwitchesHoldNothingNoLinkIsLeftNorWritten() {
        survey.keep(Set.of(ONE, TWO), ROUTERS, ROUTERS6);
        survey.close();
        survey.keep(Set.of(ONE), ROUTERS, ROUTERS6);
        assertStored(Set.of());
    }
}
