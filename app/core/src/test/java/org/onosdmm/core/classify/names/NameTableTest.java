/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.names;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onlab.packet.IpAddress;
import org.onosdmm.core.config.Documents;
import org.onosdmm.core.config.DomainParser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The longest suffix on label boundaries, and that the tables that ship are sound. */
class NameTableTest {
    private static final NameTable TABLE = NameTable.of(ImmutableMap.of("example.com", "streaming", "call.example.com",
            "calls", "uk", "country"));
    private static final ImmutableSet<String> CLASSES = new DomainParser(ImmutableSet.of("serving", "home", "nearest"))
            .parse(Documents.least()).policy().classes().keySet();

    @ParameterizedTest
    @CsvSource({"example.com, streaming", "www.example.com, streaming", "WWW.Example.COM., streaming",
        "call.example.com, calls", "eu.call.example.com, calls", "recall.example.com, streaming", "badexample.com,",
        "com,", "'',", "..,", "a.b.uk, country"})
    void finds(String name, String found) {
        assertEquals(found, TABLE.find(name).map(NameTable.Match::applicationClass).orElse(null));
    }

    @Test
    void aNameThatIsTooLongIsNone() {
        assertTrue(TABLE.find("a.".repeat(200) + "example.com").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"us04web.zoom.us, multimedia-conferencing", "rr3---sn-4g5e6nsk.googlevideo.com, multimedia-streaming",
        "upload.youtube.com, high-throughput-data", "prod.riotgames.com, real-time-interactive",
        "smtp.gmail.com, high-throughput-data", "www.google.com,", "www.facebook.com,", "d1.cloudfront.net,"})
    void theTableThatShipsKnowsServicesAndLeavesOthersAlone(String name, String found) {
        assertEquals(found, NameTable.builtIn().find(name).map(NameTable.Match::applicationClass).orElse(null));
    }

    @Test
    void theTablesThatShipNameClassesThatThereAre() {
        NameTable.builtIn().entries().forEach((name, applicationClass) -> {
            assertTrue(CLASSES.contains(applicationClass), applicationClass);
            assertTrue(name.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+"), name);
        });
        NetworkTable.builtIn().entries().forEach(entry ->
                assertTrue(CLASSES.contains(entry.applicationClass()), entry.toString()));
    }

    @ParameterizedTest
    @CsvSource({"91.190.217.9, Skype", "45.57.1.1, Netflix", "8.8.8.8,", "2a00:86c0::1, Netflix",
        "2001:db8::1,"})
    void findsNetworks(String address, String service) {
        assertEquals(service, NetworkTable.builtIn().find(IpAddress.valueOf(address)).map(NetworkTable.Entry::service)
                .orElse(null));
    }
}
