/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.Test;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.PinnedFlow.Origin;
import org.onosdmm.core.classify.payload.Payloads;
import org.onosdmm.core.config.Documents;
import org.onosdmm.core.config.DomainParser;
import org.onosdmm.core.model.FlowSample;
import org.onosdmm.core.model.Policy;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The order of the steps, what each goes by, and that each can be switched off. */
class ClassifierTest {
    private static final ImmutableSet<String> STRATEGIES = ImmutableSet.of("serving", "home", "nearest");
    private static final Policy POLICY = new DomainParser(STRATEGIES).parse(Documents.least()).policy();
    private static final Policy RULES = new DomainParser(STRATEGIES).parse(Documents.with(Documents.least(), "/rules",
            "[{ 'class': 'oam', 'protocol': 'udp', 'ports': 3478 }]")).policy();
    private static final FlowKey CONTROL = FlowKey.of(17, IpAddress.valueOf("10.1.0.7"), 5060,
            IpAddress.valueOf("203.0.113.9"), 5060);
    private static final Knowledge ALL = Knowledge.of(Optional.of(Knowledge.Requested.of("low-latency-data", "pbx")),
            ImmutableSet.of("www.example.com", "v.netflix.com"),
            Optional.of(Knowledge.Announced.of("telephony", CONTROL)));

    @Test
    void theStepsHaveTheirOrder() {
        assertEquals(ImmutableList.of("request", "rules", "name", "payload", "port", "network"),
                Classifier.builtIn().ids().asList());
    }

    @Test
    void eachStepDecidesBeforeTheNext() {
        FirstPacket packet = packet("170.114.0.9", 3478, Payloads.stun());
        assertEquals("request/low-latency-data/requested by pbx", decide(packet, ALL, RULES));
        assertEquals("rules/oam/rule 1 (udp, port 3478)", decide(packet, ALL, RULES, "request"));
        assertEquals("name/multimedia-streaming/name: netflix.com", decide(packet, ALL, RULES, "request", "rules"));
        assertEquals("payload/telephony/announced by " + CONTROL,
                decide(packet, ALL, RULES, "request", "rules", "name"));
        assertEquals("payload/multimedia-conferencing/payload: STUN", decide(packet, Knowledge.NONE, POLICY));
        assertEquals("port/multimedia-conferencing/port: STUN and TURN",
                decide(packet, ALL, RULES, "request", "rules", "name", "payload"));
        assertEquals("network/multimedia-conferencing/network: Zoom, 170.114.0.0/16",
                decide(packet, ALL, RULES, "request", "rules", "name", "payload", "port"));
        assertEquals("default/standard/default class",
                decide(packet, ALL, RULES, "request", "rules", "name", "payload", "port", "network"));
    }

    @Test
    void aServerThatIsNamedInThePacketGoesByTheTableOfNames() {
        assertEquals("payload/multimedia-streaming/payload: QUIC for googlevideo.com",
                decide(packet("203.0.113.9", 443, Payloads.quic("r1.googlevideo.com")), Knowledge.NONE, POLICY));
        assertEquals("default/standard/default class",
                decide(packet("203.0.113.9", 443, Payloads.quic("www.example.com")), Knowledge.NONE, POLICY));
    }

    @Test
    void aClassThatThePolicyDoesNotHaveIsNoDecision() {
        Knowledge asked = Knowledge.of(Optional.of(Knowledge.Requested.of("nonsense", "x")), ImmutableSet.of(),
                Optional.of(Knowledge.Announced.of("nonsense", CONTROL)));
        assertEquals("default/standard/default class",
                decide(packet("203.0.113.9", 40_000, new byte[0]), asked, POLICY));
    }

    @Test
    void theOwnPortCountsWhereItIsTheServers() {
        FlowKey service = FlowKey.of(6, IpAddress.valueOf("10.1.0.7"), 22, IpAddress.valueOf("203.0.113.9"), 50_000);
        FlowKey chance = FlowKey.of(17, IpAddress.valueOf("10.1.0.7"), 49_004, IpAddress.valueOf("203.0.113.9"), 443);
        assertEquals("oam", Classifier.builtIn().classify(FirstPacket.of(FlowSample.of(service, 0), Origin.OUTSIDE),
                Knowledge.NONE, POLICY).applicationClass().name());
        assertEquals("standard", Classifier.builtIn().classify(FirstPacket.of(FlowSample.of(chance, 0), Origin.NODE),
                Knowledge.NONE, POLICY).applicationClass().name());
    }

    private static FirstPacket packet(String remote, int port, byte[] payload) {
        FlowKey key = FlowKey.of(17, IpAddress.valueOf("10.1.0.7"), 40_000, IpAddress.valueOf(remote), port);
        return FirstPacket.of(FlowSample.of(key, 0), Origin.NODE, ByteBuffer.wrap(payload));
    }

    private static String decide(FirstPacket packet, Knowledge known, Policy policy, String... off) {
        Decision decision = Classifier.builtIn().without(Set.of(off)).classify(packet, known, policy);
        return decision.step() + "/" + decision.applicationClass().name() + "/" + decision.evidence();
    }
}
