/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.OperationService;
import org.onosdmm.api.PolicyCheck;
import org.onosdmm.view.MobilityView;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Says what a configuration would change, without putting it in force.
 */
@Service
@Command(scope = "onos", name = "dmm-policy",
         description = "Says what a configuration would change for classes, rules and running flows")
public class PolicyCommand extends DmmCommand {

    @Argument(index = 0, name = "action", description = "What to do: check", required = true)
    @Completion(value = StringsCompleter.class, values = {"check"})
    String action;

    @Argument(index = 1, name = "file", description = "The configuration, a file of the controller's machine",
              required = true)
    @Completion(FileCompleter.class)
    String file;

    // Tests put their own in place.
    Supplier<OperationService> operations = () -> get(OperationService.class);

    private boolean breaks;

    @Override
    List<String> text(MobilityView view, long now) {
        PolicyCheck check = check();
        List<String> lines = new ArrayList<>(check.changes());
        if (lines.isEmpty()) {
            lines.add("Nothing would change.");
        }
        lines.add(check.unharmed() + " known flows would go on as they are; " + (check.broken().isEmpty()
                ? "no running flow would break." : check.broken().size() + " would break:"));
        lines.addAll(check.broken());
        return lines;
    }

    @Override
    ObjectNode json(MobilityView view) {
        return codec(PolicyCheck.class).encode(check(), this);
    }

    @Override
    boolean failed() {
        return breaks;
    }

    private PolicyCheck check() {
        if (!action.equals("check")) {
            throw DmmException.invalid("action", action, "is not an action; known is check");
        }
        PolicyCheck check = operations.get().check(read());
        breaks = !check.broken().isEmpty();
        return check;
    }

    private String read() {
        try {
            return Files.readString(Paths.get(file));
        } catch (IOException | InvalidPathException e) {
            throw DmmException.invalid("file", file, "cannot be read");
        }
    }
}
