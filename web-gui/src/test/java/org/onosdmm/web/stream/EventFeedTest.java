/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.onosdmm.api.MobilityListener;
import org.onosdmm.view.example.ExampleService;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The feed of changes, without a client. */
@Timeout(60)
class EventFeedTest {

    private final List<MobilityListener> removed = new CopyOnWriteArrayList<>();
    private final EventFeed feed = new EventFeed();

    @Test
    void whereNobodyListensNothingIsUnregistered() throws InterruptedException {
        feed.mobility = new ExampleService() {
            @Override
            public void removeListener(MobilityListener listener) {
                removed.add(listener);
            }
        };
        feed.activate();
        feed.deactivate();
        while (Thread.getAllStackTraces().keySet().stream().anyMatch(t -> t.getName().contains("dmm-events"))) {
            Thread.sleep(10);
        }
        assertEquals(List.of(), removed, "ONOS warns of it");
    }
}
