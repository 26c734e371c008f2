/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import com.google.common.collect.ImmutableList;
import org.onlab.packet.IPv4;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.Continuity;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.FlowRequest;
import org.onosdmm.api.FlowRequestService;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.core.engine.Lookup;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Looks requests over and hands them to the engine, which keeps them with their nodes.
 */
@Component(immediate = true, service = FlowRequestService.class)
public class RequestDesk implements FlowRequestService {

    private static final int MAX_PORT = 65_535;
    private static final int MAX_PROTOCOL = 255;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final int LONGEST_NAME = 64;

    @Reference
    protected Engines engines;

    @Override
    public FlowRequest request(FlowRequest request, Duration lifetime) {
        Domain domain = domain();
        NodeState state = engines.mobility().state(request.node())
                .orElseThrow(() -> DmmException.invalid("node", request.node(), "is not bound"));
        if (!domain.policy().classes().containsKey(request.applicationClass())) {
            throw DmmException.invalid("class", request.applicationClass(), "is not a class; known are "
                    + String.join(", ", domain.policy().classes().keySet()));
        }
        addresses(domain, state, request);
        range("protocol", request.protocol(), 0, MAX_PROTOCOL);
        ports(request);
        if (lifetime.compareTo(SHORTEST) < 0 || lifetime.compareTo(LONGEST) > 0) {
            throw DmmException.invalid("lifetime", lifetime.toMillis(), "is not in " + SHORTEST.toMillis() + " to "
                    + LONGEST.toMillis());
        }
        if (request.by().isEmpty() || request.by().length() > LONGEST_NAME) {
            throw DmmException.invalid("by", request.by(), "is not a name of up to " + LONGEST_NAME + " characters");
        }
        long now = engines.mobility().now();
        if (state.hints().requests().stream().filter(r -> r.until() > now).count() >= MOST) {
            throw new DmmException(DmmException.Kind.EXHAUSTED, "node", "'" + request.node() + "' has " + MOST
                    + " requests already, and no more at most");
        }
        FlowRequest taken = request.toBuilder().id(UUID.randomUUID().toString()).since(now)
                .until(now + lifetime.toMillis()).build();
        engines.mobility().flows().requested(taken);
        return taken;
    }

    private static void addresses(Domain domain, NodeState state, FlowRequest request) {
        request.local().filter(a -> !state.binding().addresses().contains(a)).ifPresent(address -> {
            throw DmmException.invalid("address", address, "is not an address of " + state.node());
        });
        request.remote().filter(a -> domain.homeOf(a).isPresent() || domain.isLent(a)).ifPresent(address -> {
            throw DmmException.invalid("remote", address, "is inside the domain: flows there keep their addresses");
        });
        request.remote().filter(a -> request.local().map(l -> l.version() != a.version()).orElse(false))
                .ifPresent(address -> {
                    throw DmmException.invalid("remote", address, "is of another family than the address");
                });
    }

    private static void ports(FlowRequest request) {
        range("localPort", request.localPort(), 1, MAX_PORT);
        range("remotePort", request.remotePort(), 1, MAX_PORT);
        boolean ported = request.protocol().map(p -> p == IPv4.PROTOCOL_TCP || p == IPv4.PROTOCOL_UDP).orElse(false);
        Optional<Integer> port = request.localPort().isPresent() ? request.localPort() : request.remotePort();
        if (port.isPresent() && !ported) {
            throw DmmException.invalid(request.localPort().isPresent() ? "localPort" : "remotePort", port.get(),
                    "needs the protocol to be tcp or udp");
        }
    }

    private static void range(String field, Optional<Integer> value, int least, int most) {
        value.filter(v -> v < least || v > most).ifPresent(v -> {
            throw DmmException.invalid(field, v, "is not in " + least + " to " + most);
        });
    }

    @Override
    public ApplicationClass classFor(String continuity) {
        Continuity wanted = Arrays.stream(Continuity.values()).filter(c -> c.name().equals(continuity)).findFirst()
                .orElseThrow(() -> DmmException.invalid("continuity", continuity, "is not a continuity type; known are "
                        + Arrays.stream(Continuity.values()).map(Enum::name).collect(Collectors.joining(", "))));
        return domain().policy().classes().values().stream().filter(c -> c.continuity() == wanted)
                .min(Comparator.comparingInt(ApplicationClass::priority))
                .orElseThrow(() -> DmmException.invalid("continuity", continuity, "is not promised by any class"));
    }

    @Override
    public MobileNodeId holder(IpAddress address) {
        return engines.mobility().holder(address).orElseThrow(() ->
                DmmException.invalid("address", address, "is not an address of any node"));
    }

    @Override
    public ImmutableList<FlowRequest> requests() {
        long now = engines.mobility().now();
        return engines.mobility().states().stream().flatMap(s -> s.hints().requests().stream())
                .filter(r -> r.until() > now).collect(ImmutableList.toImmutableList());
    }

    @Override
    public void withdraw(String id) {
        FlowRequest request = requests().stream().filter(r -> r.id().equals(id)).findFirst()
                .orElseThrow(() -> DmmException.notFound("request", id));
        engines.mobility().flows().withdrawn(request.node(), id);
    }

    private Domain domain() {
        return Lookup.domain(engines.mobility());
    }
}
