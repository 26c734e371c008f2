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
import java.util.stream.Collectors;

/**
 * Says what a configuration would change, or hands it to ONOS.
 */
@Service
@Command(scope = "onos", name = "dmm-policy",
         description = "Says what a configuration would change for classes, rules and flows, or puts it in force")
public class PolicyCommand extends DmmCommand {

    @Argument(index = 0, name = "action", description = "What to do: check or apply", required = true)
    @Completion(value = StringsCompleter.class, values = {"check", "apply"})
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
        PolicyCheck check = act();
        List<String> lines = new ArrayList<>(check.changes());
        if (lines.isEmpty()) {
            lines.add(isApplied() ? "Nothing changes for classes and rules."
                    : "Nothing would change for classes and rules.");
        }
        lines.add(check.unharmed() + (isApplied() ? " known flows go on as they are; " : " known flows would go on as "
                + "they are; ") + broken(check.broken().size()));
        lines.addAll(check.broken());
        return lines.stream().flatMap(line -> Words.folded(line).stream()).collect(Collectors.toList());
    }

    @Override
    ObjectNode json(MobilityView view) {
        return codec(PolicyCheck.class).encode(act(), this);
    }

    @Override
    boolean failed() {
        return breaks;
    }

    private String broken(int flows) {
        if (flows == 0) {
            return isApplied() ? "no running flow breaks." : "no running flow would break.";
        }
        return isApplied() ? "broken are " + flows + ":" : flows + " would break:";
    }

    private boolean isApplied() {
        return action.equals("apply");
    }

    private PolicyCheck act() {
        if (!action.equals("check") && !isApplied()) {
            throw DmmException.invalid("action", action, "is not an action; known are check, apply");
        }
        PolicyCheck check = isApplied() ? operations.get().apply(read()) : operations.get().check(read());
        breaks = !isApplied() && !check.broken().isEmpty();
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
