/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.dhcp;

import org.onlab.packet.Ethernet;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosproject.net.ConnectPoint;

/**
 * Deals with what clients of a protocol send, and with what a server outside answers.
 */
interface Desk {

    /**
     * The client that has sent a frame.
     *
     * @throws org.onosdmm.api.DmmException of kind INVALID if the message makes no sense
     */
    MobileNodeId client(Ethernet frame);

    /** A client has sent a frame to a server. */
    void asked(Domain domain, Anchor edge, ConnectPoint port, Ethernet frame, long time);

    /** The server outside has sent a frame. */
    void answered(Domain domain, Ethernet frame, long time);
}
