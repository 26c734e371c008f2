/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.port;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onosdmm.core.model.PortRange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Ports of services. */
class PortTableTest {
    @ParameterizedTest
    @CsvSource({"17, 5060, telephony", "6, 5061, telephony", "17, 3479, multimedia-conferencing", "6, 22, oam",
        "6, 554, multimedia-streaming", "6, 443,", "17, 443,", "17, 53,",
        "6, 3724, real-time-interactive", "132, 5060,"})
    void finds(int protocol, int port, String found) {
        assertEquals(found, PortTable.builtIn().find(protocol, port).map(PortTable.Entry::applicationClass)
                .orElse(null));
    }

    @Test
    void portsBelongToOneService() {
        assertThrows(IllegalArgumentException.class, () -> PortTable.of(ImmutableList.of(
                PortTable.Entry.of(6, PortRange.of(1, 5), "a", "a"),
                PortTable.Entry.of(6, PortRange.of(5, 9), "b", "b"))));
    }
}
