/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import org.junit.jupiter.api.Test;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.core.model.RuleSet;
import org.onosproject.net.flow.criteria.Criterion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** In which order rules are added. */
class UrgencyTest {
    private final Emulation net = Emulation.campus();
    private final Station node = net.station("mn", 1, "10.1.0.10");

    private RuleSet rules() {
        node.say(Outside.address(20), 3478, 3478, "hello");
        net.run(50);
        node.at(net.topology().access(2)).announce();
        net.run(20);
        return net.mobility().desired(net.state(node));
    }

    private RuleSet first() {
        return NodeCompiler.first(net.domain(), net.mobility().network(), net.state(node));
    }

    @Test
    void deliverAndBounceAreFirstAndNothingElseIs() {
        RuleSet rules = rules();
        RuleSet first = first();
        assertEquals(5, first.size(), "two deliver rules at each of two places, one bounce: " + first.dump());
        assertEquals(1, first.where(Bounces::isBounce).size());
        assertEquals(first, rules.where(first.rules()::containsKey), "they are among the rules of the node");
        first.rules().keySet().forEach(key -> {
            assertEquals(Pipeline.ATTACH, key.table());
            assertTrue(key.selector().getCriterion(Criterion.Type.ETH_DST) != null);
        });
    }

    @Test
    void theGuardIsLastAndWithoutOneThePins() {
        RuleSet rest = rules().minusKeys(first());
        RuleSet last = Urgency.last(rest);
        assertTrue(last.size() > 0);
        assertTrue(last.rules().keySet().stream().allMatch(key -> key.table() == Pipeline.ADMIT));
        RuleSet withoutGuard = rest.minusKeys(last);
        assertTrue(Urgency.last(withoutGuard).rules().keySet().stream()
                .allMatch(key -> key.table() == Pipeline.STEER));
        assertTrue(Urgency.last(RuleSet.EMPTY).isEmpty());
    }
}
