/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.onlab.packet.MacAddress;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** A host that records what arrives for it: frames to its own MAC address, broadcast and multicast. */
public final class TestHost {
    private final String name;
    private final MacAddress mac;
    private final List<Frame> received = new ArrayList<>();
    private final List<Frame> ignored = new ArrayList<>();
    private Consumer<Frame> listener = frame -> { };

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
    boolean offer(Frame frame) {
        MacAddress to = frame.ethDst();
        boolean mine = to.equals(mac) || to.isBroadcast() || to.isMulticast();
        Frame kept = frame.withoutHeaders();
        (mine ? received : ignored).add(kept);
        if (mine) {
            listener.accept(kept);
        }
        return mine;
    }

    /** What arrived for it, in order. */
    public List<Frame> received() {
        return Collections.unmodifiableList(received);
    }

    /** What came to its port and was addressed to another. */
    public List<Frame> ignored() {
        return Collections.unmodifiableList(ignored);
    }

    /** Called with every frame that it takes. */
    public void onReceive(Consumer<Frame> action) {
        listener = action;
    }

    /** Forgets what has arrived. */
    public void clear() {
        received.clear();
        ignored.clear();
    }

    @Override
    public String toString() {
        return name;
    }
}
