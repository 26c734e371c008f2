/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli;

import org.apache.karaf.shell.impl.action.command.DefaultActionPreparator;
import org.apache.karaf.shell.support.CommandException;
import org.onosdmm.api.MobilityService;
import org.onosdmm.view.example.Example;
import org.onosdmm.view.example.ExampleCodecs;
import org.onosproject.codec.CodecService;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Runs a command as the shell does: its own parser puts the arguments into the fields, an exception is printed and
 * becomes the exit status.
 */
final class Shell {

    private final Supplier<MobilityService> service;
    private CodecService codecs = ExampleCodecs.registered();
    private int status;

    Shell(Supplier<MobilityService> service) {
        this.service = service;
    }

    Shell(MobilityService service) {
        this(() -> service);
    }

    Shell codecs(CodecService other) {
        codecs = other;
        return this;
    }

    /** What a command printed, error included, without the last line break. */
    String run(DmmCommand command, String... arguments) {
        command.mobility = service;
        command.codecs = () -> codecs;
        command.clock = Clock.fixed(Instant.ofEpochMilli(Example.NOW), ZoneOffset.UTC);
        PrintStream console = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            new DefaultActionPreparator().prepare(command, null, Arrays.asList((Object[]) arguments));
            command.doExecute();
            status = 0;
        } catch (CommandException e) {
            System.out.println(e.getNiceHelp());
            status = 1;
        } catch (Exception e) {
            throw new AssertionError("the shell would print a stack trace", e);
        } finally {
            System.setOut(console);
        }
        return bytes.toString(StandardCharsets.UTF_8).replaceFirst("\n$", "");
    }

    /** The last command's exit status. */
    int status() {
        return status;
    }
}
