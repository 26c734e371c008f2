/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import org.onosdmm.core.compile.Punt;
import org.onosdmm.core.compile.RuleCookie;
import org.onosproject.net.packet.InboundPacket;
import org.osgi.service.component.annotations.Component;

/**
 * Knows the reason by the cookie: a switch says with each packet which rule has sent it (OpenFlow 1.3.5, section
 * 7.4.1), and ONOS uses a rule's flow id as its cookie.
 */
@Component(immediate = true, service = PuntReasons.class)
public class CookieReasons implements PuntReasons {

    @Override
    public Punt of(InboundPacket packet) {
        return packet.cookie().flatMap(RuleCookie::reason).orElse(Punt.UNKNOWN_PLACE);
    }
}
