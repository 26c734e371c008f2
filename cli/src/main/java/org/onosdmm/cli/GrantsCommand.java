/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.onosdmm.api.AddressGrant;
import org.onosdmm.cli.completer.NodeCompleter;
import org.onosdmm.view.MobilityView;

import java.util.Collections;
import java.util.List;

/**
 * Lists the addresses that nodes were given by DHCP.
 */
@Service
@Command(scope = "onos", name = "dmm-grants",
         description = "Lists the addresses that nodes were given by DHCP",
         detailedDescription = "Those that have ended are among them.\n\n"
                 + "For example:\n"
                 + "  dmm-grants\n"
                 + "  dmm-grants --node 00:00:00:00:01:10")
public class GrantsCommand extends DmmCommand {

    @Option(name = "--node", description = "MAC address of the node")
    @Completion(NodeCompleter.class)
    String node;

    @Override
    List<String> text(MobilityView view, long now) {
        ImmutableList<AddressGrant> grants = view.grants(node);
        if (grants.isEmpty()) {
            return Collections.singletonList("No addresses were given by DHCP.");
        }
        Table table = new Table().left("Address").left("Node").wrapped("Name", 12).left("Asked at").left("State")
                .left("Since").left("Ends");
        for (AddressGrant grant : grants) {
            table.row(grant.address(), grant.node(), grant.name().orElse(Words.NONE), grant.port(), grant.state(),
                      Words.ago(grant.since(), now), ends(grant, now));
        }
        return table.lines();
    }

    private static String ends(AddressGrant grant, long now) {
        return grant.holds(now) ? "in " + Words.age(now, grant.until()) : Words.ago(grant.until(), now);
    }

    @Override
    ObjectNode json(MobilityView view) {
        return envelope("grants", AddressGrant.class, view.grants(node));
    }
}
