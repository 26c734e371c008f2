/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.emulation;

import org.onlab.packet.IpAddress;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Answers of the DNS (RFC 1035, section 4). */
public final class DnsPackets {

    private DnsPackets() {
    }

    /** The answer that a name has this IPv4 address for so long, s. */
    public static byte[] answer(String name, IpAddress address, int ttl) {
        ByteBuffer packet = ByteBuffer.allocate(512);
        packet.putShort((short) 0x1234).putShort((short) 0x8180).putShort((short) 1).putShort((short) 1)
                .putShort((short) 0).putShort((short) 0);
        for (String label : name.split("\\.")) {
            packet.put((byte) label.length()).put(label.getBytes(StandardCharsets.US_ASCII));
        }
        packet.put((byte) 0).putShort((short) 1).putShort((short) 1);
        packet.putShort((short) 0xc00c).putShort((short) 1).putShort((short) 1).putInt(ttl).putShort((short) 4)
                .put(address.toOctets());
        byte[] octets = new byte[packet.position()];
        packet.flip();
        packet.get(octets);
        return octets;
    }
}
