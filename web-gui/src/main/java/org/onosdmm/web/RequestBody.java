/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.FlowRequest;
import org.onosdmm.api.FlowRequestService;
import org.onosdmm.api.MobileNodeId;

import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * A request as it comes over REST.
 */
final class RequestBody {

    private static final ImmutableSet<String> FIELDS = ImmutableSet.of("node", "address", "protocol", "localPort",
            "remote", "remotePort", "class", "continuity", "lifetime", "by");
    private static final ImmutableMap<String, Integer> PROTOCOLS = ImmutableMap.of("tcp", 6, "udp", 17, "sctp", 132);

    private final JsonNode body;
    private final FlowRequestService service;

    private RequestBody(JsonNode body, FlowRequestService service) {
        this.body = body;
        this.service = service;
    }

    /** Reads a request; it still has to be looked over. */
    static RequestBody read(ObjectMapper mapper, InputStream stream, FlowRequestService service) {
        return new RequestBody(Body.object(mapper, stream, FIELDS), service);
    }

    FlowRequest request() {
        Optional<IpAddress> local = parsed("address", IpAddress::valueOf, "is not an address");
        MobileNodeId node = text("node").map(MobileNodeId::parse)
                .orElseGet(() -> local.map(service::holder).orElseThrow(() ->
                        new DmmException(DmmException.Kind.INVALID, "node", "is missing, and so is address")));
        return FlowRequest.builder().node(node).local(local)
                .protocol(protocol()).localPort(number("localPort"))
                .remote(parsed("remote", IpAddress::valueOf, "is not an address")).remotePort(number("remotePort"))
                .applicationClass(applicationClass()).by(text("by").orElse("rest")).build();
    }

    Duration lifetime() {
        return Duration.ofMillis(Optional.ofNullable(body.get("lifetime")).map(f -> {
            if (!f.isIntegralNumber() || !f.canConvertToLong()) {
                throw DmmException.invalid("lifetime", f.asText(), "is not an integer");
            }
            return f.longValue();
        }).orElseThrow(() -> new DmmException(DmmException.Kind.INVALID, "lifetime", "is missing")));
    }

    private String applicationClass() {
        Optional<String> named = text("class");
        Optional<String> continuity = text("continuity");
        if (named.isPresent() == continuity.isPresent()) {
            throw new DmmException(DmmException.Kind.INVALID, "class", "or continuity is to be given, one of them");
        }
        return named.orElseGet(() -> service.classFor(continuity.get()).name());
    }

    private Optional<Integer> protocol() {
        return Optional.ofNullable(body.get("protocol")).filter(JsonNode::isTextual).map(f ->
                Optional.ofNullable(PROTOCOLS.get(f.textValue())).orElseThrow(() -> DmmException.invalid("protocol",
                        f.textValue(), "is not a protocol: " + String.join(", ", PROTOCOLS.keySet())
                                + ", or a number")))
                .or(() -> number("protocol"));
    }

    private Optional<Integer> number(String name) {
        return Optional.ofNullable(body.get(name)).map(f -> {
            if (!f.isIntegralNumber() || !f.canConvertToInt()) {
                throw DmmException.invalid(name, f.asText(), "is not an integer");
            }
            return f.intValue();
        });
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(body.get(name)).map(f -> {
            if (!f.isTextual()) {
                throw DmmException.invalid(name, f.toString(), "is not a text");
            }
            return f.textValue();
        });
    }

    private <T> Optional<T> parsed(String name, Function<String, T> parser, String problem) {
        return text(name).map(value -> {
            try {
                return parser.apply(value);
            } catch (IllegalArgumentException e) {
                throw DmmException.invalid(name, value, problem);
            }
        });
    }
}
