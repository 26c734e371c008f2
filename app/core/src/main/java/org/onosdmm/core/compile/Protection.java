/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NetworkView;
import org.onosdmm.core.model.PathGroup;
import org.onosdmm.core.model.RuleSet;
import org.onosdmm.core.model.SwitchView;
import org.onosproject.net.DeviceId;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a switch keeps up the way to one edge by itself: rules, and the groups that they take. Its rules go together or
 * not at all, and only while the switch has all of its groups; the plain rules below them are always there.
 */
@AutoValue
public abstract class Protection {

    /** The rules. */
    public abstract RuleSet rules();

    /** Their groups by number; a select group comes after its members. */
    public abstract ImmutableSortedMap<Integer, PathGroup> groups();

    static Protection of(RuleSet rules, List<PathGroup> groups) {
        Map<Integer, PathGroup> byId = new HashMap<>();
        groups.forEach(group -> byId.put(group.id(), group));
        return new AutoValue_Protection(rules, ImmutableSortedMap.copyOf(byId));
    }

    /** The protections that a switch should have. */
    public static ImmutableList<Protection> compile(Domain domain, NetworkView network, DeviceId device) {
        SwitchView view = network.switches().get(device);
        return view == null ? ImmutableList.of()
                : TransitCompiler.protections(device, view, domain.anchorAt(device).isPresent());
    }

    /** Whether none of its numbers is taken by another group: numbers are hashes, and two may have the same. */
    boolean fits(Map<Integer, PathGroup> taken) {
        return groups().values().stream().allMatch(g -> g.equals(taken.getOrDefault(g.id(), g)));
    }

    /** Whether the switch has all that it takes. */
    public boolean isReady(Set<Integer> confirmed) {
        return confirmed.containsAll(groups().keySet());
    }
}
