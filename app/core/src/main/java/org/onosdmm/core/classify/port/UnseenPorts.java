/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.port;

import com.google.common.collect.ImmutableList;
import org.onlab.packet.UDP;

/**
 * Ports that say enough by themselves: short questions whose flows need no anchor, so that nobody has to see them.
 */
public final class UnseenPorts {

    /** Of UDP: DNS, DHCP, NTP, DHCPv6. */
    public static final ImmutableList<Integer> UDP = ImmutableList.of(53, 67, 68, 123, 546, 547);

    private UnseenPorts() {
    }
}
