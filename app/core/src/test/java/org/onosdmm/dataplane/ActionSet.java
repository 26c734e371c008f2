/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.onosproject.net.flow.instructions.Instruction;
import org.onosproject.net.flow.instructions.L2ModificationInstruction;
import org.onosproject.net.flow.instructions.L3ModificationInstruction;
import org.onosproject.net.flow.instructions.L4ModificationInstruction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The actions that a packet collects on its way through the tables, or those of a bucket (OpenFlow 1.3.5 section 5.10):
 * at most one of each kind, the last one written, executed in a fixed order whatever the order of writing.
 */
final class ActionSet {
    private static final String DECREMENT_TTL = "1 dec_ttl";
    private static final String SET = "2 set ";
    private static final String GROUP = "3 group";
    private static final String OUTPUT = "4 output";

    /** By kind; the kinds sort in the order of execution. */
    private final Map<String, Instruction> actions = new TreeMap<>();

    static ActionSet of(List<Instruction> actions) {
        ActionSet set = new ActionSet();
        set.write(actions);
        return set;
    }

    void clear() {
        actions.clear();
    }

    boolean isEmpty() {
        return actions.isEmpty();
    }

    void write(List<Instruction> written) {
        for (Instruction action : written) {
            if (action.type() != Instruction.Type.NOACTION) {
                actions.put(kind(action), action);
            }
        }
    }

    /** The actions in the order of execution; with a group in the set the output is ignored. */
    List<Instruction> inOrder() {
        List<Instruction> list = new ArrayList<>(actions.values());
        if (actions.containsKey(GROUP) && actions.containsKey(OUTPUT)) {
            list.remove(list.size() - 1);
        }
        return list;
    }

    private static String kind(Instruction action) {
        switch (action.type()) {
            case OUTPUT:
                return OUTPUT;
            case GROUP:
                return GROUP;
            case L2MODIFICATION:
                return SET + ((L2ModificationInstruction) action).subtype();
            case L3MODIFICATION:
                L3ModificationInstruction.L3SubType subtype = ((L3ModificationInstruction) action).subtype();
                return subtype == L3ModificationInstruction.L3SubType.DEC_TTL ? DECREMENT_TTL : SET + subtype;
            case L4MODIFICATION:
                return SET + ((L4ModificationInstruction) action).subtype();
            default:
                throw new FlowModException(FlowModException.Kind.UNSUPPORTED, "instruction " + action);
        }
    }
}
