/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.dhcp;

import com.google.common.collect.ImmutableSet;
import org.onlab.packet.Ethernet;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.AddressGrant;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.api.Trigger;
import org.onosdmm.core.dhcp.Decision;
import org.onosdmm.core.dhcp.DhcpMessage;
import org.onosdmm.core.dhcp.DhcpReader;
import org.onosdmm.core.dhcp.DhcpServer;
import org.onosdmm.core.dhcp.GrantChange;
import org.onosdmm.core.dhcp.GrantStore;
import org.onosdmm.core.dhcp.RelayAgent;
import org.onosdmm.core.dhcp.RelayedGrants;
import org.onosdmm.core.dhcp.Situation;
import org.onosdmm.core.engine.MobilityEngine;
import org.onosdmm.core.mobility.Evidence;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.onos.mobility.Search;
import org.onosdmm.core.onos.packet.PacketsOut;
import org.onosproject.net.ConnectPoint;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Carries out what DHCP messages lead to: changes the grants, then answers, then tells the engine. A change that
 * another was faster than is thought over again.
 */
final class DhcpDesk implements Desk {

    private static final int ATTEMPTS = 8;

    private final MobilityEngine engine;
    private final GrantStore grants;
    private final PacketsOut packets;
    private final Search search;
    private final Executor executor;
    private final Agreements agreements;
    private volatile Optional<IpAddress> relayed = Optional.empty();

    DhcpDesk(MobilityEngine engine, GrantStore grants, PacketsOut packets, Search search, Executor executor,
             Agreements agreements) {
        this.agreements = agreements;
        this.engine = engine;
        this.grants = grants;
        this.packets = packets;
        this.search = search;
        this.executor = executor;
    }

    @Override
    public MobileNodeId client(Ethernet frame) {
        return DhcpReader.read(frame).node();
    }

    @Override
    public void asked(Domain domain, Anchor edge, ConnectPoint port, Ethernet frame, long time) {
        try {
            DhcpMessage message = DhcpReader.read(frame);
            Situation situation = Situation.builder().domain(domain).edge(edge).port(port).grants(grants)
                    .holder(engine::holder)
                    .settled(agreements.isSettled(domain, message.node(), port, time)).now(time).build();
            if (RelayAgent.isFor(situation, message)) {
                relay(situation, message);
            } else {
                serve(situation, message, 1);
            }
        } catch (DmmException e) {
            engine.counters().refused("DHCP: malformed", e.getMessage());
        }
    }

    private void serve(Situation situation, DhcpMessage message, int attempt) {
        Decision decision = DhcpServer.decide(situation, message);
        if (!decision.change().isPresent()) {
            conclude(situation, message, decision);
            return;
        }
        probe(decision.change().get());
        grants.change(decision.change().get()).whenCompleteAsync((made, error) -> {
            if (error != null) {
                engine.counters().failed("store", error);
            } else if (made) {
                conclude(situation, message, decision);
            } else if (attempt < ATTEMPTS) {
                serve(situation, message, attempt + 1);
            } else {
                engine.counters().refused("DHCP: a contended address");
            }
        }, executor);
    }

    /**
     * An address that nobody is known to have may be that of a host which has never said a word (RFC 2131, section
     * 3.1). All are asked for it while the offer is made: who answers before the client takes it keeps it.
     */
    private void probe(GrantChange change) {
        boolean fresh = !change.before().filter(g -> g.node().equals(change.after().node())).isPresent();
        if (fresh && change.after().state() == AddressGrant.State.OFFERED) {
            search.lookFor(change.after().address(), Optional.of(change.after().port()));
        }
    }

    private void conclude(Situation situation, DhcpMessage message, Decision decision) {
        decision.refusal().ifPresent(what -> engine.counters().refused(what, "asked by " + message.node()));
        decision.ended().ifPresent(address -> engine.relinquished(message.node(), address));
        decision.granted().ifPresent(address -> engine.seen(Evidence.of(message.node(), ImmutableSet.of(address),
                situation.port(), Trigger.DHCP, situation.now()), Optional.empty()));
        decision.answer().ifPresent(answer -> packets.send(situation.port(), answer));
    }

    private void relay(Situation situation, DhcpMessage message) {
        Optional<AddressGrant.State> parting = RelayedGrants.parting(message);
        if (parting.isPresent() && !situation.settled()) {
            engine.counters().refused("DHCP: giving back what is not the client's");
            return;
        }
        Anchor owner = RelayAgent.owner(situation, message);
        Optional<Anchor> way = Stream.concat(Stream.of(owner, situation.edge()),
                situation.domain().withUplink().stream()).filter(this::canRelay).findFirst();
        if (!way.isPresent()) {
            engine.counters().refused("DHCP: no router towards the server");
            return;
        }
        MacAddress router = engine.network().routers().get(way.get().id());
        packets.send(new ConnectPoint(way.get().device(), way.get().uplink().get().port()),
                new RelayAgent(situation.domain()).toServer(message, situation.port(), owner, way.get(), router,
                        relayed));
        parting.ifPresent(state -> message.subject().ifPresent(address ->
                agreements.ended(message.node(), address, state, situation.now())));
    }

    private boolean canRelay(Anchor anchor) {
        return anchor.standing().own() && anchor.uplink(IpAddress.Version.INET).isPresent()
                && anchor.gateways().stream().anyMatch(IpAddress::isIp4)
                && engine.network().routers().containsKey(anchor.id());
    }

    @Override
    public void answered(Domain domain, Ethernet frame, long time) {
        if (!domain.dhcp().get().relay().isPresent()) {
            return;
        }
        new RelayAgent(domain).toClient(frame).filter(r -> engine.isAccess(r.port())).ifPresent(answer -> {
            relayed = answer.server();
            answer.offered().ifPresent(address -> search.lookFor(address, Optional.of(answer.port())));
            packets.send(answer.port(), answer.frame());
            answer.grant(time).ifPresent(agreements::given);
        });
    }

    /** Takes the addresses back whose time is over, of the nodes that this instance works for. */
    void expire(Predicate<MobileNodeId> mine, long now) {
        for (AddressGrant grant : grants.all()) {
            if (grant.state() == AddressGrant.State.GRANTED && !grant.holds(now) && mine.test(grant.node())) {
                AddressGrant after = grant.toBuilder().state(AddressGrant.State.EXPIRED).since(now).build();
                grants.change(GrantChange.of(Optional.of(grant), after)).whenCompleteAsync((made, error) -> {
                    if (error != null) {
                        engine.counters().failed("store", error);
                    } else if (made) {
                        engine.relinquished(grant.node(), grant.address());
                    }
                }, executor);
            }
        }
    }
}
