/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.fillins;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.onosproject.net.resource.DiscreteResourceId;
import org.onosproject.net.resource.Resource;
import org.onosproject.net.resource.ResourceAllocation;
import org.onosproject.net.resource.ResourceConsumer;
import org.onosproject.net.resource.ResourceEvent;
import org.onosproject.net.resource.ResourceId;
import org.onosproject.net.resource.ResourceStore;
import org.onosproject.net.resource.ResourceStoreDelegate;
import org.onosproject.store.AbstractStore;
import org.osgi.service.component.annotations.Component;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A resource store without resources: it takes note of none, and nothing can be allocated.
 *
 * <p>ONOS has one that works. It is asked for each of 4,094 VLANs and 224 labels when a port of Open vSwitch goes down,
 * which costs one to two seconds of a processor; where switches, hosts and controller share two of them, the hosts wait
 * for it. Nothing here allocates resources. The ranking lets this one win.
 */
@Component(immediate = true, service = ResourceStore.class, property = "service.ranking:Integer=1000")
public class EmptyResourceStore extends AbstractStore<ResourceEvent, ResourceStoreDelegate> implements ResourceStore {

    @Override
    public boolean register(List<? extends Resource> resources) {
        return true;
    }

    @Override
    public boolean unregister(List<? extends ResourceId> ids) {
        return true;
    }

    @Override
    public boolean allocate(List<? extends Resource> resources, ResourceConsumer consumer) {
        return resources.isEmpty();
    }

    @Override
    public boolean release(List<ResourceAllocation> allocations) {
        return allocations.isEmpty();
    }

    @Override
    public List<ResourceAllocation> getResourceAllocations(ResourceId id) {
        return ImmutableList.of();
    }

    @Override
    public boolean isAvailable(Resource resource) {
        return false;
    }

    @Override
    public Collection<Resource> getResources(ResourceConsumer consumer) {
        return ImmutableList.of();
    }

    @Override
    public Set<Resource> getChildResources(DiscreteResourceId parent) {
        return ImmutableSet.of();
    }

    @Override
    public <T> Set<Resource> getChildResources(DiscreteResourceId parent, Class<T> type) {
        return ImmutableSet.of();
    }

    @Override
    public <T> Collection<Resource> getAllocatedResources(DiscreteResourceId parent, Class<T> type) {
        return ImmutableList.of();
    }
}
