/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableSet;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.OperationService;
import org.onosdmm.api.PolicyCheck;
import org.onosdmm.api.PolicyDiff;
import org.onosdmm.api.PolicyDocument;
import org.onosdmm.cli.completer.PolicyVersionCompleter;
import org.onosdmm.view.Input;
import org.onosdmm.view.MobilityView;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Shows the configuration, compares another one with it, says what that would change, or hands it to ONOS.
 */
@Service
@Command(scope = "onos", name = "dmm-policy",
         description = "Shows the configuration, compares a file with it, or puts one in force",
         detailedDescription = "show prints it; diff compares a file with it field by field; check says what the "
                 + "file would change for classes, rules and running flows, with exit status 1 if a flow would "
                 + "break; apply puts it in place of the one that stands, and tells what that replaces.\n\n"
                 + "For example:\n"
                 + "  dmm-policy show\n"
                 + "  dmm-policy diff /tmp/dmm.json\n"
                 + "  dmm-policy check /tmp/dmm.json\n"
                 + "  dmm-policy apply /tmp/dmm.json\n"
                 + "  dmm-policy apply /tmp/dmm.json 3f6f0d2a9c1b4e57")
public class PolicyCommand extends DmmCommand {

    private static final String SHOW = "show";
    private static final String DIFF = "diff";
    private static final String CHECK = "check";
    private static final String APPLY = "apply";

    @Argument(index = 0, name = "action", description = "What to do: show, diff, check or apply", required = true)
    @Completion(value = StringsCompleter.class, values = {SHOW, DIFF, CHECK, APPLY})
    String action;

    @Argument(index = 1, name = "file", description = "The configuration, a file of the controller's machine; not with "
            + "show")
    @Completion(FileCompleter.class)
    String file;

    @Argument(index = 2, name = "version", description = "The version in whose place it is to be put, as diff and "
            + "check show it; with apply. Without it the one that stands is replaced, whoever has changed it")
    @Completion(PolicyVersionCompleter.class)
    String version;

    // Tests put their own in place.
    Supplier<OperationService> operations = () -> get(OperationService.class);

    private boolean breaks;

    @Override
    List<String> text(MobilityView view, long now) {
        look();
        switch (action) {
            case SHOW:
                return Arrays.asList(present().toPrettyString().split("\\R"));
            case DIFF:
                return PolicyText.differences(operations.get().diff(read()));
            case CHECK:
                return PolicyText.checked(check());
            default:
                String document = read();
                PolicyDiff replaced = operations.get().diff(document);
                return PolicyText.applied(replaced, apply(document, replaced.version()));
        }
    }

    @Override
    ObjectNode json(MobilityView view) {
        look();
        switch (action) {
            case SHOW:
                return (ObjectNode) present();
            case DIFF:
                return codec(PolicyDiff.class).encode(operations.get().diff(read()), this);
            case CHECK:
                return codec(PolicyCheck.class).encode(check(), this);
            default:
                String document = read();
                PolicyCheck applied = apply(document, operations.get().diff(document).version());
                return codec(PolicyCheck.class).encode(applied, this);
        }
    }

    @Override
    boolean failed() {
        return breaks;
    }

    private void look() {
        if (!ImmutableSet.of(SHOW, DIFF, CHECK, APPLY).contains(action)) {
            throw DmmException.invalid("action", action, "is not an action; known are show, diff, check, apply");
        }
        if (version != null && !action.equals(APPLY)) {
            throw DmmException.invalid("version", version, "is for apply");
        }
        if (file != null && action.equals(SHOW)) {
            throw DmmException.invalid("file", file, "is not for show");
        }
    }

    private JsonNode present() {
        String document = operations.get().policy().map(PolicyDocument::document).orElseThrow(() -> new DmmException(
                DmmException.Kind.NOT_FOUND, "policy", "there is no configuration"));
        try {
            return mapper().readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private PolicyCheck check() {
        PolicyCheck check = operations.get().check(read());
        breaks = !check.broken().isEmpty();
        return check;
    }

    /** In place of the version that is told, so nothing is replaced that is not told. */
    private PolicyCheck apply(String document, String told) {
        return operations.get().apply(document, ImmutableSet.of(version == null ? told : version));
    }

    private String read() {
        if (file == null) {
            throw new DmmException(DmmException.Kind.INVALID, "file", "is missing: " + action + " takes one");
        }
        try (InputStream stream = Files.newInputStream(regular())) {
            return new String(Input.octets(stream, "file", Input.LARGEST_DOCUMENT), StandardCharsets.UTF_8);
        } catch (IOException | InvalidPathException e) {
            throw DmmException.invalid("file", file, "cannot be read");
        }
    }

    /** What has no end, or waits for somebody, is no file here. */
    private Path regular() throws IOException {
        Path path = Paths.get(file);
        if (!Files.isRegularFile(path)) {
            throw new IOException("no regular file");
        }
        return path;
    }
}
