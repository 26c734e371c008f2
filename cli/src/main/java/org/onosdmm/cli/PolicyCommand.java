/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.OperationService;
import org.onosdmm.api.PolicyCheck;
import org.onosdmm.api.PolicyDocument;
import org.onosdmm.view.MobilityView;
import org.onosdmm.view.PolicyDiff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Shows the configuration, compares another one with it, says what that would change, or hands it to ONOS.
 */
@Service
@Command(scope = "onos", name = "dmm-policy",
         description = "Shows the configuration (show), compares a file with it field by field (diff), says what it "
                 + "would change for classes, rules and flows (check), or puts it in force (apply); such as "
                 + "dmm-policy check /tmp/dmm.json")
public class PolicyCommand extends DmmCommand {

    private static final String SHOW = "show";
    private static final String DIFF = "diff";

    @Argument(index = 0, name = "action", description = "What to do: show, diff, check or apply", required = true)
    @Completion(value = StringsCompleter.class, values = {"show", "diff", "check", "apply"})
    String action;

    @Argument(index = 1, name = "file", description = "The configuration, a file of the controller's machine; not with "
            + "show")
    @Completion(FileCompleter.class)
    String file;

    // Tests put their own in place.
    Supplier<OperationService> operations = () -> get(OperationService.class);

    private boolean breaks;

    @Override
    List<String> text(MobilityView view, long now) {
        if (action.equals(SHOW)) {
            return Arrays.asList(indented(present()).split("\\R"));
        }
        return action.equals(DIFF) ? differences() : changes();
    }

    private List<String> differences() {
        List<String> lines = diff().stream().flatMap(change -> Words.folded(change.field() + ": "
                + change.from().orElse(Words.NONE) + " > " + change.to().orElse(Words.NONE)).stream())
                .collect(Collectors.toList());
        return lines.isEmpty() ? Collections.singletonList("Nothing differs.") : lines;
    }

    private List<String> changes() {
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
        if (action.equals(SHOW)) {
            return (ObjectNode) tree(present());
        }
        if (action.equals(DIFF)) {
            ObjectNode json = mapper().createObjectNode();
            ArrayNode changes = json.putArray("changes");
            diff().forEach(change -> changes.addObject().put("field", change.field())
                    .put("from", change.from().orElse(null)).put("to", change.to().orElse(null)));
            return json;
        }
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

    private ImmutableList<PolicyDiff.Change> diff() {
        return PolicyDiff.between(present(), read());
    }

    private String present() {
        return operations.get().policy().map(PolicyDocument::document).orElseThrow(() -> new DmmException(
                DmmException.Kind.NOT_FOUND, "policy", "there is no configuration"));
    }

    private JsonNode tree(String document) {
        try {
            return mapper().readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String indented(String document) {
        return tree(document).toPrettyString();
    }

    private PolicyCheck act() {
        if (!action.equals("check") && !isApplied()) {
            throw DmmException.invalid("action", action, "is not an action; known are show, diff, check, apply");
        }
        PolicyCheck check = isApplied() ? operations.get().apply(read()) : operations.get().check(read());
        breaks = !isApplied() && !check.broken().isEmpty();
        return check;
    }

    private String read() {
        if (file == null) {
            throw new DmmException(DmmException.Kind.INVALID, "file", "is missing: " + action + " takes one");
        }
        try {
            return Files.readString(Paths.get(file));
        } catch (IOException | InvalidPathException e) {
            throw DmmException.invalid("file", file, "cannot be read");
        }
    }
}
