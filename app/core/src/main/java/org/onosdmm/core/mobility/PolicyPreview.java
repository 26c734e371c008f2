/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.mobility;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.Continuity;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.api.PolicyCheck;
import org.onosdmm.core.model.ClassRule;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;
import org.onosdmm.core.model.Policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Says what another domain would change for classes, rules and running flows, before it is put in force.
 */
public final class PolicyPreview {

    private final Domain before;
    private final Domain after;
    private final List<NodeState> states;
    private final List<String> changes = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private int unharmed;

    private PolicyPreview(Domain before, Domain after, List<NodeState> states) {
        this.before = before;
        this.after = after;
        this.states = states;
    }

    /** What would change, for nodes in these states, where the present configuration has this version. */
    public static PolicyCheck of(String version, Domain before, Domain after, List<NodeState> states) {
        PolicyPreview preview = new PolicyPreview(before, after, states);
        preview.classes();
        preview.rest();
        states.forEach(preview::flows);
        return PolicyCheck.of(version, preview.changes, preview.unharmed, preview.broken);
    }

    private void classes() {
        Map<String, ApplicationClass> old = before.policy().classes();
        Map<String, ApplicationClass> now = after.policy().classes();
        for (String name : Sets.union(old.keySet(), now.keySet())) {
            if (!old.containsKey(name)) {
                changes.add("class " + name + " is new: " + words(now.get(name)));
            } else if (!now.containsKey(name)) {
                changes.add("class " + name + " is gone; its " + running(name) + " running flows go on as they are");
            } else if (!old.get(name).equals(now.get(name))) {
                changed(old.get(name), now.get(name));
            }
        }
    }

    private void changed(ApplicationClass old, ApplicationClass now) {
        changes.add("class " + now.name() + ": from " + words(old) + " to " + words(now) + ", for new flows; its "
                + running(now.name()) + " running flows that are known go on as they are");
        boolean seen = old.continuity().pinned();
        if (!seen && now.continuity() == Continuity.FIXED) {
            broken.add("connections of class " + now.name() + " that run unseen: from their next packet on they leave "
                    + "with the node's own address");
        } else if (!seen && now.continuity().pinned()) {
            changes.add("connections of class " + now.name() + " that run unseen keep the anchor where they leave now");
        }
    }

    private static String words(ApplicationClass each) {
        return each.continuity() + ", " + each.strategy() + each.anchor().map(a -> " " + a).orElse("")
                + each.idle().map(t -> ", idle " + t + " ms").orElse("") + (each.rescue() ? ", rescued" : "");
    }

    private void rest() {
        Policy old = before.policy();
        Policy now = after.policy();
        rules(old.rules(), now.rules(), "is new");
        rules(now.rules(), old.rules(), "is gone");
        if (Sets.newHashSet(old.rules()).equals(Sets.newHashSet(now.rules())) && !old.rules().equals(now.rules())) {
            changes.add("rules come in another order");
        }
        compare("default class", old.defaultClass().name(), now.defaultClass().name());
        compare("class of flows from outside", old.inboundClass().name(), now.inboundClass().name());
        compare("steps of classification", old.steps(), now.steps());
        compare("names", old.names(), now.names());
        compare("limits", before.limits(), after.limits());
        compare("timers", before.timers(), after.timers());
        compare("anchors", before.anchors().keySet(), after.anchors().keySet());
    }

    private void rules(ImmutableList<ClassRule> some, ImmutableList<ClassRule> others, String words) {
        others.stream().filter(rule -> !some.contains(rule)).forEach(rule ->
                changes.add("rule " + (others.indexOf(rule) + 1) + " for " + rule.applicationClass() + " (" + text(rule)
                        + ") " + words));
    }

    private static String text(ClassRule rule) {
        List<String> parts = new ArrayList<>();
        rule.protocol().ifPresent(p -> parts.add(FlowKey.protocolName(p)));
        rule.ports().ifPresent(p -> parts.add("ports " + p));
        rule.dscp().ifPresent(d -> parts.add("DSCP " + d));
        rule.prefix().ifPresent(p -> parts.add("prefix " + p));
        return String.join(", ", parts);
    }

    private void compare(String what, Object old, Object now) {
        if (!Objects.equals(old, now)) {
            changes.add(what + ": from " + old + " to " + now);
        }
    }

    private long running(String name) {
        return states.stream().flatMap(s -> s.flows().values().stream())
                .filter(f -> f.applicationClass().equals(name)).count();
    }

    private void flows(NodeState state) {
        Optional<NodeState> fitted = Fitting.fit(after, state);
        for (PinnedFlow flow : state.flows().values()) {
            if (!flow.kept() || fitted.filter(s -> s.flows().containsKey(flow.key())).isPresent()) {
                unharmed++;
            } else {
                broken.add(flow.key() + " of " + state.node() + ": its anchor " + flow.anchor()
                        + " or its address outside, " + flow.outside() + ", is not in the configuration any more");
            }
        }
    }
}
