/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import org.onosdmm.core.emulation.Family;

/** The same over IPv6. */
class SteeringOverIpv6Test extends SteeringTest {
    @Override
    Family family() {
        return Family.IPV6;
    }
}
