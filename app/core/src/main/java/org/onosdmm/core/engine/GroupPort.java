/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import com.google.common.collect.ImmutableSortedMap;
import org.onosdmm.core.model.PathGroup;
import org.onosproject.net.DeviceId;

import java.util.function.Consumer;

/**
 * The groups of this app at the switches, as the engine sees them. Nothing that it is asked to do says when it is done:
 * the listener is called whenever it is worth to look again.
 */
public interface GroupPort {

    /** What has become of a group. */
    enum Status {
        /** It has been asked for. */
        ASKED,
        /** The switch has reported it since it was connected. */
        CONFIRMED,
        /** It is being removed. */
        LEAVING
    }

    /** The groups of this app at a switch that is connected, by number. */
    ImmutableSortedMap<Integer, Status> at(DeviceId device);

    /** Asks for a group. */
    void add(PathGroup group);

    /** Has a group removed. */
    void remove(DeviceId device, int group);

    /** A switch went or came: what it has confirmed before counts no more. */
    void forget(DeviceId device);

    /** Called with the switch whose groups have changed. */
    void addListener(Consumer<DeviceId> listener);
}
