/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.path;

import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.SwitchView;
import org.onosproject.net.DeviceId;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The paths over the links that are believed in. A switch that is not connected still forwards, as far as anybody can
 * tell: what it alone leads to is still sent there. But where there is a way round a core switch that has lost its
 * control channel, that is taken. A link between two uplinks is none of the domain's: it is how they are joined
 * outside.
 */
public final class BelievedPaths {

    private BelievedPaths() {
    }

    /**
     * The views of all switches.
     *
     * @param known the switches that ONOS knows
     */
    public static Map<DeviceId, SwitchView> views(Domain domain, Set<DeviceId> known, LinkMemory memory, long now) {
        Map<DeviceId, Boolean> all = new LinkedHashMap<>();
        switches(known, memory).forEach(device -> all.put(device, true));
        Map<DeviceId, Boolean> sure = new LinkedHashMap<>(all);
        sure.replaceAll((device, yes) -> domain.anchorAt(device).isPresent() || !memory.isDoubtful(device, now));
        Set<Connection> inside = inside(domain, memory);
        Map<DeviceId, SwitchView> over = ShortestPaths.views(domain, all, inside);
        Map<DeviceId, SwitchView> round = sure.containsValue(false) ? ShortestPaths.views(domain, sure, inside) : over;
        boolean enough = over.entrySet().stream().allMatch(e -> !sure.get(e.getKey())
                || round.get(e.getKey()).nextHops().keySet().equals(e.getValue().nextHops().keySet()));
        Map<DeviceId, SwitchView> views = new LinkedHashMap<>();
        over.forEach((device, view) -> {
            boolean fresh = !sure.get(device) && memory.isConnected(device);   // it needs its rules before it is a way
            views.put(device, (enough && !fresh ? round : over).get(device)
                    .at(memory.isConnected(device), view.fabricPorts()));
        });
        return views;
    }

    /** ONOS's probes find their way through a switch outside that several uplinks lead to. */
    private static Set<Connection> inside(Domain domain, LinkMemory memory) {
        return memory.believed().stream().filter(link -> !domain.isUplink(link.from()) && !domain.isUplink(link.to()))
                .collect(Collectors.toSet());
    }

    private static Set<DeviceId> switches(Set<DeviceId> known, LinkMemory memory) {
        Set<DeviceId> switches = new LinkedHashSet<>(known);
        memory.believed().forEach(link -> {
            switches.add(link.from().deviceId());
            switches.add(link.to().deviceId());
        });
        return switches;
    }
}
