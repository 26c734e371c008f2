/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.network;

import org.onosdmm.core.model.ArpMoves;
import org.onosproject.net.DeviceId;
import org.onosproject.net.behaviour.ExtensionTreatmentResolver;
import org.onosproject.net.driver.DriverHandler;
import org.onosproject.net.driver.DriverService;
import org.onosproject.net.flow.instructions.ExtensionTreatmentType.ExtensionTreatmentTypes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;

/**
 * Asks a switch's driver whether it can turn ARP requests into answers. ONOS's driver {@code ovs} and the app's own say
 * yes; others have no extensions, or other ones.
 */
final class DriverMoves {

    private static final Logger LOG = LoggerFactory.getLogger(DriverMoves.class);

    private DriverMoves() {
    }

    /**
     * The moves that the driver of a switch knows; absent if it does not know all of them. ONOS's device would say so,
     * too, but goes by the driver that it had when it was asked first.
     */
    static Optional<ArpMoves> of(DeviceId device, DriverService drivers) {
        try {
            DriverHandler handler = drivers.createHandler(device);
            if (!handler.hasBehaviour(ExtensionTreatmentResolver.class)) {
                return Optional.empty();
            }
            ExtensionTreatmentResolver resolver = handler.behaviour(ExtensionTreatmentResolver.class);
            return Optional.of(ArpMoves.of(
                    resolver.getExtensionInstruction(ExtensionTreatmentTypes.NICIRA_MOV_ETH_SRC_TO_DST.type()),
                    resolver.getExtensionInstruction(ExtensionTreatmentTypes.NICIRA_MOV_ARP_SHA_TO_THA.type()),
                    resolver.getExtensionInstruction(ExtensionTreatmentTypes.NICIRA_MOV_ARP_SPA_TO_TPA.type())));
        } catch (RuntimeException e) { // the ways in which drivers say that they have none differ
            LOG.debug("The driver of {} has no moves for ARP", device, e);
            return Optional.empty();
        }
    }
}
