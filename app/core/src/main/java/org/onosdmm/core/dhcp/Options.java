/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.dhcp;

import com.google.common.collect.ImmutableSet;
import org.onlab.packet.DHCP;
import org.onlab.packet.IpAddress;
import org.onlab.packet.dhcp.DhcpOption;
import org.onosdmm.api.DmmException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Options of a DHCP packet, by number (RFC 2132). What comes more than once counts as one value in parts (RFC 3396),
 * so two addresses that contradict each other are one that is too long.
 */
final class Options {

    static final int SUBNET_MASK = 1;
    static final int ROUTER = 3;
    static final int DNS = 6;
    static final int HOST_NAME = 12;
    static final int DOMAIN_NAME = 15;
    static final int MTU = 26;
    static final int BROADCAST = 28;
    static final int REQUESTED_ADDRESS = 50;
    static final int LEASE_TIME = 51;
    static final int MESSAGE_TYPE = 53;
    static final int SERVER = 54;
    static final int WANTED = 55;
    static final int RENEWAL_TIME = 58;
    static final int REBINDING_TIME = 59;
    static final int CLIENT_ID = 61;
    static final int RELAY = 82;
    static final int CLASSLESS_ROUTES = 121;
    static final int END = 255;

    private static final int OCTET = 0xff;
    private static final long UNSIGNED = 0xffff_ffffL;

    private Options() {
    }

    /** The value of an option; absent if it is not there. */
    static Optional<byte[]> of(DHCP packet, int code) {
        ByteBuffer value = ByteBuffer.allocate(packet.getOptions().size() * OCTET);
        boolean present = false;
        for (DhcpOption option : packet.getOptions()) {
            if ((option.getCode() & OCTET) == code) {
                present = true;
                value.put(option.getData() == null ? new byte[0] : option.getData());
            }
        }
        byte[] octets = new byte[value.flip().remaining()];
        value.get(octets);
        return present ? Optional.of(octets) : Optional.empty();
    }

    /** An option that is an address. */
    static Optional<IpAddress> address(DHCP packet, int code) {
        return of(packet, code).map(v -> IpAddress.valueOf(ByteBuffer.wrap(sized(code, v, 4)).getInt()));
    }

    /** An option that is a time in seconds. */
    static Optional<Long> seconds(DHCP packet, int code) {
        return of(packet, code).map(v -> ByteBuffer.wrap(sized(code, v, 4)).getInt() & UNSIGNED);
    }

    /** An option that is a list of numbers. */
    static Optional<ImmutableSet<Integer>> numbers(DHCP packet, int code) {
        return of(packet, code).map(value -> {
            ImmutableSet.Builder<Integer> numbers = ImmutableSet.builder();
            for (byte octet : value) {
                numbers.add(octet & OCTET);
            }
            return numbers.build();
        });
    }

    /** An option that is a text; what is not printable is left out, for it goes to logs and screens. */
    static Optional<String> text(DHCP packet, int code) {
        return of(packet, code).map(v -> new String(v, StandardCharsets.US_ASCII).replaceAll("[^ -~]", ""))
                .filter(text -> !text.isEmpty());
    }

    /** The value, if it is of the length that it has to be. */
    static byte[] sized(int code, byte[] value, int length) {
        if (value.length != length) {
            throw new DmmException(DmmException.Kind.INVALID, "option " + code,
                    "does not have " + length + " octets, or is there twice");
        }
        return value;
    }

    /** An option by its parts. */
    static DhcpOption option(int code, byte[] value) {
        return new DhcpOption().setCode((byte) code).setLength((byte) value.length).setData(value);
    }

    /** The end of all options: nothing but its number. */
    static DhcpOption end() {
        return new DhcpOption().setCode((byte) END);
    }
}
