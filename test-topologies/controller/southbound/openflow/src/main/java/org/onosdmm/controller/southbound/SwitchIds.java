/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound;

import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;
import org.onosproject.net.provider.ProviderId;
import org.onosproject.openflow.controller.Dpid;
import org.projectfloodlight.openflow.types.OFPort;

/** Translates names of switches and ports between ONOS and OpenFlow. */
public final class SwitchIds {

    /** The URI scheme of OpenFlow devices. */
    public static final String SCHEME = "of";

    /** The provider that all parts of this southbound register as, the same as in a stock ONOS. */
    public static final ProviderId PROVIDER = new ProviderId(SCHEME, "org.onosproject.provider.openflow");

    private SwitchIds() {
    }

    /** The device that a datapath is. */
    public static DeviceId device(Dpid dpid) {
        return DeviceId.deviceId(Dpid.uri(dpid));
    }

    /** The datapath that a device is. */
    public static Dpid dpid(DeviceId device) {
        return Dpid.dpid(device.uri());
    }

    /** An ONOS port number; reserved ports become ONOS's logical ports. */
    public static PortNumber port(OFPort port) {
        return PortNumber.portNumber(port.getPortNumber()); // both sides count reserved ports down from -1
    }

    /** An OpenFlow port number; ONOS's logical ports become reserved ports. */
    public static OFPort port(PortNumber port) {
        return OFPort.of((int) port.toLong());
    }
}
