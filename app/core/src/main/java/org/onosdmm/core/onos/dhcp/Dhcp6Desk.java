/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.dhcp;

import org.onlab.packet.Ethernet;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.AddressGrant.State;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.core.dhcp.Dhcp6Answers;
import org.onosdmm.core.dhcp.Dhcp6Message;
import org.onosdmm.core.dhcp.Dhcp6Relay;
import org.onosdmm.core.engine.MobilityEngine;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.onos.packet.PacketsOut;
import org.onosproject.net.ConnectPoint;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * DHCPv6: answers what needs no state, or has a server outside asked.
 */
final class Dhcp6Desk implements Desk {

    private final MobilityEngine engine;
    private final PacketsOut packets;
    private final Agreements agreements;

    Dhcp6Desk(MobilityEngine engine, PacketsOut packets, Agreements agreements) {
        this.agreements = agreements;
        this.engine = engine;
        this.packets = packets;
    }

    @Override
    public MobileNodeId client(Ethernet frame) {
        return Dhcp6Message.read(frame).node();
    }

    @Override
    public void asked(Domain domain, Anchor edge, ConnectPoint port, Ethernet frame, long time) {
        try {
            Dhcp6Message message = Dhcp6Message.read(frame);
            Optional<Ethernet> answer = Dhcp6Answers.answer(domain, message);
            if (answer.isPresent()) {
                packets.send(port, answer.get());
            } else if (domain.dhcp6().get().relay().isPresent()) {
                relay(domain, edge, port, message, time);
            } else {
                engine.counters().refused("DHCPv6: not given here", "asked by " + message.node());
            }
        } catch (DmmException e) {
            engine.counters().refused("DHCPv6: malformed", e.getMessage());
        }
    }

    private void relay(Domain domain, Anchor edge, ConnectPoint port, Dhcp6Message message, long time) {
        Optional<State> parting = Dhcp6Relay.parting(message);
        if (parting.isPresent() && !agreements.isSettled(domain, message.node(), port, time)) {
            engine.counters().refused("DHCPv6: giving back what is not the client's");
            return;
        }
        Optional<Anchor> way = Stream.concat(Stream.of(edge), domain.withUplink().stream()).filter(this::canRelay)
                .findFirst();
        if (!way.isPresent()) {
            engine.counters().refused("DHCPv6: no router towards the server");
            return;
        }
        MacAddress router = engine.network().router(way.get(), IpAddress.Version.INET6).get();
        packets.send(new ConnectPoint(way.get().device(), way.get().uplink().get().port()),
                Dhcp6Relay.toServer(domain, message, port, Dhcp6Relay.link(domain, message, edge), way.get(), router));
        parting.ifPresent(state -> message.addresses().forEach(address ->
                agreements.ended(message.node(), address, state, time)));
    }

    private boolean canRelay(Anchor anchor) {
        return anchor.standing().own() && anchor.uplink(IpAddress.Version.INET6).isPresent()
                && Dhcp6Relay.address(anchor).isPresent()
                && engine.network().router(anchor, IpAddress.Version.INET6).isPresent();
    }

    @Override
    public void answered(Domain domain, Ethernet frame, long time) {
        if (domain.dhcp6().get().relay().isPresent()) {
            try {
                Dhcp6Relay.toClient(domain, frame).filter(a -> engine.isAccess(a.port())).ifPresent(answer -> {
                    packets.send(answer.port(), answer.frame());
                    answer.grants(time).forEach(agreements::given);
                });
            } catch (DmmException e) {
                engine.counters().refused("DHCPv6: malformed", e.getMessage());
            }
        }
    }
}
