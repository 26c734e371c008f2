/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.link;

import org.junit.jupiter.api.Test;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;
import org.onosproject.net.LinkKey;
import org.onosproject.net.PortNumber;

import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LinkAgesTest {

    private static final ConnectPoint A = place("of:0000000000000001");
    private static final ConnectPoint B = place("of:0000000000000002");
    private static final ConnectPoint C = place("of:0000000000000003");

    private final LinkAges ages = new LinkAges();

    private static ConnectPoint place(String device) {
        return new ConnectPoint(DeviceId.deviceId(device), PortNumber.portNumber(1));
    }

    private static long seconds(long seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }

    @Test
    void theFirstProbeIsNews() {
        LinkKey link = LinkKey.linkKey(A, B);
        assertFalse(ages.isAlive(link));
        assertTrue(ages.seen(link, 0));
        assertFalse(ages.seen(link, 1));
        assertTrue(ages.isAlive(link));
        assertFalse(ages.isAlive(LinkKey.linkKey(B, A)), "the other way is another link");
    }

    @Test
    void aLinkGrowsStaleOnce() {
        LinkKey link = LinkKey.linkKey(A, B);
        ages.seen(link, 0);
        assertEquals(List.of(), ages.stale(seconds(10)));
        assertEquals(List.of(link), ages.stale(seconds(11)));
        assertEquals(List.of(), ages.stale(seconds(12)));
    }

    @Test
    void aProbeKeepsALinkFresh() {
        LinkKey link = LinkKey.linkKey(A, B);
        ages.seen(link, 0);
        ages.seen(link, seconds(9));
        assertEquals(List.of(), ages.stale(seconds(15)));
    }

    @Test
    void aPortOrSwitchThatGoesTakesItsLinksAlong() {
        ages.seen(LinkKey.linkKey(A, B), 0);
        ages.seen(LinkKey.linkKey(B, C), 0);
        ages.forget(A);
        assertEquals(List.of(LinkKey.linkKey(B, C)), ages.stale(seconds(11)));
        ages.seen(LinkKey.linkKey(A, B), 0);
        ages.seen(LinkKey.linkKey(B, C), 0);
        ages.forget(C.deviceId());
        assertEquals(List.of(LinkKey.linkKey(A, B)), ages.stale(seconds(11)));
    }
}
