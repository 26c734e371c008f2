/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.dhcp;

import org.junit.jupiter.api.Test;
import org.onlab.packet.DHCP.MsgType;
import org.onlab.packet.DeserializationException;
import org.onlab.packet.Ethernet;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.DmmException;

import java.nio.BufferUnderflowException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What clients say, and what they say wrongly. */
class DhcpReaderTest {

    private static final MacAddress MAC = MacAddress.valueOf("02:00:00:00:00:10");
    private static final MacAddress OTHER = MacAddress.valueOf("02:00:00:00:00:11");

    private static ClientFrame client(MsgType type) {
        return ClientFrame.of(MAC, type);
    }

    private static void refused(String problem, ClientFrame frame) {
        DmmException refusal = assertThrows(DmmException.class, () -> DhcpReader.read(frame.build()));
        assertEquals(problem, refusal.getMessage());
    }

    @Test
    void aRequestIsRead() {
        DhcpMessage message = DhcpReader.read(client(MsgType.DHCPREQUEST).asking("10.1.0.100").server("10.1.0.1")
                .number(51, -1).option(55, 1, 121, 255).text(12, "laptop\n").broadcast().build());
        assertEquals(MsgType.DHCPREQUEST, message.type());
        assertEquals(MAC, message.node().mac());
        assertEquals(Optional.empty(), message.own());
        assertEquals(Optional.of(IpAddress.valueOf("10.1.0.100")), message.requested());
        assertEquals(Optional.of(IpAddress.valueOf("10.1.0.1")), message.server());
        assertEquals(Optional.of(0xffff_ffffL), message.leaseTime());
        assertEquals(Optional.of(Set.of(1, 121, 255)), message.wanted());
        assertEquals(Optional.of("laptop"), message.name());
        assertTrue(message.broadcast());
    }

    @Test
    void anOptionInPartsIsOne() {
        DhcpMessage message = DhcpReader.read(client(MsgType.DHCPDISCOVER).option(55, 1).option(55, 3, 6).build());
        assertEquals(Optional.of(Set.of(1, 3, 6)), message.wanted());
    }

    @Test
    void messagesThatSayNothing() {
        refused("option 53: is missing", ClientFrame.untyped(MAC));
        refused("option 53: is not a known type", ClientFrame.untyped(MAC).option(53, 99));
        refused("option 53: is not a known type", ClientFrame.untyped(MAC).option(53, 0));
        for (MsgType type : new MsgType[] {MsgType.DHCPOFFER, MsgType.DHCPACK, MsgType.DHCPNAK,
            MsgType.DHCPFORCERENEW, MsgType.DHCPLEASEQUERY}) {
            refused("option 53: is not a client's type", client(type));
        }
    }

    @Test
    void messagesThatContradictThemselves() {
        refused("option 53: does not have 1 octets, or is there twice", client(MsgType.DHCPDISCOVER).option(53, 3));
        refused("option 50: does not have 4 octets, or is there twice",
                client(MsgType.DHCPREQUEST).asking("10.1.0.100").asking("10.1.0.101"));
        refused("option 54: does not have 4 octets, or is there twice",
                client(MsgType.DHCPREQUEST).asking("10.1.0.100").option(54, 10, 1, 0));
        refused("option 51: does not have 4 octets, or is there twice",
                client(MsgType.DHCPDISCOVER).option(51));
        refused("ciaddr: contradicts option 50",
                client(MsgType.DHCPREQUEST).own("10.1.0.100").asking("10.1.0.101"));
        refused("ciaddr: is not the sender's address",
                client(MsgType.DHCPREQUEST).own("10.1.0.100").from("10.1.0.101"));
        refused("ciaddr: is not the sender's address", client(MsgType.DHCPDISCOVER).from("10.1.0.101"));
    }

    @Test
    void whoRenewsMaySayItTwice() {
        DhcpMessage message = DhcpReader.read(client(MsgType.DHCPREQUEST).own("10.1.0.100").asking("10.1.0.100")
                .server("10.1.0.1").build());
        assertEquals("10.1.0.100", message.subject().get().toString());
    }

    @Test
    void messagesThatLackSomething() {
        refused("option 50: is missing", client(MsgType.DHCPREQUEST));
        refused("option 50: is missing", client(MsgType.DHCPREQUEST).server("10.1.0.1"));
        refused("option 50: is missing", client(MsgType.DHCPDECLINE).server("10.1.0.1"));
        refused("option 54: is missing", client(MsgType.DHCPDECLINE).asking("10.1.0.100"));
        refused("ciaddr: is missing", client(MsgType.DHCPRELEASE).server("10.1.0.1"));
        refused("option 54: is missing", client(MsgType.DHCPRELEASE).own("10.1.0.100"));
        refused("ciaddr: is missing", client(MsgType.DHCPINFORM));
    }

    @Test
    void messagesOfOthers() {
        refused("chaddr: is not the sender's MAC address", client(MsgType.DHCPDISCOVER).from(OTHER));
        refused("chaddr: is not a unicast address", ClientFrame.of(MacAddress.BROADCAST, MsgType.DHCPDISCOVER));
        ClientFrame reply = client(MsgType.DHCPDISCOVER);
        reply.packet().setOpCode((byte) 2);
        refused("op: is not that of a client", reply);
        ClientFrame relayed = client(MsgType.DHCPDISCOVER);
        relayed.packet().setGatewayIPAddress(0x0a01_0001);
        refused("giaddr: is set, and nodes do not relay", relayed);
        refused("option 82: is set, and nodes do not relay", client(MsgType.DHCPDISCOVER).option(82, 1, 1, 7));
        ClientFrame tokenRing = client(MsgType.DHCPDISCOVER);
        tokenRing.packet().setHardwareType((byte) 6);
        refused("htype: is not Ethernet", tokenRing);
        ClientFrame longAddress = client(MsgType.DHCPDISCOVER);
        longAddress.packet().setHardwareAddressLength((byte) 16);
        refused("htype: is not Ethernet", longAddress);
    }

    /** Whatever comes: it is read, or refused by us, or by ONOS's codec, which the packet service expects. */
    @Test
    void spoiltFramesDoNoHarm() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] whole = client(MsgType.DHCPREQUEST).asking("10.1.0.100").server("10.1.0.1").number(51, 600)
                .option(55, 1, 3, 6).option(61, 1, 2, 3).option(82, 1, 2, 3, 4).text(12, "laptop").bytes();
        int read = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = round % 3 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int i = random.nextInt(4); i > 0 && bytes.length > 42; i--) {
                bytes[42 + random.nextInt(bytes.length - 42)] = (byte) random.nextInt();
            }
            read += tryToRead(bytes, seed);
        }
        assertTrue(read > 0, "seed " + seed);
    }

    private static int tryToRead(byte[] bytes, long seed) {
        Ethernet frame;
        try {
            frame = Ethernet.deserializer().deserialize(bytes, 0, bytes.length);
        } catch (DeserializationException | BufferUnderflowException e) {
            return 0;
        }
        if (!DhcpReader.toServer(frame).isPresent()) {
            return 0;
        }
        try {
            return DhcpReader.read(frame).node().mac().equals(MAC) ? 1 : 0;
        } catch (DmmException e) {
            return 1;
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed, e);
        }
    }
}
