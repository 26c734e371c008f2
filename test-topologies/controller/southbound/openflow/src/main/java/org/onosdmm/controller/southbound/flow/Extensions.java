/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.flow;

import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.instructions.ExtensionTreatment;
import org.projectfloodlight.openflow.protocol.OFFactory;
import org.projectfloodlight.openflow.protocol.action.OFAction;

/** Encodes what OpenFlow itself does not have, as the driver of a switch says. */
interface Extensions {

    /** Of a switch whose driver knows none. */
    Extensions NONE = (factory, device, extension) -> {
        throw new UnsupportedRuleException("extension " + extension + " is not supported");
    };

    /**
     * Encodes an extension.
     *
     * @throws UnsupportedRuleException if the driver does not know it
     */
    OFAction encode(OFFactory factory, DeviceId device, ExtensionTreatment extension);
}
