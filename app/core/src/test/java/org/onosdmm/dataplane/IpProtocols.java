/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

/** IP protocol and IPv6 next header numbers. */
final class IpProtocols {
    static final int HOP_BY_HOP = 0;
    static final int ICMP = 1;
    static final int TCP = 6;
    static final int UDP = 17;
    static final int ROUTING = 43;
    static final int FRAGMENT = 44;
    static final int AUTHENTICATION = 51;
    static final int ICMPV6 = 58;
    static final int DESTINATION_OPTIONS = 60;
    static final int SCTP = 132;

    private IpProtocols() {
    }
}
