/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.flow;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onlab.packet.MplsLabel;
import org.onlab.packet.TpPort;
import org.onlab.packet.VlanId;
import org.onosdmm.controller.southbound.FakeSwitch;
import org.onosproject.core.GroupId;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.flow.StatTriggerField;
import org.onosproject.net.flow.StatTriggerFlag;
import org.onosproject.net.flow.TrafficTreatment;
import org.onosproject.net.flow.instructions.Instruction;
import org.onosproject.net.flow.instructions.Instructions;
import org.onosproject.net.meter.MeterId;
import org.projectfloodlight.openflow.protocol.OFFlowAdd;
import org.projectfloodlight.openflow.protocol.action.OFAction;
import org.projectfloodlight.openflow.protocol.action.OFActionOutput;
import org.projectfloodlight.openflow.protocol.instruction.OFInstruction;
import org.projectfloodlight.openflow.protocol.instruction.OFInstructionApplyActions;
import org.projectfloodlight.openflow.protocol.instruction.OFInstructionWriteActions;
import org.projectfloodlight.openflow.protocol.instruction.OFInstructionWriteMetadata;
import org.projectfloodlight.openflow.types.EthType;
import org.projectfloodlight.openflow.types.IPv4Address;
import org.projectfloodlight.openflow.types.IPv6Address;
import org.projectfloodlight.openflow.types.IpDscp;
import org.projectfloodlight.openflow.types.OFGroup;
import org.projectfloodlight.openflow.types.OFPort;
import org.projectfloodlight.openflow.types.TableId;
import org.projectfloodlight.openflow.types.TransportPort;
import org.projectfloodlight.openflow.types.U64;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onosdmm.controller.southbound.FakeSwitch.FACTORY;
import static org.onosproject.net.flow.DefaultTrafficTreatment.builder;

class TreatmentEncoderTest {

    private static final MacAddress MAC = MacAddress.valueOf("0a:00:00:01:00:02");
    private static final IpAddress IP4 = IpAddress.valueOf("203.0.113.7");
    private static final IpAddress IP6 = IpAddress.valueOf("2001:db8::7");
    private static final TpPort PORT = TpPort.tpPort(49152);

    private static List<OFInstruction> encode(TrafficTreatment treatment) {
        return TreatmentEncoder.encode(FACTORY, Rules.rule(1, treatment), Extensions.NONE);
    }

    private static List<OFInstruction> overTheWire(List<OFInstruction> instructions) {
        OFFlowAdd message = FACTORY.buildFlowAdd().setInstructions(instructions).build();
        return ((OFFlowAdd) FakeSwitch.overTheWire(message)).getInstructions();
    }

    private static OFAction onlyAction(TrafficTreatment treatment) {
        List<OFInstruction> instructions = encode(treatment);
        assertEquals(1, instructions.size());
        List<OFAction> actions = ((OFInstructionApplyActions) instructions.get(0)).getActions();
        assertEquals(1, actions.size());
        return actions.get(0);
    }

    private static OFAction set(org.projectfloodlight.openflow.protocol.oxm.OFOxm<?> field) {
        return FACTORY.actions().setField(field);
    }

    private static org.projectfloodlight.openflow.types.MacAddress mac() {
        return org.projectfloodlight.openflow.types.MacAddress.of(MAC.toBytes());
    }

    static Stream<Arguments> supported() {
        return Stream.of(
                Arguments.of(builder().setEthSrc(MAC), set(FACTORY.oxms().ethSrc(mac()))),
                Arguments.of(builder().setEthDst(MAC), set(FACTORY.oxms().ethDst(mac()))),
                Arguments.of(builder().setVlanId(VlanId.vlanId((short) 5)), set(FACTORY.oxms().vlanVid(
                        org.projectfloodlight.openflow.types.OFVlanVidMatch.ofVlan(5)))),
                Arguments.of(builder().setVlanPcp((byte) 3), set(FACTORY.oxms().vlanPcp(
                        org.projectfloodlight.openflow.types.VlanPcp.of((byte) 3)))),
                Arguments.of(builder().pushVlan(), FACTORY.actions().pushVlan(EthType.of(0x8100))),
                Arguments.of(builder().popVlan(), FACTORY.actions().popVlan()),
                Arguments.of(builder().setTunnelId(9), set(FACTORY.oxms().tunnelId(U64.of(9)))),
                Arguments.of(builder().setIpSrc(IP4), set(FACTORY.oxms().ipv4Src(IPv4Address.of("203.0.113.7")))),
                Arguments.of(builder().setIpDst(IP4), set(FACTORY.oxms().ipv4Dst(IPv4Address.of("203.0.113.7")))),
                Arguments.of(builder().add(Instructions.modL3IPv6Src(IP6)),
                        set(FACTORY.oxms().ipv6Src(IPv6Address.of("2001:db8::7")))),
                Arguments.of(builder().add(Instructions.modL3IPv6Dst(IP6)),
                        set(FACTORY.oxms().ipv6Dst(IPv6Address.of("2001:db8::7")))),
                Arguments.of(builder().setIpDscp((byte) 46), set(FACTORY.oxms().ipDscp(IpDscp.of((byte) 46)))),
                Arguments.of(builder().decNwTtl(), FACTORY.actions().decNwTtl()),
                Arguments.of(builder().copyTtlIn(), FACTORY.actions().copyTtlIn()),
                Arguments.of(builder().copyTtlOut(), FACTORY.actions().copyTtlOut()),
                Arguments.of(builder().setArpSpa(IP4), set(FACTORY.oxms().arpSpa(IPv4Address.of("203.0.113.7")))),
                Arguments.of(builder().setArpSha(MAC), set(FACTORY.oxms().arpSha(mac()))),
                Arguments.of(builder().setArpOp((short) 2), set(FACTORY.oxms().arpOp(
                        org.projectfloodlight.openflow.types.ArpOpcode.REPLY))),
                Arguments.of(builder().setTcpSrc(PORT), set(FACTORY.oxms().tcpSrc(TransportPort.of(49152)))),
                Arguments.of(builder().setTcpDst(PORT), set(FACTORY.oxms().tcpDst(TransportPort.of(49152)))),
                Arguments.of(builder().setUdpSrc(PORT), set(FACTORY.oxms().udpSrc(TransportPort.of(49152)))),
                Arguments.of(builder().setUdpDst(PORT), set(FACTORY.oxms().udpDst(TransportPort.of(49152)))),
                Arguments.of(builder().setQueue(3), FACTORY.actions().setQueue(3)),
                Arguments.of(builder().group(GroupId.valueOf(8)), FACTORY.actions().group(OFGroup.of(8))));
    }

    @ParameterizedTest
    @MethodSource("supported")
    void everyActionHasItsForm(TrafficTreatment.Builder treatment, OFAction expected) {
        assertEquals(expected, onlyAction(treatment.build()));
    }

    /** If this did not hold, the comparison would send the rule again after every poll. */
    @ParameterizedTest
    @MethodSource("supported")
    void whatIsReadBackEqualsWhatWasEncoded(TrafficTreatment.Builder treatment, OFAction expected) {
        List<OFInstruction> instructions = encode(treatment.build());
        assertEquals(instructions, overTheWire(instructions));
    }

    @Test
    void outputsKnowReservedPorts() {
        Map<PortNumber, OFPort> ports = Map.of(
                PortNumber.CONTROLLER, OFPort.CONTROLLER,
                PortNumber.IN_PORT, OFPort.IN_PORT,
                PortNumber.TABLE, OFPort.TABLE,
                PortNumber.ALL, OFPort.ALL,
                PortNumber.FLOOD, OFPort.FLOOD,
                PortNumber.LOCAL, OFPort.LOCAL,
                PortNumber.portNumber(12), OFPort.of(12));
        ports.forEach((onos, openFlow) -> assertEquals(openFlow,
                ((OFActionOutput) onlyAction(builder().setOutput(onos).build())).getPort()));
    }

    @Test
    void theControllerGetsTheWholePacket() {
        assertEquals(0xffff, ((OFActionOutput) onlyAction(builder().punt().build())).getMaxLen());
        assertEquals(0, ((OFActionOutput) onlyAction(builder().setOutput(PortNumber.portNumber(1)).build()))
                .getMaxLen());
    }

    @Test
    void actionsKeepTheirOrder() {
        List<OFInstruction> instructions = encode(builder()
                .setEthDst(MAC).setOutput(PortNumber.portNumber(1))
                .setEthSrc(MAC).setOutput(PortNumber.portNumber(2)).build());
        List<OFAction> actions = ((OFInstructionApplyActions) instructions.get(0)).getActions();
        assertEquals(List.of(set(FACTORY.oxms().ethDst(mac())), FACTORY.actions().output(OFPort.of(1), 0),
                set(FACTORY.oxms().ethSrc(mac())), FACTORY.actions().output(OFPort.of(2), 0)), actions);
    }

    @Test
    void dropIsNoInstructionAtAll() {
        assertEquals(List.of(), encode(builder().drop().build()));
        assertEquals(List.of(), encode(DefaultTrafficTreatment.emptyTreatment()));
    }

    @Test
    void immediateDeferredMetadataAndTableGoTogether() {
        List<OFInstruction> instructions = encode(builder()
                .immediate().setEthDst(MAC)
                .wipeDeferred()
                .deferred().setOutput(PortNumber.portNumber(3))
                .writeMetadata(0xff00L, 0xffffL)
                .transition(3).build());
        assertEquals(List.of(
                FACTORY.instructions().applyActions(List.of(set(FACTORY.oxms().ethDst(mac())))),
                FACTORY.instructions().clearActions(),
                FACTORY.instructions().writeActions(List.of(FACTORY.actions().output(OFPort.of(3), 0))),
                FACTORY.instructions().writeMetadata(U64.of(0xff00L), U64.of(0xffffL)),
                FACTORY.instructions().gotoTable(TableId.of(3))), instructions);
        assertEquals(instructions, overTheWire(instructions));
    }

    @Test
    void deferredAloneIsNotApplied() {
        List<OFInstruction> instructions =
                encode(builder().deferred().setOutput(PortNumber.portNumber(3)).build());
        assertEquals(1, instructions.size());
        assertTrue(instructions.get(0) instanceof OFInstructionWriteActions);
    }

    @Test
    void metadataKeepsItsMask() {
        OFInstructionWriteMetadata metadata = (OFInstructionWriteMetadata)
                encode(builder().writeMetadata(0x8000000000000000L, -1).build()).get(0);
        assertEquals(U64.of(0x8000000000000000L), metadata.getMetadata());
        assertEquals(U64.of(-1), metadata.getMetadataMask());
    }

    static Stream<TrafficTreatment> unsupported() {
        return Stream.of(
                builder().meter(MeterId.meterId(1)).build(),
                builder().setIpSrc(IP6).build(), // makes an IPv4 instruction of it
                builder().pushMpls().build(),
                builder().popMpls().build(),
                builder().setMpls(MplsLabel.mplsLabel(4)).build(),
                builder().setMplsBos(true).build(),
                builder().decMplsTtl().build(),
                builder().add(Instructions.truncate(100)).build(),
                builder().add(Instructions.setQueue(1, PortNumber.portNumber(2))).build(),
                builder().add(Instructions.modL0Lambda(
                        org.onosproject.net.Lambda.ochSignal(org.onosproject.net.GridType.DWDM,
                                org.onosproject.net.ChannelSpacing.CHL_50GHZ, 1, 4))).build(),
                builder().statTrigger(Map.of(StatTriggerField.PACKET_COUNT, 10L), StatTriggerFlag.PERIODIC).build());
    }

    @ParameterizedTest
    @MethodSource("unsupported")
    void whatCannotBeEncodedIsRefused(TrafficTreatment treatment) {
        assertThrows(UnsupportedRuleException.class, () -> encode(treatment));
    }

    @Test
    void aRefusalNamesTheInstruction() {
        Instruction instruction = Instructions.pushMpls();
        UnsupportedRuleException e = assertThrows(UnsupportedRuleException.class,
                () -> encode(builder().add(instruction).build()));
        assertTrue(e.getMessage().contains(instruction.toString()), e.getMessage());
    }
}
