/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.network;

import org.junit.jupiter.api.Test;
import org.onosdmm.core.model.ArpMoves;
import org.onosdmm.dataplane.FieldMove;
import org.onosproject.net.DeviceId;

import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What drivers say of the extensions that they know. */
class DriverMovesTest {

    private static Optional<ArpMoves> moves(FakeDrivers drivers) {
        return DriverMoves.of(DeviceId.deviceId("of:0000000000000001"), drivers);
    }

    @Test
    void aDriverThatKnowsAllThreeWillDo() {
        assertEquals(Optional.of(ArpMoves.of(FieldMove.ETHERNET, FieldMove.ARP_HARDWARE, FieldMove.ARP_PROTOCOL)),
                moves(new FakeDrivers().use(FakeDrivers.ALL_MOVES)));
    }

    @Test
    void oneThatKnowsSomeWillNot() {
        assertEquals(Optional.empty(), moves(new FakeDrivers().use(FakeDrivers.ONE_MOVE)));
    }

    @Test
    void norWillOneWithoutExtensions() {
        assertEquals(Optional.empty(), moves(new FakeDrivers().use(FakeDrivers.NO_EXTENSIONS)));
    }

    @Test
    void aSwitchThatHasNoDriverAtAllIsNoFault() {
        assertEquals(Optional.empty(), moves(new FakeDrivers()));
    }
}
