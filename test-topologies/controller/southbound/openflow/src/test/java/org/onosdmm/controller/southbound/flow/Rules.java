/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.flow;

import org.onosdmm.controller.southbound.FakeSwitch;
import org.onosproject.core.DefaultApplicationId;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.DefaultFlowEntry;
import org.onosproject.net.flow.DefaultFlowRule;
import org.onosproject.net.flow.DefaultTrafficSelector;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.flow.FlowEntry.FlowEntryState;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.flow.TrafficTreatment;
import org.onosproject.net.flow.criteria.Criteria;
import org.projectfloodlight.openflow.protocol.OFFlowStatsEntry;
import org.projectfloodlight.openflow.protocol.OFFlowStatsReply;
import org.projectfloodlight.openflow.types.TableId;
import org.projectfloodlight.openflow.types.U64;

import java.util.List;

import static org.onosdmm.controller.southbound.FakeSwitch.FACTORY;

/** Flow rules for tests, and what a switch reports about them. */
final class Rules {

    static final DeviceId DEVICE = DeviceId.deviceId("of:0000000000000001");

    private Rules() {
    }

    static FlowRule.Builder rule() {
        return DefaultFlowRule.builder()
                .forDevice(DEVICE)
                .forTable(2)
                .withPriority(100)
                .fromApp(new DefaultApplicationId(1, "test"))
                .makePermanent()
                .withSelector(inPort(1))
                .withTreatment(output(2));
    }

    /** A rule of its own for each number. */
    static FlowRule rule(int number) {
        return rule().withSelector(inPort(number)).build();
    }

    /** The same rule with something else to do. */
    static FlowRule rule(int number, TrafficTreatment treatment) {
        return rule().withSelector(inPort(number)).withTreatment(treatment).build();
    }

    /** A rule that no OpenFlow 1.3 switch understands. */
    static FlowRule unsupported() {
        return rule().withSelector(DefaultTrafficSelector.builder()
                .add(Criteria.matchTcpFlags(2)).build()).build();
    }

    static TrafficSelector inPort(int number) {
        return DefaultTrafficSelector.builder().matchInPort(PortNumber.portNumber(number)).build();
    }

    static TrafficTreatment output(int number) {
        return DefaultTrafficTreatment.builder().setOutput(PortNumber.portNumber(number)).build();
    }

    static DefaultFlowEntry stored(FlowRule rule, FlowEntryState state) {
        return new DefaultFlowEntry(rule, state);
    }

    /** What a switch reports that has the rule. */
    static OFFlowStatsEntry report(FlowRule rule) {
        return FACTORY.buildFlowStatsEntry()
                .setCookie(U64.of(rule.id().value()))
                .setTableId(TableId.of(rule.tableId()))
                .setPriority(rule.priority())
                .setMatch(MatchEncoder.encode(FACTORY, rule.selector()))
                .setInstructions(TreatmentEncoder.encode(FACTORY, rule, Extensions.NONE))
                .setDurationSec(3)
                .setDurationNsec(5)
                .setPacketCount(U64.of(7))
                .setByteCount(U64.of(700))
                .build();
    }

    /** The same, sent over the wire and read again. */
    static OFFlowStatsReply reply(OFFlowStatsEntry... entries) {
        return (OFFlowStatsReply) FakeSwitch.overTheWire(
                FACTORY.buildFlowStatsReply().setEntries(List.of(entries)).build());
    }
}
