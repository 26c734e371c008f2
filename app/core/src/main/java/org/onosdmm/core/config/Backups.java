/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.config;

import com.google.common.collect.ImmutableList;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.Locator;
import org.onosdmm.core.model.Anchor;

import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Checks who stands in for whom, once all anchors are known. Two anchors may be each other's backup: nobody stands in
 * for one that stands in, so that leads to no circle.
 */
final class Backups {

    private final ImmutableList<Anchor> anchors;

    private Backups(ImmutableList<Anchor> anchors) {
        this.anchors = anchors;
    }

    static void check(Field list, ImmutableList<Anchor> anchors) {
        Backups backups = new Backups(anchors);
        ImmutableList<Field> items = list.items();
        for (int i = 0; i < anchors.size(); i++) {
            Optional<Field> backup = items.get(i).optional("uplink").flatMap(uplink -> uplink.optional("backup"));
            int index = i;
            backup.ifPresent(field -> backups.check(field, index));
        }
    }

    private void check(Field field, int index) {
        AnchorId id = AnchorId.of(field.name());
        Anchor other = anchors.stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow(() ->
                field.invalid("is not an anchor; known are "
                        + anchors.stream().map(a -> a.id().name()).collect(Collectors.joining(", "))));
        if (other.equals(anchors.get(index))) {
            throw field.invalid("is the anchor itself");
        }
        if (!other.uplink().isPresent()) {
            throw field.invalid("has no uplink");
        }
        anchors.get(index).uplinks().stream().map(uplink -> uplink.address().version())
                .filter(version -> !other.uplink(version).isPresent()).findFirst().ifPresent(version -> {
                    throw field.invalid("has no uplink for " + (version == IpAddress.Version.INET ? "IPv4" : "IPv6"));
                });
        long before = anchors.subList(0, index).stream().filter(a -> backs(id, a)).count();
        if (before >= Locator.STAND_INS) {
            throw field.invalid("is the backup of " + before + " others already, and of no more at most");
        }
    }

    private static boolean backs(AnchorId id, Anchor anchor) {
        return anchor.uplink().flatMap(uplink -> uplink.backup()).filter(id::equals).isPresent();
    }
}
