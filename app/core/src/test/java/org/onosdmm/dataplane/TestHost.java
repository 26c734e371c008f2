/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.onlab.packet.MacAddress;

import java.util.ArrayList;
import java.util.List;

/** A host that records what arrives for it: frames to its own MAC address, broadcast and multicast. */
public final class TestHost {
    private final String name;
    private final MacAddress mac;
    private final List<Frame> received = new ArrayList<>();
    private final List<Frame> ignored = new ArrayList<>();

    private TestHost(String name, MacAddress mac) {
        this.name = name;
        this.mac = mac;
    }

    /** A host. */
    public static TestHost of(String name, MacAddress mac) {
        return new TestHost(name, mac);
    }

    /** Its name, for messages. */
    public String name() {
        return name;
    }

    /** Its MAC address. */
    public MacAddress mac() {
        return mac;
    }

    /** True if it took the frame. */
    synchronized boolean offer(Frame frame) {
        MacAddress to = frame.ethDst();
        boolean mine = to.equals(mac) || to.isBroadcast() || to.isMulticast();
        (mine ? received : ignored).add(frame.withoutHeaders());
        return mine;
    }

    /** What arrived for it, in order. */
    public synchronized List<Frame> received() {
        return List.copyOf(received);
    }

    /** What came to its port and was addressed to another. */
    public synchronized List<Frame> ignored() {
        return List.copyOf(ignored);
    }

    /** Forgets what has arrived. */
    public synchronized void clear() {
        received.clear();
        ignored.clear();
    }

    @Override
    public String toString() {
        return name;
    }
}
