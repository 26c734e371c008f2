/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import com.google.auto.value.AutoValue;
import org.onosproject.net.flow.instructions.ExtensionTreatment;

/**
 * What a switch needs to turn an ARP request into its answer by itself: copies of one field of a packet to another.
 * OpenFlow 1.3 has none; some switches have them as extensions, and ONOS knows them by the driver.
 */
@AutoValue
public abstract class ArpMoves {

    /** Ethernet source to Ethernet destination. */
    public abstract ExtensionTreatment ethernet();

    /** Sender's hardware address to target's hardware address. */
    public abstract ExtensionTreatment hardware();

    /** Sender's protocol address to target's protocol address. */
    public abstract ExtensionTreatment protocol();

    /** The three moves. */
    public static ArpMoves of(ExtensionTreatment ethernet, ExtensionTreatment hardware, ExtensionTreatment protocol) {
        return new AutoValue_ArpMoves(ethernet, hardware, protocol);
    }
}
