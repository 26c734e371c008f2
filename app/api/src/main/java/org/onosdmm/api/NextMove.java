/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.auto.value.AutoValue;
import org.onlab.packet.IpAddress;

import java.util.Optional;

/**
 * What would become of a flow if its node moved to an edge now.
 */
@AutoValue
public abstract class NextMove {

    /** What becomes of it. */
    public enum Outcome {
        /** The correspondent goes on seeing the same address. */
        GOES_ON,
        /** For a bounded time; then it leaves with another address. */
        FOR_A_WHILE,
        /** The next packet has another address: whoever minds that ends it. */
        ENDS
    }

    /** The edge. */
    public abstract AnchorId edge();

    /** What becomes of the flow. */
    public abstract Outcome outcome();

    /** Where it would leave the domain. */
    public abstract AnchorId anchor();

    /** The address that the correspondent would see; absent if it is still to be lent. */
    public abstract Optional<IpAddress> outside();

    /** The same in a sentence. */
    public abstract String sentence();

    /** A move by its parts. */
    public static NextMove of(AnchorId edge, Outcome outcome, AnchorId anchor, Optional<IpAddress> outside,
                              String sentence) {
        return new AutoValue_NextMove(edge, outcome, anchor, outside, sentence);
    }
}
