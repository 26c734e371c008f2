/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.AttachmentService;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.MobileNodeId;
import org.onosproject.net.ConnectPoint;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Notices of the access network. */
class AttachmentsTest {

    private final List<String> heard = new ArrayList<>();
    private final AttachmentService service = new AttachmentService() {
        @Override
        public void attached(MobileNodeId node, ConnectPoint poa, Set<IpAddress> addresses) {
            heard.add("attached " + node + " " + poa + " " + addresses);
        }

        @Override
        public void detached(MobileNodeId node, ConnectPoint poa) {
            throw DmmException.notFound("node", node);
        }

        @Override
        public void expected(MobileNodeId node, ConnectPoint poa, Duration window) {
            heard.add("expected " + node + " " + poa + " " + window.toMillis());
        }
    };
    private final Rest rest = new Rest("admin", "viewer").with(AttachmentService.class, service);

    @Test
    void noticesReachTheService() {
        assertEquals(202, rest.post("attachments", "{'event':'attached','node':'00:00:00:00:01:10',"
                + "'port':'of:0000000000000002/3','addresses':['10.1.0.10']}"));
        assertEquals(202, rest.post("attachments", "{'event':'expected','node':'00:00:00:00:01:10',"
                + "'port':'of:0000000000000002/3','window':500}"));
        assertEquals(List.of("attached 00:00:00:00:01:10 of:0000000000000002/3 [10.1.0.10]",
                "expected 00:00:00:00:01:10 of:0000000000000002/3 500"), heard);
    }

    @Test
    void whatTheServiceRefusesIsAnswered() {
        assertEquals(404, rest.post("attachments", "{'event':'detached','node':'00:00:00:00:01:10',"
                + "'port':'of:0000000000000002/3'}"));
        assertEquals("node", rest.json("/field").asText());
    }

    @Test
    void aViewerMayNotGiveNotice() {
        assertEquals(403, new Rest("viewer").with(AttachmentService.class, service).post("attachments",
                "{'event':'attached','node':'00:00:00:00:01:10','port':'of:0000000000000002/3'}"));
        assertEquals(List.of(), heard);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "body   | [1]",
        "body   | {",
        "event  | {'node':'00:00:00:00:01:10','port':'of:0000000000000002/3'}",
        "event  | {'event':'gone','node':'00:00:00:00:01:10','port':'of:0000000000000002/3'}",
        "node   | {'event':'attached','node':'someone','port':'of:0000000000000002/3'}",
        "node   | {'event':'attached','node':7,'port':'of:0000000000000002/3'}",
        "port   | {'event':'attached','node':'00:00:00:00:01:10','port':'here'}",
        "port   | {'event':'attached','node':'00:00:00:00:01:10'}",
        "addresses | {'event':'attached','node':'00:00:00:00:01:10','port':'of:0000000000000002/3','addresses':['x']}",
        "window | {'event':'expected','node':'00:00:00:00:01:10','port':'of:0000000000000002/3'}",
        "window | {'event':'expected','node':'00:00:00:00:01:10','port':'of:0000000000000002/3','window':'long'}",
        "when   | {'event':'attached','node':'00:00:00:00:01:10','port':'of:0000000000000002/3','when':'now'}"})
    void mistakesNameTheField(String field, String json) {
        assertEquals(400, rest.post("attachments", json), rest::body);
        assertEquals(field, rest.json("/field").asText());
        assertEquals(List.of(), heard);
    }
}
