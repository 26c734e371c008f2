/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.gui;

import com.google.common.collect.ImmutableSet;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onlab.packet.VlanId;
import org.onosdmm.view.example.Example;
import org.onosproject.net.DefaultHost;
import org.onosproject.net.Host;
import org.onosproject.net.HostId;
import org.onosproject.net.HostLocation;
import org.onosproject.net.host.HostServiceAdapter;
import org.onosproject.net.provider.ProviderId;

import java.util.Set;

/** A host service that knows the node of the example, where it is. */
public final class ExampleHost extends HostServiceAdapter {

    /** Its id. */
    public static final HostId ID = HostId.hostId(Example.NODE.mac(), VlanId.NONE);

    /** The host. */
    public static Host host() {
        return new DefaultHost(new ProviderId("host", "test"), ID, Example.NODE.mac(), VlanId.NONE,
                new HostLocation(Example.CURRENT.poa(), 0), ImmutableSet.of(IpAddress.valueOf("10.1.0.10")));
    }

    @Override
    public Set<Host> getHostsByMac(MacAddress mac) {
        return mac.equals(Example.NODE.mac()) ? ImmutableSet.of(host()) : ImmutableSet.of();
    }
}
