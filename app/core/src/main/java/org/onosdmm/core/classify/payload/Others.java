/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.payload;

import com.google.common.collect.ImmutableMap;

import java.util.Optional;

/**
 * Protocols of no class of their own, by what they cannot be mistaken for: so that nothing else is made of them.
 */
final class Others implements Recognizer {

    private static final int UDP = 17;
    /** Ports of the servers of datagram protocols that do not tell themselves in every packet. */
    private static final ImmutableMap<Integer, String> PORTS = ImmutableMap.<Integer, String>builder()
            .put(53, "DNS").put(67, "DHCP").put(68, "DHCP").put(69, "TFTP").put(88, "Kerberos").put(111, "RPC")
            .put(123, "NTP").put(137, "NetBIOS").put(138, "NetBIOS").put(161, "SNMP").put(162, "SNMP")
            .put(177, "XDMCP").put(319, "PTP").put(320, "PTP").put(389, "LDAP").put(427, "SLP").put(443, "web")
            .put(464, "Kerberos").put(500, "IKE").put(514, "syslog").put(520, "RIP").put(546, "DHCP").put(547, "DHCP")
            .put(623, "RMCP").put(1194, "OpenVPN").put(1434, "SQL Server").put(1645, "RADIUS").put(1646, "RADIUS")
            .put(1701, "L2TP").put(1812, "RADIUS").put(1813, "RADIUS").put(1900, "SSDP").put(2049, "NFS")
            .put(2055, "NetFlow").put(2123, "GTP").put(2152, "GTP").put(3386, "GTP").put(3544, "Teredo")
            .put(3702, "WS-Discovery").put(3784, "BFD").put(4500, "IPsec").put(4739, "IPFIX").put(4789, "VXLAN")
            .put(5246, "CAPWAP").put(5247, "CAPWAP").put(5351, "NAT-PMP").put(5353, "mDNS").put(5355, "LLMNR")
            .put(5683, "CoAP").put(5684, "CoAP").put(6081, "Geneve").put(6343, "sFlow").put(7001, "AFS")
            .put(8472, "VXLAN").put(9600, "FINS").put(34964, "PROFINET").put(47808, "BACnet")
            .build();

    @Override
    public Optional<Recognition> recognize(Datagram in) {
        String name = in.protocol() == UDP ? name(in) : "";
        if (name.equals("BitTorrent")) {
            return Recognition.as(Recognition.LOW_PRIORITY, name);
        }
        return name.isEmpty() ? Optional.empty() : Recognition.other(name);
    }

    private static String name(Datagram in) {
        if (in.says(0, "d1:") && (in.says(3, "ad") || in.says(3, "rd") || in.says(3, "el"))
                || in.says(1, "BitTorrent protocol") || isTorrent(in)) {
            return "BitTorrent";
        }
        if (isWireGuard(in)) {
            return "WireGuard";
        }
        if (in.says(0, "M-SEARCH ") || in.says(0, "NOTIFY * HTTP") || in.says(0, "HTTP/1.1 ")) {
            return "SSDP";
        }
        if (in.says(0, "RTPS") || in.says(0, "RTPX")) {
            return "RTPS";
        }
        String destination = PORTS.get(in.destination());
        String found = destination == null ? PORTS.get(in.source()) : destination;
        return found == null ? "" : found;
    }

    /** SYN of uTP (BEP 29): type 4, version 1, no time of the other side yet. */
    private static boolean isTorrent(Datagram in) {
        return in.has(20) && in.u8(0) == 0x41 && in.u8(1) <= 2 && in.u32(8) == 0 && in.u16(18) == 0 && in.u16(16) == 1;
    }

    private static boolean isWireGuard(Datagram in) {
        return in.length() == 148 && in.u32(0) == 0x0100_0000L || in.length() == 92 && in.u32(0) == 0x0200_0000L
                || in.length() == 64 && in.u32(0) == 0x0300_0000L;
    }
}
