/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view;

import com.google.auto.value.AutoValue;
import org.onosdmm.api.AddressGrant;
import org.onosdmm.api.Binding;
import org.onosdmm.api.NodeInfo;
import org.onosdmm.api.PinnedFlow;
import org.onosdmm.api.RuleStatus;

import java.util.Optional;

/**
 * A mobile node in a line: who and where it is, and how much it holds.
 */
@AutoValue
public abstract class NodeSummary {

    /** Where it is and was. */
    public abstract Binding binding();

    /** The name that it gave itself by DHCP. */
    public abstract Optional<String> name();

    /** Number of its flows that keep their anchor. */
    public abstract int kept();

    /** Number of its flows that are known one by one, those that are kept among them. */
    public abstract int known();

    /** Number of addresses that are lent to it. */
    public abstract int leases();

    /** Its rules, over all switches. */
    public abstract RuleStatus rules();

    /** The summary of a node, with the addresses that nodes were given by DHCP. */
    static NodeSummary of(NodeInfo info, Iterable<AddressGrant> grants) {
        String name = null;
        for (AddressGrant grant : grants) {
            if (grant.node().equals(info.binding().node()) && grant.name().isPresent()) {
                name = grant.name().get();
            }
        }
        return new AutoValue_NodeSummary(info.binding(), Optional.ofNullable(name),
                (int) info.flows().stream().filter(PinnedFlow::kept).count(), info.flows().size(),
                info.leases().size(), info.rules());
    }

    /** How often it has moved since it was bound. */
    public long moves() {
        return binding().sequence() - 1;
    }
}
