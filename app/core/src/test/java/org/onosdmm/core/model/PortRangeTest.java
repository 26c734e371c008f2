/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.BitSet;
import java.util.Random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Ranges of ports as masked matches. */
class PortRangeTest {

    private static BitSet covered(PortRange range) {
        BitSet ports = new BitSet();
        for (PortRange.Masked masked : range.masked()) {
            for (int port = 0; port < 1 << 16; port++) {
                if ((port & masked.mask()) == masked.port()) {
                    assertFalse(ports.get(port), "port " + port + " is matched twice by " + range.masked());
                    ports.set(port);
                }
            }
        }
        return ports;
    }

    private static void coversExactly(int first, int last) {
        BitSet expected = new BitSet();
        expected.set(first, last + 1);
        assertEquals(expected, covered(PortRange.of(first, last)), first + "-" + last);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1", "65535, 65535, 1", "0, 65535, 1", "1, 65535, 16", "0, 65534, 16", "1, 65534, 30",
        "16384, 16389, 2", "3478, 3481, 2", "5060, 5060, 1", "1024, 2047, 1", "32768, 65535, 1"})
    void theFewestMatchesCoverExactlyTheRange(int first, int last, int matches) {
        assertEquals(matches, PortRange.of(first, last).masked().size());
        coversExactly(first, last);
    }

    @Test
    void anyRange() {
        Random random = new Random(11);
        for (int i = 0; i < 40; i++) {
            int a = random.nextInt(1 << 16);
            int b = random.nextInt(1 << 16);
            coversExactly(Math.min(a, b), Math.max(a, b));
        }
    }

    @Test
    void bothEndsBelongToIt() {
        PortRange range = PortRange.of(10, 20);
        assertTrue(range.contains(10));
        assertTrue(range.contains(20));
        assertFalse(range.contains(9));
        assertFalse(range.contains(21));
        assertEquals("10-20", range.toString());
        assertEquals("7", PortRange.of(7, 7).toString());
    }
}
