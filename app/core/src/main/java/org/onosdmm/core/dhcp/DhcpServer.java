/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.dhcp;

import org.onlab.packet.IpAddress;
import org.onosdmm.api.AddressGrant;
import org.onosdmm.api.AddressGrant.State;
import org.onosdmm.core.model.Domain;

import java.util.Optional;

/**
 * What a client's message leads to (RFC 2131, section 4.3). The domain has one server, at every edge: it knows who has
 * which address, and so may say no.
 */
public final class DhcpServer {

    /** How long an offer stands, ms. */
    static final long OFFER = 60_000;
    /** How long an address rests that was given back, ms: its old holder may still use it. */
    static final long REST = 60_000;
    /** How long nobody gets an address that was found to be in use, ms. */
    static final long QUARANTINE = 3_600_000;
    /** So many addresses a client may decline within the time of quarantine. */
    static final int MOST_DECLINED = 3;

    private static final long SECOND = 1_000;

    private final Situation situation;
    private final DhcpMessage message;
    private final Allocation allocation;

    private DhcpServer(Situation situation, DhcpMessage message) {
        this.situation = situation;
        this.message = message;
        this.allocation = new Allocation(situation, message.node());
    }

    /** What the message leads to. */
    public static Decision decide(Situation situation, DhcpMessage message) {
        DhcpServer server = new DhcpServer(situation, message);
        if (message.server().isPresent() && !situation.domain().isGateway(message.server().get())) {
            return Decision.nothing();
        }
        switch (message.type()) {
            case DHCPDISCOVER:
                return server.discover();
            case DHCPREQUEST:
                return server.request();
            case DHCPDECLINE:
                return server.decline();
            case DHCPRELEASE:
                return server.release();
            case DHCPINFORM:
                return server.inform();
            default:
                return Decision.nothing();
        }
    }

    private Decision discover() {
        if (situation.grants().of(message.node()).stream().filter(g -> g.state() == State.DECLINED)
                .filter(g -> g.address().isIp4() && g.holds(situation.now())).count() >= MOST_DECLINED) {
            return Decision.refused("DHCP: a client that declines every address");
        }
        if (allocation.isBarred()) {
            return Decision.refused("DHCP: more addresses at " + situation.port());
        }
        return allocation.choose(message.requested()).map(this::offer).orElseGet(() ->
                Decision.refused("DHCP: no free address at " + situation.edge().id()));
    }

    private Decision offer(IpAddress address) {
        Optional<AddressGrant> before = situation.grants().at(address);
        boolean has = before.filter(g -> g.node().equals(message.node()) && g.state() == State.GRANTED
                && g.holds(situation.now())).isPresent();
        return Decision.builder()
                .change(has ? Optional.empty() : Optional.of(change(address, State.OFFERED, OFFER)))
                .answer(Optional.of(DhcpAnswers.offer(situation, message, address))).build();
    }

    private Decision request() {
        IpAddress address = message.subject().get();
        if (allocation.mayHave(address) && !allocation.isBarred()
                && (message.server().isPresent() || message.own().isPresent() || isOnRecord(address))) {
            return grant(address);
        }
        boolean othersKnow = !message.server().isPresent() && !isOnRecord(address) && isFarFromHere(address);
        if (othersKnow) {
            return Decision.nothing();
        }
        boolean another = situation.grants().at(address).filter(g -> g.holds(situation.now()))
                .filter(g -> !g.node().equals(message.node())).isPresent();
        return Decision.builder().answer(Optional.of(DhcpAnswers.nak(situation, message)))
                .refusal(another ? Optional.of("DHCP: an address of another") : Optional.empty()).build();
    }

    /** Whether the server knows that the client has or had the address. */
    private boolean isOnRecord(IpAddress address) {
        boolean reserved = situation.policy().reservedFor(address).filter(message.node().mac()::equals).isPresent();
        return reserved || situation.grants().at(address).filter(g -> g.node().equals(message.node())
                && g.state() != State.DECLINED).isPresent();
    }

    /** An address that nobody is known to have, and that the client is not known to lack: the server is silent. */
    private boolean isFarFromHere(IpAddress address) {
        boolean inside = situation.domain().homeOf(address).isPresent() && !situation.domain().isGateway(address);
        boolean taken = situation.grants().at(address).filter(g -> g.holds(situation.now())).isPresent()
                || situation.holder().apply(address).filter(h -> !h.equals(message.node())).isPresent();
        return inside && !taken && !allocation.present().isPresent();
    }

    private Decision grant(IpAddress address) {
        long time = DhcpAnswers.leaseTime(situation.policy(), message) * SECOND;
        return Decision.builder()
                .change(Optional.of(change(address, State.GRANTED, time)))
                .answer(Optional.of(DhcpAnswers.ack(situation, message, address)))
                .granted(Optional.of(address)).build();
    }

    private Decision decline() {
        IpAddress address = message.requested().get();
        if (!situation.settled() || !has(address)) {
            return Decision.refused("DHCP: declining what is not the client's");
        }
        return Decision.builder().change(Optional.of(change(address, State.DECLINED, QUARANTINE)))
                .ended(Optional.of(address)).refusal(Optional.of("DHCP: addresses that were found to be in use"))
                .build();
    }

    private Decision release() {
        IpAddress address = message.own().get();
        if (!situation.settled() || !has(address)) {
            return Decision.refused("DHCP: giving back what is not the client's");
        }
        return Decision.builder().change(Optional.of(change(address, State.RETURNED, REST)))
                .ended(Optional.of(address)).build();
    }

    private boolean has(IpAddress address) {
        return situation.grants().at(address).filter(g -> g.node().equals(message.node())
                && g.state() == State.GRANTED).isPresent();
    }

    private Decision inform() {
        Domain domain = situation.domain();
        IpAddress own = message.own().get();
        boolean another = situation.holder().apply(own).filter(h -> !h.equals(message.node())).isPresent();
        if (another || domain.isGateway(own) || !DhcpAnswers.gateway(domain, own).isPresent()) {
            return Decision.refused("DHCP: an address of another");
        }
        return Decision.builder().answer(Optional.of(DhcpAnswers.inform(situation, message))).build();
    }

    private GrantChange change(IpAddress address, State state, long time) {
        Optional<AddressGrant> before = situation.grants().at(address);
        boolean same = before.filter(g -> g.node().equals(message.node()) && g.state() == state).isPresent();
        Optional<String> known = before.filter(g -> g.node().equals(message.node())).flatMap(AddressGrant::name);
        return GrantChange.of(before, AddressGrant.builder().address(address).node(message.node())
                .name(message.name().isPresent() ? message.name() : known).port(situation.port()).state(state)
                .since(same ? before.get().since() : situation.now()).until(situation.now() + time).build());
    }
}
