/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

/**
 * What made a node's place known.
 */
public enum Trigger {
    /** A data packet from the node at a port where it was not expected. */
    DATA_PACKET,
    /** ARP from the node, gratuitous or not (RFC 826, RFC 5227), or RARP in its name (RFC 903). */
    ARP,
    /** ONOS's own host service. */
    HOST_EVENT,
    /** The node answered a probe at its old place. */
    PROBE_REPLY,
    /** A notice from the access network. */
    NOTICE,
    /** Neighbour discovery from the node, solicited or not (RFC 4861). */
    NDP,
    /** A DHCP message from the node (RFC 2131). */
    DHCP
}
