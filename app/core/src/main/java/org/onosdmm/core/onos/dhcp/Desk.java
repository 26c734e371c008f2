/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.dhcp;

import org.onlab.packet.Ethernet;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosproject.net.ConnectPoint;

/**
 * Deals with what clients of a protocol send, and with what a server outside answers.
 */
interface Desk {

    /** A client is at a port; what it wants is looked at later. What cannot be read is no sign of anybody. */
    void heard(ConnectPoint port, Ethernet frame, long time);

    /** A client has sent a frame to a server. */
    void asked(Domain domain, Anchor edge, ConnectPoint port, Ethernet frame, long time);

    /** The server outside has sent a frame. */
    void answered(Domain domain, Ethernet frame, long time);
}
