/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.config;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;

import java.util.Map;
import java.util.Set;

/**
 * What has to be known of the network in order to judge a domain. An immutable snapshot.
 */
@AutoValue
public abstract class NetworkFacts {

    /** The devices that the controller knows, connected or not, with their ports. */
    public abstract ImmutableMap<DeviceId, ImmutableSet<PortNumber>> ports();

    /** Where links to other switches begin and end. */
    public abstract ImmutableSet<ConnectPoint> fabric();

    /** Facts by their parts. */
    public static NetworkFacts of(Map<DeviceId, ImmutableSet<PortNumber>> ports, Set<ConnectPoint> fabric) {
        return new AutoValue_NetworkFacts(ImmutableMap.copyOf(ports), ImmutableSet.copyOf(fabric));
    }
}
