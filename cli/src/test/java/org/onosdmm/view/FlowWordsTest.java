/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onosdmm.api.DmmException;

import java.util.Arrays;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A flow can be written in one word or in three. */
class FlowWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "udp,10.1.0.10,5004,203.0.113.10,16384|udp,10.1.0.10,5004,203.0.113.10,16384",
        "udp 10.1.0.5:5004 203.0.113.30:16384|udp,10.1.0.5,5004,203.0.113.30,16384",
        "tcp [2001:db8::1]:22 [2001:db8::2]:50000|tcp,2001:db8::1,22,2001:db8::2,50000",
        "icmp 10.1.0.5 203.0.113.30|icmp,10.1.0.5,0,203.0.113.30,0",
        "icmpv6 2001:db8::1 [2001:db8::2]|icmpv6,2001:db8::1,0,2001:db8::2,0"})
    void both(String text, String id) {
        assertEquals(id, FlowWords.parse(words(text)).id());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "udp 10.1.0.5:x 203.0.113.30:1|localPort: 'x' is not a port",
        "udp 10.1.0.5 203.0.113.30:1|localPort: '10.1.0.5' has no port",
        "17 10.1.0.5:1 203.0.113.30|remotePort: '203.0.113.30' has no port",
        "tcp [2001:db8::1] [2001:db8::2]:1|localPort: '[2001:db8::1]' has no port",
        "udp 10.1.0.5: 203.0.113.30:1|localPort: '' is not a port",
        "udp 10.1.0.5:1 203.0.113.30:99999|remotePort: '99999' is not a port",
        "udp host:1 203.0.113.30:1|local: 'host' is not an IP address",
        "udp [2001:db8::1:1 203.0.113.30:1|local: '[2001:db8::1:1' is not an IP address",
        "udp ] [|local: ']' is not an IP address",
        "xyz 10.1.0.5:1 203.0.113.30:1|protocol: 'xyz' is neither",
        "udp|flow: 'udp' is neither the id of a flow",
        "udp 10.1.0.5:1|flow: 'udp 10.1.0.5:1' is neither the id of a flow",
        "udp 10.1.0.5:1 203.0.113.30:1 more|flow: 'udp 10.1.0.5:1 203.0.113.30:1 more' is neither"})
    void whatIsWrongIsNamed(String text, String message) {
        DmmException error = assertThrows(DmmException.class, () -> FlowWords.parse(words(text)));
        assertTrue(error.getMessage().startsWith(message), error.getMessage());
    }

    @Test
    void nothingAtAll() {
        assertThrows(DmmException.class, () -> FlowWords.parse(List.of()));
        assertThrows(DmmException.class, () -> FlowWords.parse(List.of("")));
        assertThrows(DmmException.class, () -> FlowWords.parse(List.of("", "", "")));
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.split(" "));
    }
}
