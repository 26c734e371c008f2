/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.config;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.onlab.packet.IpAddress;
import org.onlab.packet.IpPrefix;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.DmmException;
import org.onosdmm.core.model.AddressRange;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.DhcpPolicy;
import org.onosdmm.core.model.Reservation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.onlab.packet.IpAddress.Version.INET;

/**
 * Reads how nodes get addresses by DHCP. Every address to give is of an anchor's prefix that has a gateway.
 */
final class DhcpReader {

    private static final Pattern RANGE = Pattern.compile("([0-9.]+)-([0-9.]+)");
    private static final Pattern DOMAIN_NAME =
            Pattern.compile("(?=.{1,200}$)[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})*");
    private static final long LARGEST_RANGE = 1 << 16;
    private static final int MOST_SERVERS = 8;
    private static final int YEAR = 365 * 24 * 3600;

    private final ImmutableList<Anchor> anchors;
    private final Claims claims = new Claims();
    private final List<AddressRange> ranges = new ArrayList<>();

    DhcpReader(ImmutableList<Anchor> anchors) {
        this.anchors = anchors;
    }

    DhcpPolicy read(Field field) {
        field.object("ranges", "reservations", "leaseTime", "dns", "domainName", "mtu", "onMove", "perPort", "relay");
        items(field, "ranges").forEach(this::range);
        Optional<IpAddress> relay = field.optional("relay").map(this::server);
        if (ranges.isEmpty() && !relay.isPresent()) {
            throw new DmmException(DmmException.Kind.INVALID, field.path(),
                    "has neither ranges nor relay, so no node would get an address");
        }
        return DhcpPolicy.builder()
                .ranges(ranges)
                .reservations(reservations(items(field, "reservations")))
                .leaseTime(field.optional("leaseTime").map(f -> f.integer(60, YEAR)).orElse(3_600))
                .dns(servers(field, INET))
                .domainName(field.optional("domainName").map(DhcpReader::domainName))
                .mtu(field.optional("mtu").map(f -> f.integer(576, 65_535)))
                .onMove(field.optional("onMove").map(DhcpReader::onMove).orElse(DhcpPolicy.OnMove.KEEP))
                .perPort(field.optional("perPort").map(f -> f.integer(1, 65_536)).orElse(256))
                .relay(relay)
                .build();
    }

    static ImmutableList<Field> items(Field field, String name) {
        return field.optional(name).map(Field::items).orElse(ImmutableList.of());
    }

    private void range(Field field) {
        Matcher parts = RANGE.matcher(field.text());
        if (!parts.matches()) {
            throw field.invalid("is not a range of addresses, such as 192.0.2.10-192.0.2.99");
        }
        AddressRange range = ordered(field, Addresses.address(field, parts.group(1)),
                Addresses.address(field, parts.group(2)));
        IpPrefix prefix = prefixOf(field, range.first());
        if (!prefix.contains(range.last())) {
            throw field.invalid("ends outside of " + prefix);
        }
        if (Subnets.isReserved(range.first(), prefix) || Subnets.isReserved(range.last(), prefix)) {
            throw field.invalid("contains the network or broadcast address of " + prefix);
        }
        anchors.stream().flatMap(a -> a.gateways().stream()).filter(range::contains).findFirst().ifPresent(g -> {
            throw field.invalid("contains the gateway " + g);
        });
        ranges.stream().filter(range::overlaps).findFirst().ifPresent(other -> {
            throw field.invalid("overlaps " + other);
        });
        ranges.add(range);
    }

    private static AddressRange ordered(Field field, IpAddress first, IpAddress last) {
        if (first.compareTo(last) > 0) {
            throw field.invalid("is a range that ends before it begins");
        }
        AddressRange range = AddressRange.of(first, last);
        if (range.size() > LARGEST_RANGE) {
            throw field.invalid("is too large: a range has at most " + LARGEST_RANGE + " addresses");
        }
        return range;
    }

    /** The prefix of an address that can be given: nodes need a gateway in it. */
    private IpPrefix prefixOf(Field field, IpAddress address) {
        IpPrefix prefix = anchors.stream().flatMap(a -> a.prefixes().stream()).filter(p -> p.contains(address))
                .findFirst().orElseThrow(() -> field.invalid("is in no anchor's prefixes"));
        if (anchors.stream().flatMap(a -> a.gateways().stream()).noneMatch(prefix::contains)) {
            throw field.invalid("is of " + prefix + ", which has no gateway");
        }
        return prefix;
    }

    private ImmutableMap<MacAddress, Reservation> reservations(ImmutableList<Field> items) {
        ImmutableMap.Builder<MacAddress, Reservation> reservations = ImmutableMap.builder();
        for (Field item : items) {
            item.object("mac", "address", "name");
            Field macField = item.required("mac");
            Field addressField = item.required("address");
            MacAddress mac = claims.claim(macField, "mac", Addresses.mac(macField), item.path());
            IpAddress address = claims.claim(addressField, "address", reserved(addressField), item.path());
            reservations.put(mac, Reservation.of(mac, address, item.optional("name").map(Field::name)));
        }
        return reservations.build();
    }

    private IpAddress reserved(Field field) {
        IpAddress address = address(field, INET);
        IpPrefix prefix = prefixOf(field, address);
        if (Subnets.isReserved(address, prefix)) {
            throw field.invalid("is the network or broadcast address of " + prefix);
        }
        if (anchors.stream().anyMatch(a -> a.gateways().contains(address))) {
            throw field.invalid("is a gateway");
        }
        return address;
    }

    /** Name servers, of a family. */
    static ImmutableList<IpAddress> servers(Field dhcp, IpAddress.Version version) {
        ImmutableList<IpAddress> servers = items(dhcp, "dns").stream().map(f -> address(f, version))
                .collect(ImmutableList.toImmutableList());
        if (servers.size() > MOST_SERVERS) {
            throw dhcp.required("dns").invalid("has more than " + MOST_SERVERS + " servers");
        }
        return servers;
    }

    private static IpAddress address(Field field, IpAddress.Version version) {
        IpAddress address = Addresses.address(field);
        if (address.version() != version) {
            throw field.invalid("is not an IPv" + (version == INET ? 4 : 6) + " address");
        }
        return address;
    }

    static String domainName(Field field) {
        if (!DOMAIN_NAME.matcher(field.text()).matches()) {
            throw field.invalid("is not a domain name");
        }
        return field.text();
    }

    private static DhcpPolicy.OnMove onMove(Field field) {
        switch (field.text()) {
            case "keep":
                return DhcpPolicy.OnMove.KEEP;
            case "renew":
                return DhcpPolicy.OnMove.RENEW;
            default:
                throw field.invalid("is not a policy; known are keep, renew");
        }
    }

    private IpAddress server(Field field) {
        return server(field, anchors, INET);
    }

    /** A server outside. Its answers come back by the uplink of the anchor that asks. */
    static IpAddress server(Field field, ImmutableList<Anchor> anchors, IpAddress.Version version) {
        IpAddress server = address(field, version);
        if (anchors.stream().anyMatch(a -> a.owns(server))) {
            throw field.invalid("is an address of a node; the server has to be outside");
        }
        if (anchors.stream().noneMatch(a -> a.uplink(version).isPresent()
                && a.gateways().stream().anyMatch(g -> g.version() == version))) {
            throw field.invalid("cannot be reached: no anchor has a gateway and an uplink");
        }
        return server;
    }
}
