/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.dns;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onlab.packet.IpAddress;

import java.nio.ByteBuffer;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onosdmm.core.classify.payload.Payloads.hex;
import static org.onosdmm.core.classify.payload.Payloads.join;

/** What is read from answers of the DNS, and what is not. */
class DnsAnswerTest {
    private static final String QUESTION = "04 6d656574 07 4578616d706c65 03 636f6d 00";    // meet.Example.com
    private static final String IN_A = "0001 0001";

    @Test
    void readsAnAddress() {
        DnsAnswer answer = read("1234 8180 0001 0001 0000 0000" + QUESTION + IN_A
                + "c00c 0001 0001 0000003c 0004 cb007101");
        assertEquals("meet.example.com", answer.question());
        assertEquals(0x1234, answer.id());
        assertEquals(ImmutableList.of(DnsAnswer.Entry.of(ImmutableSet.of("meet.example.com"),
                IpAddress.valueOf("203.0.113.1"), 60)), answer.entries());
    }

    @Test
    void followsAliasesAndTakesTheLeastTime() {
        DnsAnswer answer = read("1234 8180 0001 0002 0000 0000" + QUESTION + "001c 0001"
                + "c00c 0005 0001 0000000a 0008 0565646765 31 c011"
                + "c02e 001c 0001 0000003c 0010 20010db8000000000000000000000001");
        DnsAnswer.Entry entry = answer.entries().get(0);
        assertEquals(ImmutableList.of("meet.example.com", "edge1.example.com"), entry.names().asList());
        assertEquals(IpAddress.valueOf("2001:db8::1"), entry.address());
        assertEquals(10, entry.ttl());
    }

    @Test
    void anAliasThatPointsToItselfEnds() {
        DnsAnswer answer = read("1234 8180 0001 0002 0000 0000" + QUESTION + IN_A
                + "c00c 0005 0001 0000000a 0002 c00c" + "c00c 0001 0001 0000003c 0004 cb007101");
        assertEquals(ImmutableSet.of("meet.example.com"), answer.entries().get(0).names());
    }

    @Test
    void whatIsNotPrintableBecomesAQuestionMark() {
        assertEquals("?a?.b", read("1234 8180 0001 0000 0000 0000 03 0a412e 01 62 00" + IN_A).question());
    }

    @Test
    void keepsWhatComesBeforeAMalformedRecord() {
        String good = "c00c 0001 0001 0000003c 0004 cb007101";
        String begin = "1234 8180 0001 0002 0000 0000" + QUESTION + IN_A + good;
        assertEquals(1, read(begin + "c00c 0001 0001 0000003c 0fff 00").entries().size());
        assertEquals(1, read(begin + "c0ff").entries().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "1234", "1234 8180 0001 0001 0000 0000",
        "1234 0100 0001 0000 0000 0000" + QUESTION + IN_A,                       // a question
        "1234 8183 0001 0000 0000 0000" + QUESTION + IN_A,                       // no such name
        "1234 8180 0002 0000 0000 0000" + QUESTION + IN_A + QUESTION + IN_A,     // two questions
        "1234 8180 0001 0000 0000 0000 c00c" + IN_A,                             // a pointer to itself
        "1234 8180 0001 0000 0000 0000 c0ff" + IN_A,                             // a pointer ahead
        "1234 8180 0001 0000 0000 0000 40 61 00" + IN_A,                         // a label of an unknown kind
        "1234 8180 0001 0000 0000 0000 3f 61"})                                  // a label that breaks off
    void isNothing(String digits) {
        assertEquals(Optional.empty(), DnsAnswer.read(ByteBuffer.wrap(hex(digits))));
    }

    @Test
    void aNameHasAnEnd() {
        byte[] label = join(hex("3f"), new byte[63]);
        byte[] name = join(label, label, label, label, label, hex("00"));
        assertEquals(Optional.empty(), DnsAnswer.read(ByteBuffer.wrap(join(hex("1234 8180 0001 0000 0000 0000"), name,
                hex(IN_A)))));
    }

    @Test
    void takesSoManyRecordsAndNoMore() {
        byte[] message = hex("1234 8180 0001 ffff 0000 0000" + QUESTION + IN_A);
        byte[] record = hex("c00c 0001 0001 0000003c 0004 cb007101");
        for (int i = 0; i < 200; i++) {
            message = join(message, record);
        }
        assertTrue(DnsAnswer.read(ByteBuffer.wrap(message)).get().entries().size() <= 64);
    }

    private static DnsAnswer read(String digits) {
        return DnsAnswer.read(ByteBuffer.wrap(hex(digits))).get();
    }
}
