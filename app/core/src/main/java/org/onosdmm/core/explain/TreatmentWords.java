/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.explain;

import org.onlab.packet.MacAddress;
import org.onosdmm.api.Locator;
import org.onosdmm.core.compile.RulePurpose;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.PathGroup;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.TrafficTreatment;
import org.onosproject.net.flow.instructions.Instruction;
import org.onosproject.net.flow.instructions.Instructions;
import org.onosproject.net.flow.instructions.L2ModificationInstruction;
import org.onosproject.net.flow.instructions.L3ModificationInstruction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a rule does, in words.
 */
final class TreatmentWords {

    private final Domain domain;
    private final Tables tables;

    TreatmentWords(Domain domain, Tables tables) {
        this.domain = domain;
        this.tables = tables;
    }

    /** Such as {@code source becomes 198.51.100.58, out of port 10}. */
    String of(Walk.Rule rule) {
        List<String> words = new ArrayList<>();
        rule.treatment().immediate().forEach(instruction -> {
            String word = word(rule, instruction);
            if (!word.isEmpty()) {
                words.add(word);
            }
        });
        if (rule.treatment().tableTransition() != null) {
            words.add("go on to " + RulePurpose.table(rule.treatment().tableTransition().tableId()));
        }
        return words.isEmpty() ? "drop" : String.join(", ", words);
    }

    private String word(Walk.Rule rule, Instruction instruction) {
        switch (instruction.type()) {
            case OUTPUT:
                return output(((Instructions.OutputInstruction) instruction).port(), rule.treatment());
            case GROUP:
                return "out of " + tables.group(rule.key().device(), ((Instructions.GroupInstruction) instruction)
                        .groupId().id()).map(TreatmentWords::ports).orElse("a port of a group that is not there");
            case L2MODIFICATION:
                return ethernet((L2ModificationInstruction) instruction);
            case L3MODIFICATION:
                return address((L3ModificationInstruction) instruction);
            default:
                return "";
        }
    }

    private static String output(PortNumber port, TrafficTreatment treatment) {
        if (port.equals(PortNumber.CONTROLLER)) {
            return treatment.immediate().size() > 1 || treatment.tableTransition() != null
                    ? "a copy to the controller" : "to the controller";
        }
        return port.equals(PortNumber.IN_PORT) ? "back out of the port it came in by" : "out of port " + port.toLong();
    }

    private static String ports(PathGroup group) {
        Stream<PortNumber> ports = group.members().isEmpty() ? group.ports().stream().limit(1)
                : group.members().stream().map(member -> member.ports().get(0)).distinct();
        List<String> numbers = ports.map(port -> String.valueOf(port.toLong())).collect(Collectors.toList());
        return "port " + String.join(" or ", numbers) + (numbers.size() > 1 ? ", by a hash of the flow" : "");
    }

    private String ethernet(L2ModificationInstruction instruction) {
        MacAddress mac = ((L2ModificationInstruction.ModEtherInstruction) instruction).mac();
        if (instruction.subtype() != L2ModificationInstruction.L2SubType.ETH_DST) {
            return "";
        }
        boolean shaped = (mac.toLong() & Locator.PREFIX_MASK.toLong()) == Locator.PREFIX.toLong();
        return Optional.of(mac).filter(m -> shaped).flatMap(this::locator).orElse("destination MAC address " + mac);
    }

    /**
     * Such as {@code locator 0A:00:00:01:00:01: leave at edge1 with an address lent there}; absent for the address of a
     * router that looks like one, but of no edge that there is.
     */
    private Optional<String> locator(MacAddress mac) {
        int edge = (int) (mac.toLong() >> 16 & Locator.MAX_EDGE);
        int attachment = (int) (mac.toLong() & 0xffff);
        return domain.anchors().values().stream().filter(a -> a.number() == edge).map(Anchor::id).findFirst()
                .map(where -> "locator " + mac + ": " + meaning(Locator.of(edge, attachment), String.valueOf(where)));
    }

    private static String meaning(Locator locator, String where) {
        int edge = locator.edge();
        if (locator.equals(Locator.anchor(edge))) {
            return "look the address up at " + where;
        }
        if (locator.equals(Locator.exit(edge))) {
            return "leave at " + where + " with an address lent there";
        }
        if (locator.equals(Locator.exitUntranslated(edge))) {
            return "leave at " + where + " with the node's own address";
        }
        if (locator.equals(Locator.elsewhere(edge))) {
            return "leave wherever the node leaves now";
        }
        return locator.attachment() < Locator.FIRST_ATTACHMENT ? "leave at " + where + ", which stands in for another"
                : "the node's place at " + where;
    }

    private static String address(L3ModificationInstruction instruction) {
        String address = String.valueOf(((L3ModificationInstruction.ModIPInstruction) instruction).ip());
        switch (instruction.subtype()) {
            case IPV4_SRC:
            case IPV6_SRC:
                return "source becomes " + address;
            case IPV4_DST:
            case IPV6_DST:
                return "destination becomes " + address;
            default:
                return "";
        }
    }
}
