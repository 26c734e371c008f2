/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli;

import com.google.common.collect.ImmutableMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.Delay;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.OperationService;
import org.onosdmm.api.PolicyCheck;
import org.onosdmm.api.PolicyDiff;
import org.onosdmm.api.PolicyDocument;
import org.onosdmm.view.example.ExampleService;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What a configuration would change, and what it changes. */
class PolicyCommandTest {

    @TempDir
    Path directory;

    private final List<String> heard = new ArrayList<>();
    private List<String> broken = List.of();
    private List<PolicyDiff.Change> fields = List.of(
            PolicyDiff.Change.of("defaultClass", Optional.of("\"standard\""), Optional.of("\"web\"")),
            PolicyDiff.Change.of("rules", Optional.of("[]"), Optional.empty()));
    private Optional<String> document = Optional.of("{\"defaultClass\":\"standard\",\"rules\":[]}");
    private final Shell shell = new Shell(ExampleService.empty());
    private Path file;

    private class Operations implements OperationService {

        @Override
        public void drain(AnchorId anchor, boolean draining) {
            throw new AssertionError();
        }

        @Override
        public Optional<PolicyDocument> policy() {
            return document.map(text -> PolicyDocument.of("1", text));
        }

        @Override
        public PolicyCheck check(String document) {
            heard.add("check " + document);
            return PolicyCheck.of("1", List.of("class web is new: FIXED, home"), 7, broken);
        }

        @Override
        public PolicyCheck apply(String document, Set<String> versions) {
            if (!versions.equals(Set.of("1"))) {
                throw DmmException.about(DmmException.Kind.STALE, "version", versions, "is not the present one");
            }
            heard.add("apply " + document);
            return PolicyCheck.of("1", List.of(), 7, broken).appliedAs("2");
        }

        @Override
        public PolicyDiff diff(String document) {
            return PolicyDiff.of("1", fields);
        }

        @Override
        public ImmutableMap<String, Long> repairs() {
            throw new AssertionError();
        }

        @Override
        public ImmutableMap<String, Long> packets() {
            throw new AssertionError();
        }

        @Override
        public ImmutableMap<String, Delay> delays() {
            throw new AssertionError();
        }
    }

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(directory.resolve("dmm.json"), "{}");
    }

    private String run(String... arguments) {
        PolicyCommand command = new PolicyCommand();
        command.operations = Operations::new;
        return shell.run(command, arguments);
    }

    @Test
    void aCheckSaysWhatWouldChange() {
        assertEquals("class web is new: FIXED, home\n"
                + "7 known flows would go on as they are; no running flow would break.\nVersion 1 stands.",
                run("check", file.toString()));
        assertEquals(List.of("check {}"), heard);
        assertEquals(0, shell.status());
    }

    @Test
    void aCheckFailsWhereAFlowWouldBreak() {
        broken = List.of("udp 5004 of somebody");
        assertEquals("class web is new: FIXED, home\n7 known flows would go on as they are; 1 would break:\n"
                + "udp 5004 of somebody\nVersion 1 stands.", run("check", file.toString()));
        assertEquals(1, shell.status());
    }

    @Test
    void whatIsAppliedSaysWhatItChangesAndDoesNotFail() {
        broken = List.of("udp 5004 of somebody");
        assertEquals("Version 1 is replaced. Fields:\ndefaultClass: \"standard\" > \"web\"\nrules: [] > -\n"
                + "7 known flows go on as they are; broken are 1:\nudp 5004 of somebody\n"
                + "Version 2 stands.", run("apply", file.toString()));
        assertEquals(List.of("apply {}"), heard);
        assertEquals(0, shell.status());
        assertEquals("{\"version\":\"1\",\"applied\":\"2\","
                + "\"changes\":[],\"unharmed\":7,\"broken\":[\"udp 5004 of somebody\"]}",
                run("-j", "apply", file.toString()));
    }

    @Test
    void itIsAppliedInPlaceOfOneVersionAlone() {
        run("apply", file.toString(), "1");
        assertEquals(List.of("apply {}"), heard);
        heard.clear();
        assertEquals("Error: version: '[0]' is not the present one", run("apply", file.toString(), "0"));
        assertEquals(1, shell.status());
        assertEquals("Error: version: '1' is for apply", run("check", file.toString(), "1"));
        assertEquals("Error: file: '" + file + "' is not for show", run("show", file.toString()));
        assertEquals(List.of(), heard);
    }

    /** Between looking at what stands and replacing it somebody else may have changed it. */
    @Test
    void whatIsReplacedIsWhatWasTold() {
        Operations overtaken = new Operations() {
            @Override
            public PolicyDiff diff(String document) {
                return PolicyDiff.of("0", fields);
            }
        };
        PolicyCommand command = new PolicyCommand();
        command.operations = () -> overtaken;
        assertEquals("Error: version: '[0]' is not the present one", shell.run(command, "apply", file.toString()));
        assertEquals(List.of(), heard);
    }

    @Test
    void whatIsNeitherOfThemIsRefused() {
        assertEquals("Error: action: 'forget' is not an action; known are show, diff, check, apply",
                run("forget", file.toString()));
        assertEquals(1, shell.status());
        assertEquals(List.of(), heard);
    }

    @Test
    void theConfigurationIsShown() {
        assertEquals("{\n  \"defaultClass\" : \"standard\",\n  \"rules\" : [ ]\n}", run("show"));
        assertEquals("{\"defaultClass\":\"standard\",\"rules\":[]}", run("-j", "show"));
        document = Optional.empty();
        assertEquals("Error: policy: there is no configuration", run("show"));
        assertEquals(1, shell.status());
    }

    @Test
    void aFileIsComparedWithIt() {
        assertEquals("defaultClass: \"standard\" > \"web\"\nrules: [] > -\nVersion 1 stands.",
                run("diff", file.toString()));
        assertEquals("{\"version\":\"1\",\"changes\":["
                + "{\"field\":\"defaultClass\",\"from\":\"\\\"standard\\\"\",\"to\":\"\\\"web\\\"\"},"
                + "{\"field\":\"rules\",\"from\":\"[]\",\"to\":null}]}", run("-j", "diff", file.toString()));
        fields = List.of();
        assertEquals("Nothing differs.\nVersion 1 stands.", run("diff", file.toString()));
        assertEquals(0, shell.status());
        assertEquals(List.of(), heard, "nothing is changed");
    }

    @Test
    void aFileThatIsTooLargeOrTooDeepOrNone() throws IOException {
        Files.writeString(file, " ".repeat((4 << 20) + 1));
        assertEquals("Error: file: is larger than 4194304 bytes", run("apply", file.toString()));
        Files.writeString(file, "[".repeat(100_000));
        assertEquals("Error: file: is nested more than 64 deep", run("apply", file.toString()));
        for (String none : List.of("/dev/zero", directory.toString(), "\u0000")) {
            assertEquals("Error: file: '" + none + "' cannot be read", run("apply", none));
        }
        assertEquals(1, shell.status());
        assertEquals(List.of(), heard);
    }

    @Test
    void halfACommand() {
        for (String action : List.of("diff", "check", "apply")) {
            assertEquals("Error: file: is missing: " + action + " takes one", run(action));
            assertEquals(1, shell.status());
        }
        assertEquals("Error: file: '/nowhere' cannot be read", run("diff", "/nowhere"));
        assertEquals(List.of(), heard);
    }
}
