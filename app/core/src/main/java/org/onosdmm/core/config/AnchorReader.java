/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.config;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.onlab.packet.IpAddress;
import org.onlab.packet.IpPrefix;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.Locator;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Uplink;
import org.onosproject.net.DeviceId;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the anchors.
 */
final class AnchorReader {

    private static final Pattern DEVICE = Pattern.compile("of:[0-9a-f]{16}");

    private static final int MOST_FLOWS = 1_000_000;

    private final Claims claims = new Claims();
    private final UplinkReader uplinks = new UplinkReader(claims);

    /** The anchors in the order of the document. */
    ImmutableList<Anchor> read(Field list) {
        ImmutableList.Builder<Anchor> builder = ImmutableList.builder();
        int position = 1;
        for (Field item : list.someItems()) {
            builder.add(anchor(item, position++));
        }
        ImmutableList<Anchor> anchors = builder.build();
        Backups.check(list, anchors);
        if (anchors.stream().allMatch(a -> a.prefixes().isEmpty())) {
            throw new DmmException(DmmException.Kind.INVALID, list.path(),
                    "none of them has prefixes, so no node has a home");
        }
        return anchors;
    }

    private Anchor anchor(Field field, int position) {
        field.object("name", "device", "number", "prefixes", "gateways", "uplink", "capacity", "drain");
        Field name = field.required("name");
        ImmutableList<IpPrefix> prefixes = prefixes(field);
        Optional<Uplink> uplink = field.optional("uplink").map(uplinks::read);
        return Anchor.builder()
                .id(AnchorId.of(claims.claim(name, "name", name.name(), field.path())))
                .device(device(field))
                .number(number(field, position))
                .prefixes(prefixes)
                .gateways(gateways(field, prefixes))
                .uplink(uplink)
                .capacity(field.optional("capacity").map(f -> f.integer(0, MOST_FLOWS)))
                .draining(field.optional("drain").map(Field::bool).orElse(false))
                .uplink6(field.optional("uplink").flatMap(f -> uplinks.read6(f, uplink.get())))
                .build();
    }

    private DeviceId device(Field anchor) {
        Field device = anchor.required("device");
        if (!DEVICE.matcher(device.text()).matches()) {
            throw device.invalid("is not an OpenFlow device, such as of:000000000000000a");
        }
        return claims.claim(device, "device", DeviceId.deviceId(device.text()), anchor.path());
    }

    /** By default the anchor's position, from 1 on. */
    private int number(Field anchor, int position) {
        Optional<Field> field = anchor.optional("number");
        int number = field.map(f -> f.integer(1, Locator.MAX_EDGE)).orElse(position);
        String other = claims.claim("number", number, anchor.path());
        if (other != null) {
            throw DmmException.invalid(anchor.pathTo("number"), number, "is also the number of " + other
                    + (field.isPresent() ? "" : "; without one, an anchor's number is its position"));
        }
        return number;
    }

    private ImmutableList<IpPrefix> prefixes(Field anchor) {
        return anchor.optional("prefixes").map(Field::items).orElse(ImmutableList.of()).stream()
                .map(f -> claims.claim(f, Addresses.hosts(f)))
                .collect(ImmutableList.toImmutableList());
    }

    /** By default the first address of each prefix. */
    private static ImmutableSet<IpAddress> gateways(Field anchor, ImmutableList<IpPrefix> prefixes) {
        Optional<Field> list = anchor.optional("gateways");
        if (!list.isPresent()) {
            return prefixes.stream().filter(p -> !Subnets.isPointToPoint(p)).map(Subnets::firstHost)
                    .collect(ImmutableSet.toImmutableSet());
        }
        ImmutableSet.Builder<IpAddress> gateways = ImmutableSet.builder();
        for (Field field : list.get().items()) {
            gateways.add(gateway(field, prefixes));
        }
        return gateways.build();
    }

    private static IpAddress gateway(Field field, ImmutableList<IpPrefix> prefixes) {
        IpAddress gateway = Addresses.address(field);
        IpPrefix prefix = prefixes.stream().filter(p -> p.contains(gateway)).findFirst()
                .orElseThrow(() -> field.invalid("is in none of the anchor's prefixes"));
        if (Subnets.isReserved(gateway, prefix)) {
            throw field.invalid("is the network or broadcast address of " + prefix);
        }
        return gateway;
    }
}
