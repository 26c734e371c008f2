/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.onosproject.net.flow.AbstractExtension;
import org.onosproject.net.flow.instructions.ExtensionTreatment;
import org.onosproject.net.flow.instructions.ExtensionTreatmentType;
import org.onosproject.net.flow.instructions.ExtensionTreatmentType.ExtensionTreatmentTypes;

/** The moves between fields that Open vSwitch has (NXAST_REG_MOVE), those of them that this data plane knows. */
public final class FieldMove extends AbstractExtension implements ExtensionTreatment {
    /** Ethernet source to destination. */
    public static final FieldMove ETHERNET = new FieldMove(ExtensionTreatmentTypes.NICIRA_MOV_ETH_SRC_TO_DST);
    /** ARP sender's hardware address to target's. */
    public static final FieldMove ARP_HARDWARE = new FieldMove(ExtensionTreatmentTypes.NICIRA_MOV_ARP_SHA_TO_THA);
    /** ARP sender's protocol address to target's. */
    public static final FieldMove ARP_PROTOCOL = new FieldMove(ExtensionTreatmentTypes.NICIRA_MOV_ARP_SPA_TO_TPA);

    private final ExtensionTreatmentTypes kind;

    private FieldMove(ExtensionTreatmentTypes kind) {
        this.kind = kind;
    }

    @Override
    public ExtensionTreatmentType type() {
        return kind.type();
    }

    @Override
    public byte[] serialize() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void deserialize(byte[] data) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String toString() {
        return kind.name();
    }
}
