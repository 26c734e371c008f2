/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.TableId;
import org.onosproject.net.flow.instructions.Instruction;
import org.onosproject.net.flow.instructions.Instructions.GroupInstruction;
import org.onosproject.net.group.GroupDescription;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One switch: ports, flow tables, groups, and how messages change them (OpenFlow 1.3.5 sections 6.4 and 6.5). */
final class OpenFlowSwitch {
    private final DeviceId id;
    private final Map<Long, SwitchPort> ports = new TreeMap<>();
    private final FlowTables tables = new FlowTables();
    private final GroupTable groups = new GroupTable();
    private final Map<Integer, Integer> limits = new HashMap<>();
    private FlowTables inForce = tables;
    private SwitchState state;
    private boolean up = true;
    private boolean connected = true;
    private long now;

    OpenFlowSwitch(DeviceId id) {
        this.id = id;
    }

    DeviceId id() {
        return id;
    }

    /** A port, made at first mention. */
    SwitchPort addPort(PortNumber number) {
        return ports.computeIfAbsent(number.toLong(), n -> new SwitchPort(this, new ConnectPoint(id, number)));
    }

    /** A port, or null. */
    SwitchPort port(PortNumber number) {
        return ports.get(number.toLong());
    }

    Collection<SwitchPort> ports() {
        return ports.values();
    }

    boolean isLive(PortNumber number) {
        SwitchPort port = port(number);
        return port != null && port.isLive();
    }

    boolean isUp() {
        return up;
    }

    boolean isConnected() {
        return connected && up;
    }

    void setConnected(boolean isConnected) {
        connected = isConnected;
    }

    /** Switches it off, or on again: then it has forgotten its tables and groups. */
    void setUp(boolean isUp) {
        if (!isUp) {
            tables.clear();
            groups.clear();
            inForce = tables;
            changed();
        }
        up = isUp;
    }

    void limit(int table, int rules) {
        limits.put(table, rules);
    }

    /** From now on packets see the tables as they are now, whatever flow-mods follow. */
    void hold() {
        inForce = inForce == tables ? tables.copy() : inForce;
    }

    /** Brings what has been held back into force. */
    void release() {
        inForce = tables;
    }

    /** The tables that flow-mods change and statistics tell of. */
    FlowTables tables() {
        return tables;
    }

    /** The tables that packets see. */
    FlowTables inForce() {
        return inForce;
    }

    GroupTable groups() {
        return groups;
    }

    /** Carries out a flow-mod or throws an exception that says why not. */
    void apply(FlowMod mod) {
        FlowRule rule = mod.rule();
        checkTable(rule);
        Match match = MatchCompiler.compile(rule.selector());
        FlowTable table = tables.table(Rules.tableOf(rule));
        switch (mod.command()) {
            case ADD:
                add(table, rule, match);
                break;
            case MODIFY:
                modify(table, table.rules(other -> other.match().isWithin(match)), rule, match);
                break;
            case MODIFY_STRICT:
                modify(table, strictly(table, match, rule.priority()), rule, match);
                break;
            case DELETE:
                table.rules(other -> other.match().isWithin(match)).forEach(tables::remove);
                break;
            default:
                table.remove(match, rule.priority());
        }
        changed();
    }

    private void checkTable(FlowRule rule) {
        boolean numbered = rule.table().type() == TableId.Type.INDEX;
        if (!numbered || Rules.tableOf(rule) < 0 || Rules.tableOf(rule) >= FlowTables.COUNT) {
            throw new FlowModException(FlowModException.Kind.BAD_TABLE, "table " + rule.table());
        }
    }

    private void add(FlowTable table, FlowRule rule, Match match) {
        TreatmentCheck.check(rule, match, groups::has);
        InstalledRule present = table.get(match, rule.priority());
        if (present == null && table.size() >= limits.getOrDefault(Rules.tableOf(rule), Integer.MAX_VALUE)) {
            throw new FlowModException(FlowModException.Kind.TABLE_FULL,
                    "table " + Rules.tableOf(rule) + " of " + id + " has " + table.size() + " rules");
        }
        table.put(new InstalledRule(rule, match, present == null ? new Counters() : present.counters(), now));
    }

    private static List<InstalledRule> strictly(FlowTable table, Match match, int priority) {
        InstalledRule present = table.get(match, priority);
        return present == null ? List.of() : List.of(present);
    }

    private void modify(FlowTable table, List<InstalledRule> present, FlowRule rule, Match match) {
        TreatmentCheck.check(rule, match, groups::has);
        for (InstalledRule old : present) {
            FlowRule changed = Rules.withTreatment(old.rule(), rule.treatment());
            table.put(new InstalledRule(changed, old.match(), old.counters(), old.since()));
        }
    }

    /** Adds or changes a group. */
    void apply(GroupDescription group) {
        groups.put(group);
        changed();
    }

    /** Removes a group and with it every rule that names it (section 6.5). */
    void removeGroup(int group) {
        groups.remove(group);
        tables.removeIf(rule -> rule.rule().treatment().allInstructions().stream()
                .anyMatch(instruction -> names(instruction, group)));
        changed();
    }

    /** Lets time pass; returns the rules whose hard timeout is over, which are gone. */
    List<InstalledRule> advance(long millis) {
        now += millis;
        List<InstalledRule> expired = new ArrayList<>(tables.rules());
        expired.removeIf(rule -> !rule.isExpired(now));
        if (!expired.isEmpty()) {
            expired.forEach(tables::remove);
            changed();
        }
        return expired;
    }

    private static boolean names(Instruction instruction, int group) {
        return instruction.type() == Instruction.Type.GROUP && ((GroupInstruction) instruction).groupId().id() == group;
    }

    /** What is in the tables now; the same object until something changes. */
    SwitchState state() {
        if (state == null) {
            state = SwitchState.of(this);
        }
        return state;
    }

    void restore(SwitchState wanted) {
        if (wanted != state()) {
            tables.clear();
            groups.clear();
            wanted.groups().values().forEach(groups::put);
            wanted.rules().forEach(rule -> tables.put(rule.asNew(now)));
            state = wanted;
        }
    }

    private void changed() {
        state = null;
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
