/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

/** Ethernet types, as the unsigned numbers that a match compares. */
final class EtherTypes {
    static final int IPV4 = 0x0800;
    static final int ARP = 0x0806;
    static final int VLAN = 0x8100;
    static final int QINQ = 0x88a8;
    static final int IPV6 = 0x86dd;
    /** Below this the two bytes are an IEEE 802.3 length. */
    static final int FIRST = 0x0600;
    /** What a frame without a type matches as (OpenFlow 1.3.5 section A.2.3.7). */
    static final int NONE = 0x05ff;

    private EtherTypes() {
    }
}
