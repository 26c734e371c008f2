/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.auto.value.AutoValue;
import org.onlab.packet.MacAddress;

/**
 * Identity of a mobile node (RFC 7333): the MAC address with which it attaches.
 */
@AutoValue
public abstract class MobileNodeId implements Comparable<MobileNodeId> {

    /** The node's MAC address. */
    public abstract MacAddress mac();

    /** Names the node with this MAC address. */
    public static MobileNodeId of(MacAddress mac) {
        return new AutoValue_MobileNodeId(mac);
    }

    /**
     * Reads a node's name as a user writes it.
     *
     * @throws DmmException of kind INVALID if the text is no MAC address
     */
    public static MobileNodeId parse(String text) {
        try {
            return of(MacAddress.valueOf(text));
        } catch (IllegalArgumentException e) {
            throw DmmException.invalid("node", text, "is not a MAC address");
        }
    }

    @Override
    public int compareTo(MobileNodeId other) {
        return Long.compare(mac().toLong(), other.mac().toLong());
    }

    @Override
    public final String toString() {
        return mac().toString();
    }
}
