/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound.device;

import org.onosproject.net.MastershipRole;
import org.onosproject.openflow.controller.RoleState;

/** The controller's role towards a switch, in ONOS's words and in OpenFlow's. */
final class Roles {

    private Roles() {
    }

    static RoleState toOpenFlow(MastershipRole role) {
        switch (role) {
            case MASTER:
                return RoleState.MASTER;
            case STANDBY:
                return RoleState.EQUAL;
            default:
                return RoleState.SLAVE;
        }
    }

    static MastershipRole toOnos(RoleState role) {
        if (role == null) {
            return MastershipRole.NONE;
        }
        switch (role) {
            case MASTER:
                return MastershipRole.MASTER;
            case EQUAL:
                return MastershipRole.STANDBY;
            default:
                return MastershipRole.NONE;
        }
    }
}
