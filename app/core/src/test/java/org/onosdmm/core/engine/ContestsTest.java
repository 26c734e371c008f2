/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onlab.packet.IpAddress;
import org.onosdmm.core.config.Documents;
import org.onosdmm.core.emulation.DhcpClient;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.emulation.Topology;
import org.onosdmm.dataplane.Frame;
import org.onosdmm.dataplane.Packets;
import org.onosproject.net.host.HostEvent;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Two MAC addresses, one IP address: an interface was replaced, or somebody takes what is not his. */
class ContestsTest {
    private static final IpAddress WEB = Outside.address(30);
    private static final String ADDRESS = "10.1.0.10";

    private Emulation net;
    private Station former;
    private Station heir;

    @BeforeEach
    void attach() {
        begin(Emulation.campus());
    }

    private void begin(Emulation emulation) {
        net = emulation;
        former = net.station("former", 1, ADDRESS);
        heir = net.station("heir", "10.1.0.66", ADDRESS);
        net.run(100);
    }

    /** The heir says again and again what it has, for this long, s. */
    private void claims(int seconds) {
        for (int second = 0; second < seconds; second += 5) {
            heir.announce();
            net.age(5);
        }
    }

    private Optional<?> holder() {
        return net.mobility().holder(former.address());
    }

    private void talks(Station node, IpAddress address) {
        net.outside().echo(WEB);
        node.clear();
        node.send(node.udp(WEB, 5_000, 80, "hello").ip(address, WEB).build());
        net.run(100);
        assertEquals(1, node.heard().size());
        net.settle();
        net.assertExact();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aNewInterfaceGetsTheAddressOfTheOneThatAnswersNoMore(int edge) {
        former.silent();
        heir.at(edge == 1 ? net.topology().second(1) : net.topology().access(edge));
        claims(10);
        assertEquals(Optional.of(former.id()), holder(), "it has time to answer");
        claims(10);
        assertEquals(Optional.of(heir.id()), holder());
        assertFalse(net.mobility().state(former.id()).isPresent(), "nothing is left of it");
        talks(heir, former.address());
    }

    @Test
    void theOtherAddressesOfTheFormerHolderStay() {
        Station both = net.station("both", 2, "10.2.0.20", "10.2.0.21").silent();
        heir = net.station("one", "10.2.0.21").at(net.topology().access(3));
        claims(20);
        assertEquals(Set.of(IpAddress.valueOf("10.2.0.20")), net.binding(both).addresses());
        assertEquals(Optional.of(heir.id()), net.mobility().holder(heir.address()));
        talks(heir, heir.address());
    }

    @Test
    void aHolderThatAnswersKeepsItHoweverLongItIsClaimed() {
        heir.at(net.topology().access(2));
        claims(120);
        assertEquals(Optional.of(former.id()), holder());
        assertTrue(net.mobility().counters().counts()
                .getOrDefault("refused claims to an address of " + former.id(), 0L) > 0);
        talks(former, former.address());
    }

    @Test
    void aHolderThatIsAwayKeepsItForAWhile() {
        net.hostSeen(HostEvent.Type.HOST_REMOVED, former, net.topology().access(1), net.clock().millis());
        former.leave();
        heir.at(net.topology().access(1));
        claims(5);
        assertEquals(Optional.of(former.id()), holder());
        claims(15);
        assertEquals(Optional.of(heir.id()), holder());
        talks(heir, former.address());
    }

    @Test
    void aHolderThatIsBackInTimeHasIt() {
        net.hostSeen(HostEvent.Type.HOST_REMOVED, former, net.topology().access(1), net.clock().millis());
        former.leave();
        heir.at(net.topology().access(2));
        claims(5);
        former.at(net.topology().access(3)).announce();
        claims(60);
        assertEquals(Optional.of(former.id()), holder());
        talks(former, former.address());
    }

    @Test
    void nobodyLosesWhatNobodyClaimsAnyMore() {
        former.silent();
        heir.at(net.topology().access(2));
        claims(5);
        net.age(300);
        assertEquals(Optional.of(former.id()), holder());
        claims(5);
        assertEquals(Optional.of(former.id()), holder(), "it is another contest");
        assertEquals(Map.of(), net.mobility().counters().counts());
    }

    @Test
    void whatOnosRemembersOfAHostIsNoClaim() {
        former.silent();
        heir.at(net.topology().access(2));
        for (int second = 0; second < 60; second += 5) {
            net.hostSeen(HostEvent.Type.HOST_UPDATED, heir, net.topology().access(2), net.clock().millis());
            net.age(5);
        }
        assertEquals(Optional.of(former.id()), holder());
        assertEquals(Set.of(heir.address()), net.binding(heir).addresses());
    }

    @Test
    void whatOnosRemembersOfAHostDoesNotBringBackWhatItHasGivenUp() {
        heir.at(net.topology().access(2));
        heir.announce();
        net.run(50);
        net.mobility().relinquished(former.id(), former.address());
        net.run(50);
        net.hostSeen(HostEvent.Type.HOST_UPDATED, former, net.topology().access(1), net.clock().millis());
        net.run(50);
        assertEquals(Optional.empty(), holder());
        heir.announce();
        net.run(50);
        assertEquals(Optional.of(heir.id()), holder());
        net.mobility().relinquished(heir.id(), former.address());
        net.run(50);
        net.hostSeen(HostEvent.Type.HOST_UPDATED, heir, net.topology().access(2), net.clock().millis());
        net.run(50);
        assertEquals(Optional.empty(), holder());
        former.announce();
        net.run(50);
        assertEquals(Optional.of(former.id()), holder(), "its own sign counts");
    }

    @Test
    void howLongItTakesIsTheOperatorsChoice() {
        ObjectNode document = Topology.campus().document();
        document.set("timers", Documents.json("{ 'addressHold': 60000 }"));
        begin(Emulation.of(Topology.campus().configured(document)));
        former.silent();
        heir.at(net.topology().access(2));
        claims(60);
        assertEquals(Optional.of(former.id()), holder());
        claims(10);
        assertEquals(Optional.of(heir.id()), holder());
    }

    @Test
    void anAddressThatDhcpHasGivenIsNotTaken() {
        ObjectNode document = Topology.campus().document();
        document.set("dhcp", Documents.json("{ 'ranges': ['10.1.0.100-10.1.0.149'], 'leaseTime': 600 }"));
        net = Emulation.of(Topology.campus().configured(document));
        DhcpClient client = new DhcpClient(net, 0x10).at(net.topology().access(1)).start();
        Frame claim = Packets.gratuitousArp(net.station("thief", "10.1.0.66").mac(),
                client.address().getIp4Address());
        net.setPower(net.topology().access(1).deviceId(), false);
        for (int second = 0; second < 60; second += 5) {
            net.wires().send(net.topology().access(2), claim);
            net.age(5);
        }
        assertEquals(Optional.of(client.id()), net.mobility().holder(client.address()));
    }
}
