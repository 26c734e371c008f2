/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.flow;

import org.junit.jupiter.api.Test;
import org.onosdmm.controller.southbound.FakeSwitch;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.TableId;
import org.onosproject.net.pi.model.PiTableId;
import org.projectfloodlight.openflow.protocol.OFFlowAdd;
import org.projectfloodlight.openflow.protocol.OFFlowDeleteStrict;
import org.projectfloodlight.openflow.protocol.OFFlowMod;
import org.projectfloodlight.openflow.protocol.OFFlowModFlags;
import org.projectfloodlight.openflow.protocol.OFFlowModifyStrict;
import org.projectfloodlight.openflow.types.OFBufferId;
import org.projectfloodlight.openflow.types.OFGroup;
import org.projectfloodlight.openflow.types.OFPort;
import org.projectfloodlight.openflow.types.U64;

import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onosdmm.controller.southbound.FakeSwitch.FACTORY;

class FlowModEncoderTest {

    private static void assertIdentifies(FlowRule rule, OFFlowMod message) {
        assertEquals(U64.of(rule.id().value()), message.getCookie());
        assertEquals(rule.tableId(), message.getTableId().getValue());
        assertEquals(rule.priority(), message.getPriority());
        assertEquals(MatchEncoder.encode(FACTORY, rule.selector()), message.getMatch());
        assertEquals(OFBufferId.NO_BUFFER, message.getBufferId());
    }

    @Test
    void addCarriesTheWholeRule() {
        FlowRule rule = Rules.rule(1);
        OFFlowMod message = (OFFlowMod) FakeSwitch.overTheWire(FlowModEncoder.add(FACTORY, rule, Extensions.NONE));
        assertTrue(message instanceof OFFlowAdd);
        assertIdentifies(rule, message);
        assertEquals(TreatmentEncoder.encode(FACTORY, rule, Extensions.NONE), message.getInstructions());
        assertEquals(Set.of(OFFlowModFlags.SEND_FLOW_REM), message.getFlags());
        assertEquals(0, message.getIdleTimeout());
        assertEquals(0, message.getHardTimeout());
    }

    @Test
    void hardTimeoutIsTheSwitchsAndIdleTimeoutIsOurs() {
        FlowRule rule = Rules.rule().makeTemporary(30).withHardTimeout(60).build();
        OFFlowMod message = FlowModEncoder.add(FACTORY, rule, Extensions.NONE);
        assertEquals(60, message.getHardTimeout());
        assertEquals(0, message.getIdleTimeout());
    }

    @Test
    void modifyIsStrict() {
        FlowRule rule = Rules.rule(1);
        OFFlowMod message = (OFFlowMod) FakeSwitch.overTheWire(FlowModEncoder.modify(FACTORY, rule, Extensions.NONE));
        assertTrue(message instanceof OFFlowModifyStrict);
        assertIdentifies(rule, message);
    }

    @Test
    void deleteIsStrictAndForAnyOutput() {
        FlowRule rule = Rules.rule(1);
        OFFlowMod message = (OFFlowMod) FakeSwitch.overTheWire(FlowModEncoder.delete(FACTORY, rule));
        assertTrue(message instanceof OFFlowDeleteStrict);
        assertIdentifies(rule, message);
        assertEquals(OFPort.ANY, message.getOutPort());
        assertEquals(OFGroup.ANY, message.getOutGroup());
    }

    @Test
    void foreignFlowIsDeletedByWhatTheSwitchReported() {
        FlowRule unknown = Rules.rule(5);
        OFFlowMod message = FlowModEncoder.delete(FACTORY,
                new ForeignFlow(Rules.DEVICE, Rules.report(unknown)));
        assertIdentifies(unknown, message);
    }

    @Test
    void everyMessageHasItsOwnTransaction() {
        FlowRule rule = Rules.rule(1);
        assertNotEquals(FlowModEncoder.add(FACTORY, rule, Extensions.NONE).getXid(),
                FlowModEncoder.add(FACTORY, rule, Extensions.NONE).getXid());
    }

    @Test
    void tablesOtherThanNumbersAreRefused() {
        TableId named = PiTableId.of("ingress");
        FlowRule rule = Rules.rule().forTable(named).build();
        assertThrows(UnsupportedRuleException.class, () -> FlowModEncoder.add(FACTORY, rule, Extensions.NONE));
    }

    @Test
    void valuesThatDoNotFitAreRefused() {
        FlowRule rule = Rules.rule().withTreatment(DefaultTrafficTreatment.builder().transition(300).build()).build();
        assertThrows(UnsupportedRuleException.class, () -> FlowModEncoder.add(FACTORY, rule, Extensions.NONE));
    }

    @Test
    void foreignFlowEqualsNothingButItself() {
        ForeignFlow one = new ForeignFlow(Rules.DEVICE, Rules.report(Rules.rule(1)));
        ForeignFlow same = new ForeignFlow(Rules.DEVICE, Rules.report(Rules.rule(1)));
        assertEquals(one, one);
        assertNotEquals(one, same);
        assertNotEquals(one, Rules.rule(1));
        assertEquals(7, one.packets());
        assertTrue(one.toString().contains("table 2"), one.toString());
    }
}
