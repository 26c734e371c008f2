/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.config;

import com.google.common.collect.ImmutableList;
import org.onlab.packet.IpAddress;
import org.onlab.packet.IpPrefix;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.Locator;
import org.onosdmm.core.model.MacAddresses;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads addresses and prefixes.
 */
final class Addresses {

    private static final Pattern MAC = Pattern.compile("\\p{XDigit}{2}(:\\p{XDigit}{2}){5}");
    private static final Pattern PREFIX = Pattern.compile("([^/]+)/(\\d{1,3})");
    private static final ImmutableList<IpPrefix> NO_HOSTS = ImmutableList.of(
            IpPrefix.valueOf("0.0.0.0/8"), IpPrefix.valueOf("127.0.0.0/8"), IpPrefix.valueOf("224.0.0.0/3"),
            IpPrefix.valueOf("::/8"), IpPrefix.valueOf("fe80::/10"), IpPrefix.valueOf("ff00::/8"));

    private Addresses() {
    }

    /** A MAC address that the virtual gateway can have. */
    static MacAddress gatewayMac(Field field) {
        MacAddress mac = mac(field);
        if (mac.inRange(Locator.PREFIX, Locator.PREFIX_MASK)) {
            throw field.invalid("begins with 0a, which is reserved for locators");
        }
        return mac;
    }

    /** The MAC address of one interface. */
    static MacAddress mac(Field field) {
        if (!MAC.matcher(field.text()).matches()) {
            throw field.invalid("is not a MAC address");
        }
        MacAddress mac = MacAddress.valueOf(field.text());
        if (!MacAddresses.isUnicast(mac)) {
            throw field.invalid("is not a unicast MAC address");
        }
        return mac;
    }

    /** An address. */
    static IpAddress address(Field field) {
        return address(field, field.text());
    }

    /** An address with the length of its link's prefix, such as {@code 192.0.2.2/30}: the address. */
    static IpAddress addressOnLink(Field field) {
        return address(field, split(field).group(1));
    }

    /** An address with the length of its link's prefix, such as {@code 192.0.2.2/30}: the link. */
    static IpPrefix link(Field field) {
        IpAddress address = addressOnLink(field);
        int length = Integer.parseInt(split(field).group(2));
        if (length > Subnets.bits(address.version())) {
            throw field.invalid("has too long a prefix");
        }
        return IpPrefix.valueOf(address, length);
    }

    /** A prefix; no bit is set beyond its length. */
    static IpPrefix prefix(Field field) {
        IpPrefix prefix = link(field);
        if (!prefix.address().equals(addressOnLink(field))) {
            throw field.invalid("has bits set beyond its length; the prefix is " + prefix);
        }
        return prefix;
    }

    /** A prefix of hosts. */
    static IpPrefix hosts(Field field) {
        return checkHosts(field, prefix(field));
    }

    /** The same prefix, if hosts can have addresses of it. */
    static IpPrefix checkHosts(Field field, IpPrefix prefix) {
        if (NO_HOSTS.stream().anyMatch(p -> Subnets.overlap(p, prefix))) {
            throw field.invalid("contains addresses that no host can have");
        }
        return prefix;
    }

    private static Matcher split(Field field) {
        Matcher matcher = PREFIX.matcher(field.text());
        if (!matcher.matches()) {
            throw field.invalid("is not an IP address and a prefix length, such as 192.0.2.0/24");
        }
        return matcher;
    }

    /** The address that is a part of a field's text. */
    static IpAddress address(Field field, String text) {
        try {
            return IpAddress.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw field.invalid(text.equals(field.text()) ? "is not an IP address"
                    : "does not begin with an IP address");
        }
    }
}
