/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view;

import org.onosdmm.api.DmmException;
import org.onosdmm.api.InterventionService;
import org.onosdmm.api.MobileNodeId;
import org.onosproject.net.DeviceId;

import java.util.function.ToIntFunction;

/**
 * What is to be told again, as a user writes it: nothing for all switches, a switch, or a node.
 */
public final class ResyncTarget {

    private static final String OPENFLOW = "of:";

    private final String words;
    private final ToIntFunction<InterventionService> resync;

    private ResyncTarget(String words, ToIntFunction<InterventionService> resync) {
        this.words = words;
        this.resync = resync;
    }

    /**
     * Reads a target; null stands for all switches.
     *
     * @throws DmmException of kind INVALID if the text is neither the id of a switch nor a MAC address
     */
    public static ResyncTarget parse(String text) {
        if (text == null) {
            return new ResyncTarget("to all switches", InterventionService::resync);
        }
        if (text.startsWith(OPENFLOW)) {
            DeviceId device = device(text);
            return new ResyncTarget("to " + text, service -> service.resync(device));
        }
        MobileNodeId node = node(text);
        return new ResyncTarget("for " + text, service -> service.resync(node));
    }

    private static DeviceId device(String text) {
        try {
            return DeviceId.deviceId(text);
        } catch (IllegalArgumentException e) {
            throw wrong(text);
        }
    }

    private static MobileNodeId node(String text) {
        try {
            return MobileNodeId.parse(text);
        } catch (DmmException e) {
            throw wrong(text);
        }
    }

    private static DmmException wrong(String text) {
        return DmmException.invalid("target", text, "is neither the id of a switch, such as of:0000000000000001, nor "
                + "the MAC address of a node");
    }

    /** What it is, such as {@code to all switches}. */
    public String words() {
        return words;
    }

    /** Has it told again; returns how many rules are sent. */
    public int resync(InterventionService service) {
        return resync.applyAsInt(service);
    }
}
