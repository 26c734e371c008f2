/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.Continuity;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.FlowRequest;
import org.onosdmm.api.FlowRequestService;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.view.json.DmmCodecs;
import org.onosproject.codec.CodecService;
import org.onosproject.codec.impl.CodecManager;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Requests over REST. */
class RequestsTest {

    private static final MobileNodeId NODE = MobileNodeId.parse("00:00:00:00:01:10");
    private static final long NOW = 1_700_000_000_000L;

    private final List<FlowRequest> taken = new ArrayList<>();
    private final FlowRequestService service = new FlowRequestService() {
        @Override
        public FlowRequest request(FlowRequest request, Duration lifetime) {
            if (taken.size() == MOST) {
                throw new DmmException(DmmException.Kind.EXHAUSTED, "node", "has too many");
            }
            FlowRequest given = request.toBuilder().id("r" + taken.size()).since(NOW)
                    .until(NOW + lifetime.toMillis()).build();
            taken.add(given);
            return given;
        }

        @Override
        public ApplicationClass classFor(String continuity) {
            if (!continuity.equals("SESSION_LASTING")) {
                throw DmmException.invalid("continuity", continuity, "is not a continuity type");
            }
            return ApplicationClass.of("telephony", Continuity.SESSION_LASTING, "nearest");
        }

        @Override
        public MobileNodeId holder(IpAddress address) {
            if (!address.equals(IpAddress.valueOf("10.1.0.10"))) {
                throw DmmException.invalid("address", address, "is not an address of any node");
            }
            return NODE;
        }

        @Override
        public ImmutableList<FlowRequest> requests() {
            return ImmutableList.copyOf(taken);
        }

        @Override
        public void withdraw(String id) {
            if (!taken.removeIf(request -> request.id().equals(id))) {
                throw DmmException.notFound("request", AnchorId.of(id));
            }
        }
    };
    private final Rest rest = served(new Rest("admin", "viewer"));

    private Rest served(Rest fresh) {
        CodecManager codecs = new CodecManager();
        codecs.activate();
        new DmmCodecs(codecs);
        return fresh.with(FlowRequestService.class, service).with(CodecService.class, codecs);
    }

    @BeforeEach
    void nothingIsThere() {
        assertEquals(200, rest.get("requests"));
        assertEquals(0, rest.json("/requests").size());
    }

    @Test
    void aRequestIsTakenListedAndTakenBack() {
        assertEquals(201, rest.post("requests", "{'address':'10.1.0.10','remote':'203.0.113.10','protocol':'udp',"
                + "'localPort':5004,'remotePort':16384,'continuity':'SESSION_LASTING','lifetime':3600000,'by':'pbx'}"));
        assertEquals("r0", rest.json("/id").asText());
        FlowRequest request = taken.get(0);
        assertEquals(NODE, request.node());
        assertEquals("telephony", request.applicationClass());
        assertEquals(List.of(17, 5_004, 16_384), List.of(request.protocol().get(), request.localPort().get(),
                request.remotePort().get()));
        assertEquals(Optional.of(IpAddress.valueOf("203.0.113.10")), request.remote());
        assertEquals("pbx", request.by());
        assertEquals(3_600_000, request.until() - request.since());
        String shown = rest.body();
        assertEquals(200, rest.get("requests"));
        assertEquals(shown, rest.json("/requests/0").toString());
        assertEquals(204, rest.request("DELETE", "requests/r0"));
        assertEquals(List.of(), taken);
        assertEquals(404, rest.request("DELETE", "requests/r0"));
    }

    @Test
    void theLeastIsANodeAClassAndALifetime() {
        assertEquals(201, rest.post("requests", "{'node':'00:00:00:00:01:10','class':'oam','lifetime':1000}"));
        FlowRequest request = taken.get(0);
        assertEquals("oam", request.applicationClass());
        assertEquals("rest", request.by());
        assertTrue(!request.local().isPresent() && !request.remote().isPresent() && !request.protocol().isPresent());
    }

    @ParameterizedTest
    @CsvSource({"'udp',17", "'tcp',6", "'sctp',132", "47,47"})
    void protocolsHaveNamesOrNumbers(String json, int protocol) {
        String text = json.chars().allMatch(Character::isDigit) ? json : "'" + json + "'";
        assertEquals(201, rest.post("requests", "{'node':'00:00:00:00:01:10','class':'oam','lifetime':1000,"
                + "'protocol':" + text + "}"), rest::body);
        assertEquals(Optional.of(protocol), taken.get(0).protocol());
    }

    @Test
    void tooManyAreAnsweredAsSuch() {
        for (int i = 0; i < FlowRequestService.MOST; i++) {
            rest.post("requests", "{'node':'00:00:00:00:01:10','class':'oam','lifetime':1000}");
        }
        assertEquals(507, rest.post("requests", "{'node':'00:00:00:00:01:10','class':'oam','lifetime':1000}"));
        assertEquals("node", rest.json("/field").asText());
    }

    @Test
    void aViewerMayLookAndAskForNothing() {
        Rest viewer = served(new Rest("viewer"));
        assertEquals(403, viewer.post("requests", "{'node':'00:00:00:00:01:10','class':'oam','lifetime':1000}"));
        assertEquals(403, viewer.request("DELETE", "requests/r0"));
        assertEquals(200, viewer.get("requests"));
        assertEquals(List.of(), taken);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "body       | [1]",
        "body       | {",
        "body       | 7",
        "body       | {'node':'00:00:00:00:01:10','class':'oam','lifetime':1000}{}",
        "body       | {'node':'00:00:00:00:01:10','node':'00:00:00:00:01:11','class':'oam','lifetime':1000}",
        "colour     | {'colour':'red','node':'00:00:00:00:01:10','class':'oam','lifetime':1000}",
        "node       | {'class':'oam','lifetime':1000}",
        "node       | {'node':'someone','class':'oam','lifetime':1000}",
        "node       | {'node':7,'class':'oam','lifetime':1000}",
        "address    | {'address':'here','class':'oam','lifetime':1000}",
        "address    | {'address':'10.9.9.9','class':'oam','lifetime':1000}",
        "class      | {'node':'00:00:00:00:01:10','lifetime':1000}",
        "class      | {'node':'00:00:00:00:01:10','class':'oam','continuity':'FIXED','lifetime':1000}",
        "continuity | {'node':'00:00:00:00:01:10','continuity':'FOREVER','lifetime':1000}",
        "lifetime   | {'node':'00:00:00:00:01:10','class':'oam'}",
        "lifetime   | {'node':'00:00:00:00:01:10','class':'oam','lifetime':'long'}",
        "lifetime   | {'node':'00:00:00:00:01:10','class':'oam','lifetime':1.5}",
        "lifetime   | {'node':'00:00:00:00:01:10','class':'oam','lifetime':99999999999999999999}",
        "protocol   | {'node':'00:00:00:00:01:10','class':'oam','lifetime':1000,'protocol':'carrier pigeon'}",
        "protocol   | {'node':'00:00:00:00:01:10','class':'oam','lifetime':1000,'protocol':[6]}",
        "localPort  | {'node':'00:00:00:00:01:10','class':'oam','lifetime':1000,'localPort':'ssh'}",
        "remotePort | {'node':'00:00:00:00:01:10','class':'oam','lifetime':1000,'remotePort':4294967296}",
        "remote     | {'node':'00:00:00:00:01:10','class':'oam','lifetime':1000,'remote':'203.0.113'}",
        "remote     | {'node':'00:00:00:00:01:10','class':'oam','lifetime':1000,'remote':null}"})
    void mistakesNameTheField(String field, String json) {
        assertEquals(400, rest.post("requests", json), rest::body);
        assertEquals(field, rest.json("/field").asText(), rest::body);
        assertEquals(List.of(), taken);
    }

    @Test
    void aBodyIsNotReadWithoutEnd() {
        assertEquals(413, rest.post("requests", "{'by':'" + "x".repeat(64 * 1024) + "'}"));
        assertEquals("body", rest.json("/field").asText());
        assertEquals("body: is larger than 65536 bytes", rest.json("/detail").asText());
        assertEquals(List.of(), taken);
    }
}
