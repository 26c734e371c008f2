/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.link;

import com.google.common.collect.ImmutableList;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;
import org.onosproject.net.LinkKey;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Remembers when a probe last came across each link. */
final class LinkAges {

    private static final long MAX_AGE_NANOS = TimeUnit.SECONDS.toNanos(10); // as in a stock ONOS

    private final Map<LinkKey, Long> lastSeen = new ConcurrentHashMap<>();

    /** A probe has come across. True if it is the first one across this link. */
    boolean seen(LinkKey link, long now) {
        return lastSeen.put(link, now) == null;
    }

    /** True if probes come across this link. */
    boolean isAlive(LinkKey link) {
        return lastSeen.containsKey(link);
    }

    /** The links that no probe has come across for too long; they are forgotten. */
    List<LinkKey> stale(long now) {
        ImmutableList.Builder<LinkKey> stale = ImmutableList.builder();
        lastSeen.forEach((link, seen) -> {
            if (now - seen > MAX_AGE_NANOS && lastSeen.remove(link, seen)) {
                stale.add(link);
            }
        });
        return stale.build();
    }

    /** A port is down. */
    void forget(ConnectPoint port) {
        lastSeen.keySet().removeIf(link -> link.src().equals(port) || link.dst().equals(port));
    }

    /** A switch is gone. */
    void forget(DeviceId device) {
        lastSeen.keySet().removeIf(link ->
                link.src().deviceId().equals(device) || link.dst().deviceId().equals(device));
    }
}
