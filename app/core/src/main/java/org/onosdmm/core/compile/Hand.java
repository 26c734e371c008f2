/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import org.onosdmm.api.Binding;
import org.onosdmm.core.model.Domain;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.flow.TrafficTreatment;

/**
 * Hands packets to a node: with the addresses that it expects to see, out of its port.
 */
final class Hand {

    private final Domain domain;
    private final Binding binding;

    Hand(Domain domain, Binding binding) {
        this.domain = domain;
        this.binding = binding;
    }

    /** Out of a port. */
    TrafficTreatment to(PortNumber port) {
        return to(port, DefaultTrafficTreatment.builder());
    }

    /** Out of a port, and to the controller as it came. */
    TrafficTreatment copyTo(PortNumber port) {
        return to(port, DefaultTrafficTreatment.builder().punt());
    }

    private TrafficTreatment to(PortNumber port, TrafficTreatment.Builder act) {
        return act.setEthSrc(domain.gatewayMac()).setEthDst(binding.node().mac()).setOutput(port).build();
    }
}
