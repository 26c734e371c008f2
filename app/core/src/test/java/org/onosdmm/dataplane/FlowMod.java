/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.FlowRuleOperation;

import java.util.Objects;

/** A flow-mod message (OpenFlow 1.3.5 sections 6.4 and A.3.4.1): a command and a rule. */
public final class FlowMod {

    /** What to do with the rule. */
    public enum Command {
        /** OFPFC_ADD: put it in, in place of one with the same table, priority and match. */
        ADD,
        /**
         * OFPFC_MODIFY: give its treatment to every rule of the table that its match covers, whatever the priority.
         * That is what ONOS's OpenFlow provider sends for a modify, so an ADD is what changes one rule.
         */
        MODIFY,
        /** OFPFC_MODIFY_STRICT: give its treatment to the rule with the same table, priority and match, if any. */
        MODIFY_STRICT,
        /** OFPFC_DELETE: remove every rule of the table that its match covers, whatever the priority. */
        DELETE,
        /** OFPFC_DELETE_STRICT: remove the rule with the same table, priority and match, if any. */
        DELETE_STRICT
    }

    private final Command command;
    private final FlowRule rule;

    private FlowMod(Command command, FlowRule rule) {
        this.command = Objects.requireNonNull(command);
        this.rule = Objects.requireNonNull(rule);
    }

    /** A flow-mod. */
    public static FlowMod of(Command command, FlowRule rule) {
        return new FlowMod(command, rule);
    }

    /** Puts a rule in, or changes the one with the same table, priority and match. */
    public static FlowMod add(FlowRule rule) {
        return new FlowMod(Command.ADD, rule);
    }

    /** Removes the one rule with this table, priority and match: what ONOS sends for a remove. */
    public static FlowMod delete(FlowRule rule) {
        return new FlowMod(Command.DELETE_STRICT, rule);
    }

    /** What ONOS's OpenFlow provider sends for this operation: add, non-strict modify, strict delete. */
    public static FlowMod of(FlowRuleOperation operation) {
        switch (operation.type()) {
            case ADD:
                return add(operation.rule());
            case MODIFY:
                return new FlowMod(Command.MODIFY, operation.rule());
            case REMOVE:
                return delete(operation.rule());
            default:
                throw new IllegalArgumentException("operation " + operation.type());
        }
    }

    /** What to do. */
    public Command command() {
        return command;
    }

    /** With which rule. */
    public FlowRule rule() {
        return rule;
    }

    /** At which switch. */
    public DeviceId deviceId() {
        return rule.deviceId();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FlowMod && command == ((FlowMod) other).command && rule.equals(((FlowMod) other).rule)
                && rule.treatment().equals(((FlowMod) other).rule.treatment());
    }

    @Override
    public int hashCode() {
        return Objects.hash(command, rule);
    }

    @Override
    public String toString() {
        return command + " " + deviceId() + " " + RuleText.of(rule);
    }
}
