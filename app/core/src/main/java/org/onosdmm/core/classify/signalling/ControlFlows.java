/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.signalling;

import com.google.common.collect.ImmutableSet;
import org.onosdmm.api.FlowKey;

/**
 * Control flows: their packets announce other flows, so all of them are looked at.
 */
public final class ControlFlows {

    /** FTP (RFC 959), RTSP (RFC 2326), SIP (RFC 3261). */
    private static final ImmutableSet<Integer> PORTS = ImmutableSet.of(21, 554, 5060, 8554);
    /** Name of the class of such flows. */
    public static final String CLASS = "signaling";

    private ControlFlows() {
    }

    /** Whether a flow of this class is one, by its class or by its port at either end. */
    public static boolean isControl(FlowKey key, String applicationClass) {
        return key.hasPorts() && (applicationClass.equals(CLASS) || PORTS.contains(key.remotePort())
                || PORTS.contains(key.localPort()));
    }
}
