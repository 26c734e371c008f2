/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.config;

import com.google.common.collect.ImmutableList;
import org.onlab.packet.IpAddress;
import org.onlab.packet.IpPrefix;
import org.onosdmm.api.AnchorId;
import org.onosdmm.core.model.Reach;
import org.onosdmm.core.model.Uplink;
import org.onosproject.net.PortNumber;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads an anchor's uplink, and the same uplink for IPv6. All addresses of each are of one family: that of its own
 * address.
 */
final class UplinkReader {

    /** A returned address rests before it is lent again (RFC 4787, REQ-8): one address could not serve two moves. */
    private static final long LEAST_POOL = 2;
    private static final long LARGEST_POOL = 1 << 20;
    private static final long LAST_PORT = 0xffff_ff00L;
    /** A router may be known by its link-local address, as routers are to hosts (RFC 4861, section 6.1.2). */
    private static final IpPrefix LINK_LOCAL = IpPrefix.valueOf("fe80::/10");
    private static final int MAX_COST = 65_535;
    private static final int DEFAULT_COST = 10;

    private final Claims claims;

    UplinkReader(Claims claims) {
        this.claims = claims;
    }

    /** The uplink for the family of its address. */
    Uplink read(Field field) {
        field.object("port", "address", "nextHop", "pool", "reach", "ipv6", "backup");
        return read(field, field.required("port"));
    }

    /** The same uplink for IPv6, if that is given apart. */
    Optional<Uplink> read6(Field field, Uplink first) {
        Optional<Field> part = field.optional("ipv6");
        part.ifPresent(ipv6 -> {
            ipv6.object("address", "nextHop", "pool", "reach");
            if (first.address().isIp6()) {
                throw ipv6.invalid("is given twice: the uplink's address is IPv6");
            }
            Field own = ipv6.required("address");
            if (Addresses.addressOnLink(own).isIp4()) {
                throw own.invalid("is IPv4, but the uplink's address for IPv6 is asked for");
            }
        });
        return part.map(ipv6 -> read(ipv6, field.required("port")));
    }

    private Uplink read(Field field, Field port) {
        Field own = field.required("address");
        IpAddress address = Addresses.addressOnLink(own);
        IpPrefix link = link(own, address);
        return Uplink.builder()
                .port(PortNumber.portNumber(port.integer(1, LAST_PORT)))
                .address(address)
                .link(link)
                .nextHop(nextHop(field.required("nextHop"), address, link))
                .pool(field.optional("pool").map(f -> pool(f, address.version())).orElse(ImmutableList.of()))
                .reach(field.optional("reach").map(f -> reach(f, address.version()))
                        .orElseGet(() -> ImmutableList.of(everything(address.version()))))
                .backup(field.optional("backup").map(f -> AnchorId.of(f.name())))
                .build();
    }

    private IpPrefix link(Field own, IpAddress address) {
        IpPrefix link = Addresses.checkHosts(own, Addresses.link(own));
        if (Subnets.isReserved(address, link)) {
            throw own.invalid("is the network or broadcast address of the link " + link);
        }
        return claims.claim(own, link);
    }

    private static IpAddress nextHop(Field field, IpAddress own, IpPrefix link) {
        IpAddress nextHop = Addresses.address(field);
        checkFamily(field, nextHop.version(), own.version());
        if (!link.contains(nextHop) && !LINK_LOCAL.contains(nextHop)) {
            throw field.invalid("is not on the link " + link);
        }
        if (nextHop.equals(own)) {
            throw field.invalid("is the uplink's own address");
        }
        if (Subnets.isReserved(nextHop, link)) {
            throw field.invalid("is the network or broadcast address of the link " + link);
        }
        return nextHop;
    }

    /** Every address of a pool is lent: pools are routed to the anchor, so none names a link or is a broadcast. */
    private ImmutableList<IpPrefix> pool(Field list, IpAddress.Version version) {
        ImmutableList.Builder<IpPrefix> pool = ImmutableList.builder();
        long size = 0;
        for (Field item : list.items()) {
            IpPrefix prefix = Addresses.prefix(item);
            checkFamily(item, prefix.version(), version);
            pool.add(claims.claim(item, Addresses.checkHosts(item, prefix)));
            size += Subnets.size(prefix);
        }
        if (size < LEAST_POOL) {
            throw list.invalid("is too small: a pool needs at least " + LEAST_POOL + " addresses");
        }
        if (size > LARGEST_POOL) {
            throw list.invalid("is too large: a pool has at most " + LARGEST_POOL + " addresses");
        }
        return pool.build();
    }

    private static ImmutableList<Reach> reach(Field list, IpAddress.Version version) {
        ImmutableList.Builder<Reach> reach = ImmutableList.builder();
        Map<IpPrefix, String> seen = new HashMap<>();
        for (Field item : list.someItems()) {
            item.object("prefix", "cost");
            Field field = item.required("prefix");
            IpPrefix prefix = Addresses.prefix(field);
            checkFamily(field, prefix.version(), version);
            String other = seen.putIfAbsent(prefix, item.path());
            if (other != null) {
                throw field.invalid("is also the prefix of " + other);
            }
            reach.add(Reach.of(prefix, item.required("cost").integer(0, MAX_COST)));
        }
        return reach.build();
    }

    private static Reach everything(IpAddress.Version version) {
        IpAddress zero = IpAddress.valueOf(version, new byte[IpAddress.byteLength(version)]);
        return Reach.of(IpPrefix.valueOf(zero, 0), DEFAULT_COST);
    }

    private static void checkFamily(Field field, IpAddress.Version version, IpAddress.Version expected) {
        if (version != expected) {
            throw field.invalid("is " + family(version) + ", but the uplink's address is " + family(expected));
        }
    }

    private static String family(IpAddress.Version version) {
        return version == IpAddress.Version.INET ? "IPv4" : "IPv6";
    }
}
