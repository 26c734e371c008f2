/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onlab.packet.IpAddress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A flow's name is its five parts: typed, completed, and read again. */
class FlowKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"udp,10.1.0.10,5004,203.0.113.10,16384", "tcp,10.1.0.10,22,203.0.113.50,57622",
        "tcp,2001:db8:0:1::10,4000,2001:db8:cafe::30,443", "icmp,10.1.0.10,0,203.0.113.10,0",
        "icmpv6,2001:db8::1,0,2001:db8::2,0", "50,10.1.0.10,0,203.0.113.10,0", "sctp,10.1.0.10,0,203.0.113.10,0"})
    void aNameIsReadAsItIsWritten(String id) {
        assertEquals(id, FlowKey.parse(id).id());
    }

    @Test
    void anyWritingOfTheSameFlowIsTheSameFlow() {
        assertEquals(FlowKey.of(17, IpAddress.valueOf("2001:db8::1"), 1, IpAddress.valueOf("2001:db8::2"), 2),
                     FlowKey.parse("17,2001:DB8:0:0::1,1,2001:db8::2,02"));
        assertEquals(FlowKey.parse("udp,10.0.0.1,1,10.0.0.2,2"), FlowKey.parse("UDP,10.0.0.1,1,10.0.0.2,2"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "x,10.1.0.10,1,10.2.0.10,2|protocol: 'x' is neither udp, tcp, icmp, icmpv6, sctp nor a number from 0 to 255",
        "256,10.1.0.10,0,10.2.0.10,0|protocol: '256' is neither",
        "udp,10.1.0,1,10.2.0.10,2|local: '10.1.0' is not an IP address",
        "udp,10.1.0.10,1,host,2|remote: 'host' is not an IP address",
        "udp,10.1.0.10,65536,10.2.0.10,2|localPort: '65536' is not a port from 0 to 65535",
        "udp,10.1.0.10,1,10.2.0.10,-1|remotePort: '-1' is not a port from 0 to 65535",
        "udp,10.1.0.10,,10.2.0.10,1|localPort: '' is not a port from 0 to 65535",
        "udp,10.1.0.10,1,2001:db8::1,2|remote: '2001:db8::1' is not of the same IP version as 10.1.0.10",
        "icmp,10.1.0.10,1,10.2.0.10,0|protocol: 'icmp' has no ports: they have to be 0"})
    void aWrongPartIsNamed(String id, String message) {
        DmmException error = assertThrows(DmmException.class, () -> FlowKey.parse(id));
        assertEquals(DmmException.Kind.INVALID, error.kind());
        assertTrue(error.getMessage().startsWith(message), error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "udp", "udp,10.1.0.10,1,10.2.0.10", "udp,10.1.0.10,1,10.2.0.10,2,3",
        "udp 10.1.0.10:1 10.2.0.10:2"})
    void whatIsNoNameIsAnsweredByTheForm(String id) {
        DmmException error = assertThrows(DmmException.class, () -> FlowKey.parse(id));
        assertEquals("flow", error.field());
        assertTrue(error.getMessage().startsWith("flow: '" + id + "' is not of the form udp,10.1.0.10,5004,"),
                   error.getMessage());
    }
}
