/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.flow;

import org.onlab.packet.TpPort;
import org.projectfloodlight.openflow.protocol.OFFactory;
import org.projectfloodlight.openflow.protocol.match.Match;
import org.projectfloodlight.openflow.protocol.match.MatchField;
import org.projectfloodlight.openflow.protocol.oxm.OFOxm;
import org.projectfloodlight.openflow.types.OFValueType;
import org.projectfloodlight.openflow.types.TransportPort;

/**
 * Collects match fields in the form in which a switch reports them back: a mask of ones is no mask, a mask of zeros
 * no field. What was asked for and what a switch reports can then simply be compared.
 */
final class Fields {

    private final OFFactory factory;
    private final Match.Builder match;

    Fields(OFFactory factory) {
        this.factory = factory;
        this.match = factory.buildMatch();
    }

    <F extends OFValueType<F>> void exact(MatchField<F> field, F value) {
        match.setExact(field, value);
    }

    <F extends OFValueType<F>> void masked(MatchField<F> field, F value, F mask) {
        OFOxm<F> canonical = factory.oxms().fromValueAndMask(value, mask, field).getCanonical();
        if (canonical == null) {
            return; // every value matches
        }
        if (canonical.isMasked()) {
            match.setMasked(field, canonical.getValue(), canonical.getMask());
        } else {
            match.setExact(field, canonical.getValue());
        }
    }

    void port(MatchField<TransportPort> field, TpPort port, TpPort mask) {
        TransportPort value = TransportPort.of(port.toInt());
        if (mask == null || mask.toInt() == TpPort.MAX_PORT) { // openflowj does not count this as a mask of ones
            exact(field, value);
        } else {
            masked(field, value, TransportPort.of(mask.toInt()));
        }
    }

    Match build() {
        return match.build();
    }
}
