/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.fillins;

import org.junit.jupiter.api.Test;
import org.onlab.packet.VlanId;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;
import org.onosproject.net.resource.DiscreteResource;
import org.onosproject.net.resource.Resource;
import org.onosproject.net.resource.Resources;

import java.util.List;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EmptyResourceStoreTest {

    private static final DiscreteResource PORT = Resources.discrete(DeviceId.deviceId("of:0000000000000001"),
                                                                    PortNumber.portNumber(1)).resource();
    private static final Resource VLAN = PORT.child(VlanId.vlanId((short) 5));

    private final EmptyResourceStore store = new EmptyResourceStore();

    @Test
    void whatComesWithAPortIsAcceptedAndNotKept() {
        assertTrue(store.register(List.of(PORT, VLAN)));
        assertEquals(Set.of(), store.getChildResources(PORT.id()));
        assertEquals(Set.of(), store.getChildResources(PORT.id(), VlanId.class));
        assertTrue(store.unregister(List.of(PORT.id())));
    }

    @Test
    void nothingCanBeAllocated() {
        store.register(List.of(PORT, VLAN));
        assertFalse(store.isAvailable(VLAN));
        assertFalse(store.allocate(List.of(VLAN), null));
        assertEquals(List.of(), store.getResourceAllocations(VLAN.id()));
        assertEquals(List.of(), List.copyOf(store.getResources(null)));
        assertEquals(List.of(), List.copyOf(store.getAllocatedResources(PORT.id(), VlanId.class)));
    }
}
