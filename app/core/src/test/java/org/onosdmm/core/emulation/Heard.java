/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.emulation;

import org.onlab.packet.IpAddress;
import org.onosdmm.dataplane.Frame;

import java.nio.charset.StandardCharsets;

/** A frame that a host or a router has heard. */
public final class Heard {
    private final long time;
    private final int edge;
    private final Frame frame;

    Heard(long time, int edge, Frame frame) {
        this.time = time;
        this.edge = edge;
        this.frame = frame;
    }

    /** When, us. */
    public long time() {
        return time;
    }

    /** By which edge it came: the number of the uplink for a router, 0 for a host. */
    public int edge() {
        return edge;
    }

    /** The frame. */
    public Frame frame() {
        return frame;
    }

    /** What it carries. */
    public String text() {
        return new String(frame.payload(), StandardCharsets.UTF_8);
    }

    /** The sender's address. */
    public IpAddress from() {
        return frame.ipSrc().get();
    }

    /** The receiver's address. */
    public IpAddress to() {
        return frame.ipDst().get();
    }

    @Override
    public String toString() {
        return frame + (edge == 0 ? "" : " by edge " + edge);
    }
}
