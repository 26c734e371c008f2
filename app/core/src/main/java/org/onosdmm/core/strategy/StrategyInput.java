/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.strategy;

import com.google.auto.value.AutoValue;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NetworkView;

/**
 * What an anchor strategy may take into account. Immutable.
 */
@AutoValue
public abstract class StrategyInput {

    /** The domain as configured. */
    public abstract Domain domain();

    /** The network as it is now. */
    public abstract NetworkView network();

    /** The anchor at the node's present point of attachment. */
    public abstract AnchorId serving();

    /** The anchor that owns the prefix of the node's own address. */
    public abstract AnchorId home();

    /** Whom the node talks to. */
    public abstract IpAddress correspondent();

    /** An input by its parts. */
    public static StrategyInput of(Domain domain, NetworkView network, AnchorId serving, AnchorId home,
                                   IpAddress correspondent) {
        return new AutoValue_StrategyInput(domain, network, serving, home, correspondent);
    }
}
