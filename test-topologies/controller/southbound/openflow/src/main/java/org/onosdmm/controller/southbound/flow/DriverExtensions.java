/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.flow;

import org.onosproject.net.DeviceId;
import org.onosproject.net.driver.DriverHandler;
import org.onosproject.net.driver.DriverService;
import org.onosproject.net.flow.instructions.ExtensionTreatment;
import org.onosproject.openflow.controller.ExtensionTreatmentInterpreter;
import org.projectfloodlight.openflow.protocol.OFFactory;
import org.projectfloodlight.openflow.protocol.action.OFAction;

/** Asks the driver that ONOS has for a switch, as a stock ONOS does. */
final class DriverExtensions implements Extensions {

    private final DriverService drivers;

    DriverExtensions(DriverService drivers) {
        this.drivers = drivers;
    }

    @Override
    public OFAction encode(OFFactory factory, DeviceId device, ExtensionTreatment extension) {
        DriverHandler handler = drivers.createHandler(device);
        if (!handler.hasBehaviour(ExtensionTreatmentInterpreter.class)) {
            throw new UnsupportedRuleException("the driver of " + device + " knows no extensions");
        }
        OFAction action = handler.behaviour(ExtensionTreatmentInterpreter.class).mapInstruction(factory, extension);
        if (action == null) {
            throw new UnsupportedRuleException("the driver of " + device + " does not know " + extension);
        }
        return action;
    }
}
