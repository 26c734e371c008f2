/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onlab.packet.IpAddress;
import org.onosdmm.api.Binding;
import org.onosdmm.api.MobileNodeId;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.NodeState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.function.BiPredicate;

/**
 * Settles who has an address that two nodes claim ({@link Contests}): asks the holder, and takes the address from one
 * that is not there. The claimant gets it with its next sign.
 */
final class Disputes {

    private static final Logger LOG = LoggerFactory.getLogger(Disputes.class);

    private final MobilityEngine mobility;
    private final EnginePorts ports;
    private final BiPredicate<MobileNodeId, IpAddress> granted;
    private final Contests contests;

    Disputes(MobilityEngine mobility, EnginePorts ports, BiPredicate<MobileNodeId, IpAddress> granted) {
        this.mobility = mobility;
        this.ports = ports;
        this.granted = granted;
        this.contests = mobility.context().contests();
    }

    void settle(Domain domain) {
        for (IpAddress address : contests.look()) {
            MobileNodeId holder = mobility.holder(address).orElse(null);
            if (holder == null || holder.equals(contests.claimant(address))) {
                contests.settled(address);
            } else {
                mobility.known(holder, task -> settle(domain, address, task.state()));
            }
        }
    }

    private void settle(Domain domain, IpAddress address, NodeState holder) {
        if (holder == null || !mobility.context().owns(holder)) {
            return;
        }
        long hold = domain.timers().addressHold();
        MobileNodeId claimant = contests.claimant(address);
        switch (contests.judge(address, holder.binding(), ports.clock().millis(), hold)) {
            case ASK:
                ports.packets().probe(holder.node(), address, holder.binding().current().poa());
                break;
            case REFUSED:
                refuse(address, holder.node(), claimant, "answers for it");
                break;
            case FREE:
                free(address, holder.binding(), claimant, hold);
                break;
            default:
                break;
        }
    }

    private void free(IpAddress address, Binding holder, MobileNodeId claimant, long hold) {
        if (granted.test(holder.node(), address)) {
            refuse(address, holder.node(), claimant, "was given it by DHCP");
            return;
        }
        contests.settled(address);
        LOG.info("{} takes {} from {}, which {} for {} ms", claimant, address, holder.node(),
                holder.absentSince().isPresent() ? "has been away" : "has not answered", hold);
        mobility.relinquished(holder.node(), address);
    }

    private void refuse(IpAddress address, MobileNodeId holder, MobileNodeId claimant, String why) {
        mobility.counters().refused("claims to an address of " + holder,
                claimant + " claims " + address + ", and " + holder + " " + why);
    }
}
