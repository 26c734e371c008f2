/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.device;

import org.junit.jupiter.api.Test;
import org.onosproject.net.MastershipRole;
import org.onosproject.openflow.controller.RoleState;

import static org.junit.jupiter.api.Assertions.assertEquals;

class RolesTest {

    @Test
    void everyRoleHasItsCounterpart() {
        assertEquals(RoleState.MASTER, Roles.toOpenFlow(MastershipRole.MASTER));
        assertEquals(RoleState.EQUAL, Roles.toOpenFlow(MastershipRole.STANDBY));
        assertEquals(RoleState.SLAVE, Roles.toOpenFlow(MastershipRole.NONE));
        for (MastershipRole role : MastershipRole.values()) {
            assertEquals(role, Roles.toOnos(Roles.toOpenFlow(role)));
        }
    }

    @Test
    void noRoleIsNone() {
        assertEquals(MastershipRole.NONE, Roles.toOnos(null));
    }
}
