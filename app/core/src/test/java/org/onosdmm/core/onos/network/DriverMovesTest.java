/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.network;

import org.junit.jupiter.api.Test;
import org.onosdmm.core.model.ArpMoves;
import org.onosdmm.dataplane.FieldMove;
import org.onosproject.net.DefaultDevice;
import org.onosproject.net.Device;
import org.onosproject.net.DeviceId;
import org.onosproject.net.behaviour.ExtensionTreatmentResolver;
import org.onosproject.net.driver.AbstractHandlerBehaviour;
import org.onosproject.net.driver.Behaviour;
import org.onosproject.net.flow.instructions.ExtensionTreatment;
import org.onosproject.net.flow.instructions.ExtensionTreatmentType;
import org.onosproject.net.provider.ProviderId;

import java.util.Optional;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What drivers say of the extensions that they know. */
class DriverMovesTest {

    /** Knows the moves that it is given, and refuses others as ONOS's drivers do. */
    private static final class Resolver extends AbstractHandlerBehaviour implements ExtensionTreatmentResolver {
        private final FieldMove[] known;

        Resolver(FieldMove... known) {
            this.known = known;
        }

        @Override
        public ExtensionTreatment getExtensionInstruction(ExtensionTreatmentType type) {
            return Stream.of(known).filter(move -> move.type().equals(type)).findFirst()
                    .orElseThrow(() -> new UnsupportedOperationException("no such thing"));
        }
    }

    private static Device device(Resolver resolver) {
        return new DefaultDevice(ProviderId.NONE, DeviceId.deviceId("of:0000000000000001"), Device.Type.SWITCH, "", "",
                "", "", null) {
            @Override
            public <B extends Behaviour> boolean is(Class<B> projection) {
                return resolver != null && projection.isInstance(resolver);
            }

            @Override
            public <B extends Behaviour> B as(Class<B> projection) {
                return projection.cast(resolver);
            }
        };
    }

    @Test
    void aDriverThatKnowsAllThreeWillDo() {
        assertEquals(Optional.of(ArpMoves.of(FieldMove.ETHERNET, FieldMove.ARP_HARDWARE, FieldMove.ARP_PROTOCOL)),
                DriverMoves.of(device(new Resolver(FieldMove.ARP_PROTOCOL, FieldMove.ETHERNET,
                        FieldMove.ARP_HARDWARE))));
    }

    @Test
    void oneThatKnowsSomeWillNot() {
        assertEquals(Optional.empty(), DriverMoves.of(device(new Resolver(FieldMove.ETHERNET))));
    }

    @Test
    void norWillOneWithoutExtensions() {
        assertEquals(Optional.empty(), DriverMoves.of(device(null)));
    }

    @Test
    void aSwitchThatHasNoDriverAtAllIsNoFault() {
        assertEquals(Optional.empty(), DriverMoves.of(new DefaultDevice(ProviderId.NONE,
                DeviceId.deviceId("of:0000000000000001"), Device.Type.SWITCH, "", "", "", "", null)));
    }
}
