/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.onosdmm.api.Finding;
import org.onosdmm.view.CheckReport;
import org.onosdmm.view.MobilityView;

import java.util.ArrayList;
import java.util.List;

/**
 * Says whether all is well. Ends with an exit status other than 0 if something does not work.
 */
@Service
@Command(scope = "onos", name = "dmm-check",
         description = "Says whether all is well; the exit status is 1 if it is not",
         detailedDescription = "Drift, an uplink that is down, flows that are lost, other apps that write rules for "
                 + "the same packets, a configuration that was refused. The verdict is OK, WARNING or ERROR.\n\n"
                 + "For example:\n"
                 + "  dmm-check\n"
                 + "  dmm-check -j")
public class CheckCommand extends DmmCommand {

    private CheckReport.Verdict verdict;

    @Override
    List<String> text(MobilityView view, long now) {
        CheckReport report = view.check();
        verdict = report.verdict();
        List<String> lines = new ArrayList<>();
        if (!report.findings().isEmpty()) {
            Table table = new Table().left("Severity").wrapped("Subject", 20).wrapped("Message", 40);
            report.findings().forEach(f -> table.row(f.severity(), f.subject(), f.message()));
            lines.addAll(table.lines());
        }
        lines.add("Verdict: " + verdict + " (" + Words.count(report.count(Finding.Severity.ERROR), "error") + ", "
                          + Words.count(report.count(Finding.Severity.WARNING), "warning") + ")");
        return lines;
    }

    @Override
    ObjectNode json(MobilityView view) {
        CheckReport report = view.check();
        verdict = report.verdict();
        return encode(report, CheckReport.class);
    }

    @Override
    boolean failed() {
        return verdict == CheckReport.Verdict.ERROR;
    }
}
