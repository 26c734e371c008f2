/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.config;

import com.google.common.collect.ImmutableSet;
import org.onlab.packet.IpAddress;
import org.onosdmm.core.model.GroupPolicy;

/**
 * Reads who hears whom by multicast and broadcast.
 */
final class GroupReader {

    private static final IpAddress BROADCAST = IpAddress.valueOf("255.255.255.255");
    private static final int MOST = 32;
    private static final int USUAL_RATE = 20;
    private static final int HIGHEST_RATE = 1_000;

    private GroupReader() {
    }

    static GroupPolicy read(Field field) {
        field.object("groups", "scope", "rate");
        ImmutableSet.Builder<IpAddress> groups = ImmutableSet.builder();
        Field list = field.required("groups");
        list.items().forEach(item -> groups.add(group(item)));
        if (list.items().size() > MOST) {
            throw list.invalid("has more than " + MOST + " groups");
        }
        return GroupPolicy.of(groups.build(), field.optional("scope").map(GroupReader::scope)
                .orElse(GroupPolicy.Scope.EDGE),
                field.optional("rate").map(f -> f.integer(1, HIGHEST_RATE)).orElse(USUAL_RATE));
    }

    private static IpAddress group(Field field) {
        IpAddress address = Addresses.address(field);
        if (!address.isMulticast() && !address.equals(BROADCAST)) {
            throw field.invalid("is neither a multicast address nor " + BROADCAST);
        }
        return address;
    }

    private static GroupPolicy.Scope scope(Field field) {
        switch (field.text()) {
            case "edge":
                return GroupPolicy.Scope.EDGE;
            case "domain":
                return GroupPolicy.Scope.DOMAIN;
            default:
                throw field.invalid("is not a scope; known are edge, domain");
        }
    }
}
