/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.auto.value.AutoValue;
import org.onosproject.net.ConnectPoint;

/**
 * A node's stay at one point of attachment (PoA: edge switch and port). Its locator is fresh for every attachment.
 */
@AutoValue
public abstract class Attachment {

    /** Position in the node's series of attachments; grows by one with every move (RFC 5213, section 5.5). */
    public abstract long sequence();

    /** The edge, by the anchor's name. */
    public abstract AnchorId edge();

    /** Edge switch and port. */
    public abstract ConnectPoint poa();

    /** Where packets for the node are sent during this stay. */
    public abstract Locator locator();

    /** Time of the evidence that began this stay, ms since the epoch. */
    public abstract long since();

    /** What made the stay known. */
    public abstract Trigger trigger();

    /** An attachment by its parts. */
    public static Attachment of(long sequence, AnchorId edge, ConnectPoint poa, Locator locator, long since,
                                Trigger trigger) {
        return new AutoValue_Attachment(sequence, edge, poa, locator, since, trigger);
    }
}
