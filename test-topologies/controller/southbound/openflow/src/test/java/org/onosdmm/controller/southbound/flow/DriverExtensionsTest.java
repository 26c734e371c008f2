/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.flow;

import org.junit.jupiter.api.Test;
import org.onosproject.net.DeviceId;
import org.onosproject.net.driver.AbstractHandlerBehaviour;
import org.onosproject.net.driver.Behaviour;
import org.onosproject.net.driver.DefaultDriver;
import org.onosproject.net.driver.DefaultDriverData;
import org.onosproject.net.driver.DefaultDriverHandler;
import org.onosproject.net.driver.DriverHandler;
import org.onosproject.net.driver.DriverServiceAdapter;
import org.onosproject.net.flow.AbstractExtension;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.instructions.ExtensionTreatment;
import org.onosproject.net.flow.instructions.ExtensionTreatmentType;
import org.onosproject.openflow.controller.ExtensionTreatmentInterpreter;
import org.projectfloodlight.openflow.protocol.OFFactory;
import org.projectfloodlight.openflow.protocol.action.OFAction;
import org.projectfloodlight.openflow.protocol.instruction.OFInstructionApplyActions;

import java.util.List;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.onosdmm.controller.southbound.FakeSwitch.FACTORY;

class DriverExtensionsTest {

    private static final FlowRule RULE = Rules.rule(1, DefaultTrafficTreatment.builder()
            .extension(new Swap(), Rules.DEVICE).setArpOp((short) 2).build());

    /** What only some switches can do. */
    private static final class Swap extends AbstractExtension implements ExtensionTreatment {
        @Override
        public ExtensionTreatmentType type() {
            return ExtensionTreatmentType.ExtensionTreatmentTypes.NICIRA_MOV_ETH_SRC_TO_DST.type();
        }

        @Override
        public byte[] serialize() {
            return new byte[0];
        }

        @Override
        public void deserialize(byte[] data) {
            // it has nothing
        }
    }

    /** Writes every extension in the same way. */
    public static final class Interpreter extends AbstractHandlerBehaviour implements ExtensionTreatmentInterpreter {
        @Override
        public boolean supported(ExtensionTreatmentType type) {
            return true;
        }

        @Override
        public OFAction mapInstruction(OFFactory factory, ExtensionTreatment extension) {
            return factory.actions().popVlan();
        }

        @Override
        public ExtensionTreatment mapAction(OFAction action) {
            return new Swap();
        }
    }

    private static Extensions driver(Map<Class<? extends Behaviour>, Class<? extends Behaviour>> behaviours) {
        return new DriverExtensions(new DriverServiceAdapter() {
            @Override
            public DriverHandler createHandler(DeviceId device, String... credentials) {
                return new DefaultDriverHandler(new DefaultDriverData(new DefaultDriver("some", List.of(), "", "", "",
                        behaviours, Map.of()), device));
            }
        });
    }

    @Test
    void theDriverOfTheSwitchEncodesThemInTheirPlace() {
        Extensions extensions = driver(Map.of(ExtensionTreatmentInterpreter.class, Interpreter.class));
        List<OFAction> actions = ((OFInstructionApplyActions) TreatmentEncoder.encode(FACTORY, RULE, extensions).get(0))
                .getActions();
        assertEquals(2, actions.size());
        assertEquals(FACTORY.actions().popVlan(), actions.get(0));
    }

    @Test
    void aRuleThatTheDriverCannotExpressIsRefused() {
        Extensions extensions = driver(Map.of());
        assertThrows(UnsupportedRuleException.class, () -> FlowModEncoder.add(FACTORY, RULE, extensions));
        assertThrows(UnsupportedRuleException.class, () -> FlowModEncoder.add(FACTORY, RULE, Extensions.NONE));
    }
}
