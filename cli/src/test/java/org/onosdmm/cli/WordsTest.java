/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onosdmm.api.RuleStatus;

import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;

class WordsTest {

    @ParameterizedTest
    @CsvSource({"0, 0 s", "999, 0 s", "1000, 1 s", "59999, 59 s", "60000, 1 min", "3599999, 59 min", "3600000, 1 h",
        "172799999, 47 h", "172800000, 2 d", "-5000, 0 s"})
    void age(long ms, String expected) {
        assertEquals(expected, Words.age(1_000_000, 1_000_000 + ms));
        assertEquals(expected + " ago", Words.ago(1_000_000, 1_000_000 + ms));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.00 ms", "7, 0.01 ms", "843, 0.84 ms", "9990, 9.99 ms", "12345, 12.3 ms", "100000, 100 ms",
        "1512000, 1512 ms"})
    void duration(long us, String expected) {
        assertEquals(expected, Words.duration(Optional.of(5L), Optional.of(5L + us)));
    }

    @Test
    void durationOfAPhaseThatHasNotEnded() {
        assertEquals("-", Words.duration(Optional.of(5L), Optional.empty()));
        assertEquals("-", Words.duration(Optional.empty(), Optional.of(5L)));
    }

    @Test
    void rulesAreThoseOnTheSwitchesOutOfThoseThatShouldBe() {
        assertEquals("12/14", Words.rules(RuleStatus.of(14, 12)));
    }

    @Test
    void lists() {
        assertEquals("-", Words.list(ImmutableList.of()));
        assertEquals("a, b", Words.list(ImmutableList.of("a", "b")));
    }

    @Test
    void counts() {
        assertEquals("0 errors", Words.count(0, "error"));
        assertEquals("1 error", Words.count(1, "error"));
        assertEquals("2 errors", Words.count(2, "error"));
    }
}
