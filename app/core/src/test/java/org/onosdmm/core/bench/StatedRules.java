/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.bench;

import org.onlab.packet.IpAddress;
import org.onosdmm.api.FlowKey;
import org.onosdmm.core.classify.NameStep;
import org.onosdmm.core.classify.NetworkStep;
import org.onosdmm.core.classify.port.PortTable;
import org.onosdmm.core.model.Policy;

import java.util.Set;

/** What the rules are to show, as stated: DNS answers, control flows, first packets of UDP, named TCP. */
final class StatedRules implements Shown {
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int DNS = 53;
    private static final Set<Integer> CONTROL = Set.of(5060, 554, 8554);

    private final Policy policy;

    StatedRules(Policy policy) {
        this.policy = policy;
    }

    @Override
    public boolean shows(FlowKey flow, boolean fromNode, boolean known, Set<String> names) {
        if (!isRouted(flow.remote())) {
            return false;
        }
        if (flow.protocol() == UDP && flow.remotePort() == DNS) {
            return !fromNode;
        }
        if (CONTROL.contains(flow.remotePort()) || CONTROL.contains(flow.localPort())) {
            return true;
        }
        return !known && (flow.protocol() == UDP || flow.protocol() == TCP && isNamed(flow, names));
    }

    private boolean isNamed(FlowKey flow, Set<String> names) {
        return PortTable.builtIn().find(TCP, flow.remotePort()).isPresent()
                || NameStep.decide(names, policy).isPresent()
                || NetworkStep.decide(flow.remote(), policy).isPresent();
    }

    private static boolean isRouted(IpAddress address) {
        return !address.isMulticast() && !address.isLinkLocal() && !address.toString().equals("255.255.255.255");
    }
}
