/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hashing;
import org.onosproject.net.group.GroupBucket;
import org.onosproject.net.group.GroupDescription;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What one switch holds at one time, immutable: its rules and its groups. */
final class SwitchState {
    private final List<InstalledRule> rules;
    private final Map<Integer, GroupDescription> groups;
    private Long hash;

    private SwitchState(List<InstalledRule> rules, Map<Integer, GroupDescription> groups) {
        this.rules = rules;
        this.groups = groups;
    }

    static SwitchState of(OpenFlowSwitch device) {
        return new SwitchState(ImmutableList.copyOf(device.tables().rules()),
                ImmutableMap.copyOf(device.groups().all()));
    }

    List<InstalledRule> rules() {
        return rules;
    }

    Map<Integer, GroupDescription> groups() {
        return groups;
    }

    /** A sum over all entries, so that their order does not matter. */
    long hash() {
        if (hash == null) {
            long sum = 0;
            for (InstalledRule rule : rules) {
                sum += hash(rule.text());
            }
            for (Map.Entry<Integer, GroupDescription> group : groups.entrySet()) {
                sum += hash(text(group));
            }
            hash = sum;
        }
        return hash;
    }

    private static long hash(String text) {
        return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).asLong();
    }

    private static String text(Map.Entry<Integer, GroupDescription> group) {
        return "group " + group.getKey() + " " + group.getValue().type() + group.getValue().buckets().buckets().stream()
                .map(SwitchState::text).collect(Collectors.joining());
    }

    private static String text(GroupBucket bucket) {
        return " {" + RuleText.treatment(bucket.treatment()) + ", weight " + bucket.weight() + ", watch "
                + bucket.watchPort() + " " + bucket.watchGroup() + "}";
    }

    /** All entries, a line each, by table and falling priority. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        rules.stream().sorted(SwitchState::inOrder).forEach(rule -> lines.add(rule.text()));
        groups.entrySet().forEach(group -> lines.add(text(group)));
        return lines;
    }

    private static int inOrder(InstalledRule a, InstalledRule b) {
        int byTable = Integer.compare(Rules.tableOf(a.rule()), Rules.tableOf(b.rule()));
        int byPriority = Integer.compare(b.priority(), a.priority());
        return byTable != 0 ? byTable : byPriority != 0 ? byPriority : a.text().compareTo(b.text());
    }
}
