/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.view.MobilityView;

import java.util.Collections;
import java.util.List;

/**
 * Lists the application classes in force.
 */
@Service
@Command(scope = "onos", name = "dmm-classes",
         description = "Lists the application classes and what each promises",
         detailedDescription = "For example:\n"
                 + "  dmm-classes")
public class ClassesCommand extends DmmCommand {

    @Override
    List<String> text(MobilityView view, long now) {
        if (view.classes().isEmpty()) {
            return Collections.singletonList("No application classes: no configuration is in force, see dmm-check.");
        }
        Table table = new Table().wrapped("Class", 24).left("Continuity").wrapped("Strategy", 16).left("Pinned")
                .left("Rescue");
        for (ApplicationClass each : view.classes()) {
            table.row(each.name(), each.continuity(), each.strategy(), yes(each.continuity().pinned()),
                      yes(each.rescue()));
        }
        return table.lines();
    }

    private static String yes(boolean holds) {
        return holds ? "yes" : "no";
    }

    @Override
    ObjectNode json(MobilityView view) {
        return envelope("classes", ApplicationClass.class, view.classes());
    }
}
