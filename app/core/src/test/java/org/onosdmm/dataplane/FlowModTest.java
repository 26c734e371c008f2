/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.dataplane;

import org.junit.jupiter.api.Test;
import org.onosproject.net.flow.DefaultFlowRule;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.FlowRuleOperation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onosdmm.dataplane.Samples.APP;
import static org.onosdmm.dataplane.Samples.S1;
import static org.onosdmm.dataplane.Samples.S2;
import static org.onosdmm.dataplane.Samples.act;
import static org.onosdmm.dataplane.Samples.at;
import static org.onosdmm.dataplane.Samples.ipv4;
import static org.onosdmm.dataplane.Samples.ipv6;
import static org.onosdmm.dataplane.Samples.match;
import static org.onosdmm.dataplane.Samples.oneSwitch;
import static org.onosdmm.dataplane.Samples.out;
import static org.onosdmm.dataplane.Samples.prefix;
import static org.onosdmm.dataplane.Samples.rule;

/** What flow-mods do to tables (OpenFlow 1.3.5 sections 5.5 and 6.4). */
class FlowModTest {
    private final DataPlane net = oneSwitch(4);
    private final Frame packet = Packets.udp().ip("10.0.0.1", "10.0.1.1").build();
    private final FlowRule wide = rule(S1, 0, 10, ipv4(), out(2));
    private final FlowRule narrow = rule(S1, 0, 20, ipv4().matchIPDst(prefix("10.0.1.0/24")), out(3));
    private final FlowRule other = rule(S1, 0, 20, ipv6(), out(3));

    private List<String> outputs() {
        return net.rules().stream().map(rule -> rule.priority() + RuleText.treatment(rule.treatment())).sorted()
                .collect(Collectors.toList());
    }

    private FlowMod mod(FlowMod.Command command, FlowRule rule) {
        return FlowMod.of(command, rule);
    }

    @Test
    void addReplacesTheRuleWithTheSameMatchAndPriorityAndKeepsItsCounters() {
        net.add(wide);
        net.inject(at(S1, 1), packet);
        FlowRule changed = rule(S1, 0, 10, ipv4(), out(4));

        net.add(changed);

        assertEquals(1, net.rules().size());
        assertEquals(at(S1, 4), net.inject(at(S1, 1), packet).delivery().at());
        assertEquals(2, net.counters(changed).get().packets());
    }

    @Test
    void addKeepsRulesOfAnotherPriorityOrTable() {
        net.add(wide, rule(S1, 0, 11, ipv4(), out(3)), rule(S1, 1, 10, ipv4(), out(4)));

        assertEquals(3, net.rules().size());
    }

    /** What ONOS sends for a modify changes every narrower rule too. */
    @Test
    void modifyChangesAllRulesThatItsMatchCovers() {
        net.add(wide, narrow, other);

        net.apply(FlowMod.of(new FlowRuleOperation(rule(S1, 0, 10, ipv4(), out(4)), FlowRuleOperation.Type.MODIFY)));

        assertEquals(List.of("10OUTPUT:4", "20OUTPUT:3", "20OUTPUT:4"), outputs());
    }

    @Test
    void strictModifyChangesOneRule() {
        net.add(wide, narrow);

        net.apply(mod(FlowMod.Command.MODIFY_STRICT, rule(S1, 0, 10, ipv4(), out(4))));

        assertEquals(List.of("10OUTPUT:4", "20OUTPUT:3"), outputs());
    }

    @Test
    void modifyOfNothingAddsNothing() {
        net.apply(mod(FlowMod.Command.MODIFY, wide));
        net.apply(mod(FlowMod.Command.MODIFY_STRICT, wide));

        assertTrue(net.rules().isEmpty());
    }

    @Test
    void modifyLeavesCookieAndCountersAlone() {
        net.add(wide);
        net.inject(at(S1, 1), packet);

        net.apply(mod(FlowMod.Command.MODIFY, rule(S1, 0, 5, match(), out(4))));

        assertEquals(1, net.rules(APP).size());
        assertEquals(1, net.counters(wide).get().packets());
    }

    @Test
    void strictDeleteRemovesOneRule() {
        net.add(wide, narrow);

        net.remove(wide);
        net.remove(rule(S1, 0, 11, ipv4(), out(2)));

        assertEquals(List.of("20OUTPUT:3"), outputs());
    }

    @Test
    void deleteRemovesAllRulesThatItsMatchCovers() {
        net.add(wide, narrow, other);

        net.apply(mod(FlowMod.Command.DELETE, wide));

        assertEquals(List.of(other), List.copyOf(net.rules()));
    }

    @Test
    void leadToTheSameTablesInAnyOrder() {
        List<FlowRule> rules = new ArrayList<>(List.of(wide, narrow, other));
        for (int i = 0; i < 20; i++) {
            rules.add(rule(S1, 1, i, ipv4().matchIPDst(prefix("10.0.0.0/" + (i + 8))), out(i % 4 + 1)));
        }
        net.add(rules.toArray(new FlowRule[0]));
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(rules, new Random(seed));
            DataPlane again = oneSwitch(4);
            again.add(rules.toArray(new FlowRule[0]));
            assertEquals(net.hash(), again.hash());
            assertEquals(net.dump(), again.dump());
        }
    }

    @Test
    void refuseTablesThatAreNotThereAndGotoThatDoesNotLeadOn() {
        for (FlowRule bad : List.of(rule(S1, 254, 1, match(), out(1)), rule(S1, 2, 1, match(), act().transition(2)),
                rule(S1, 2, 1, match(), act().transition(1)), rule(S1, 2, 1, match(), act().transition(254)))) {
            FlowModException refused = assertThrows(FlowModException.class, () -> net.add(bad));
            assertEquals(FlowModException.Kind.BAD_TABLE, refused.kind());
        }
    }

    @Test
    void refuseADropAmongOtherActions() {
        assertThrows(FlowModException.class, () -> net.add(rule(S1, 0, 1, match(), out(1).drop())));
    }

    @Test
    void refuseASwitchThatIsNotThere() {
        FlowModException refused = assertThrows(FlowModException.class, () -> net.add(rule(S2, 0, 1, match(), out(1))));

        assertEquals(FlowModException.Kind.UNKNOWN_DEVICE, refused.kind());
    }

    @Test
    void areLoggedWithTheSwitchAndWhatBecameOfThem() {
        net.addDevice(S2);
        net.add(wide);
        int mark = net.log().mark();
        List<String> heard = new ArrayList<>();
        net.log().onMessage(entry -> heard.add(entry.toString()));

        net.remove(wide);
        net.add(rule(S2, 0, 1, match(), out(1)));
        assertThrows(FlowModException.class, () -> net.add(rule(S2, 0, 1, match(), act().transition(0))));

        assertEquals(Set.of(S1, S2), net.log().devicesSince(mark));
        assertEquals(List.of(FlowMod.Command.DELETE_STRICT, FlowMod.Command.ADD), net.log().flowModsSince(mark).stream()
                .map(FlowMod::command).collect(Collectors.toList()));
        assertEquals(FlowModException.Kind.BAD_TABLE, net.log().entries().get(mark + 2).error().get());
        assertEquals(3, heard.size());
    }

    @Test
    void withAHardTimeoutExpire() {
        FlowRule shortly = DefaultFlowRule.builder().forDevice(S1).forTable(0).withPriority(1).fromApp(APP)
                .withSelector(match().build()).withTreatment(out(2).build()).withHardTimeout(5).build();
        net.add(shortly, wide);

        assertTrue(net.advance(Duration.ofSeconds(4)).isEmpty());
        assertEquals(List.of(shortly), net.advance(Duration.ofSeconds(1)));
        assertEquals(List.of(wide), List.copyOf(net.rules()));
    }
}
