/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableSet;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.Locator;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;

/**
 * An uplink by which the flows of an anchor leave and enter the domain: its own, or that of the anchor that stands in.
 */
@AutoValue
public abstract class Way {

    /** Whose uplink it is. */
    public abstract AnchorId owner();

    /** The switch. */
    public abstract DeviceId device();

    /** The port. */
    public abstract PortNumber port();

    /** MAC address of the switch on the uplink. */
    public abstract MacAddress mac();

    /** Locators with which packets come here to leave with a leased address; the first is that of this edge. */
    public abstract ImmutableSet<Locator> exits();

    /** Locators with which packets come here to leave with their own address; the first is that of this edge. */
    public abstract ImmutableSet<Locator> exitsUntranslated();

    /** The anchor's own way. */
    public static Way own(Anchor anchor) {
        return new AutoValue_Way(anchor.id(), anchor.device(), anchor.uplink().get().port(),
                Locator.exit(anchor.number()).mac(), ImmutableSet.of(anchor.exit()),
                ImmutableSet.of(anchor.exitUntranslated()));
    }

    /**
     * The way of an anchor by another that stands in for it. What is on its way to the anchor itself leaves there,
     * too: it may be sent by a node at that edge.
     *
     * @param slot which of the anchors that the other is backup of this is, from 0 on
     */
    public static Way by(Anchor other, Anchor anchor, int slot) {
        return new AutoValue_Way(other.id(), other.device(), other.uplink().get().port(),
                Locator.exit(other.number()).mac(),
                ImmutableSet.of(Locator.standIn(other.number(), slot), anchor.exit()),
                ImmutableSet.of(Locator.standInUntranslated(other.number(), slot), anchor.exitUntranslated()));
    }

    /** The locator for packets that are to leave here with a leased address. */
    public Locator exit() {
        return exits().iterator().next();
    }

    /** The locator for packets that are to leave here with their own address. */
    public Locator exitUntranslated() {
        return exitsUntranslated().iterator().next();
    }
}
