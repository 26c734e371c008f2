/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.karaf.shell.support.CommandException;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.MobilityService;
import org.onosdmm.view.ErrorReport;
import org.onosdmm.view.MobilityView;
import org.onosproject.cli.AbstractShellCommand;
import org.onosproject.codec.CodecService;
import org.onosproject.codec.JsonCodec;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/**
 * A command that shows something: as lines for a person, or with {@code --json} as what REST answers. Errors end it
 * with one line (or REST's error object) and an exit status other than 0: the shell prints the first part of a
 * {@link CommandException} as it is.
 */
abstract class DmmCommand extends AbstractShellCommand {

    // Where a command finds what it needs; tests put their own in place.
    Supplier<MobilityService> mobility = () -> get(MobilityService.class);
    Supplier<CodecService> codecs = () -> get(CodecService.class);
    Clock clock = Clock.systemUTC();

    /** What a person reads; the time is ms since the epoch. */
    abstract List<String> text(MobilityView view, long now);

    /** What a program reads. */
    abstract ObjectNode json(MobilityView view);

    /** Whether what the command has just shown is a failure, so that its exit status has to say so. */
    boolean failed() {
        return false;
    }

    @Override
    protected final void doExecute() throws CommandException {
        String output;
        try {
            MobilityView view = MobilityView.of(mobility.get());
            output = outputJson() ? json(view).toString() : String.join("\n", text(view, clock.millis()));
        } catch (RuntimeException e) {
            throw failure(e);
        }
        if (failed()) {
            throw new CommandException(output, "failed");
        }
        print("%s", output);
    }

    @Override
    public <T> JsonCodec<T> codec(Class<T> type) {
        JsonCodec<T> codec = codecs.get().getCodec(type);
        if (codec == null) {
            throw new DmmException(DmmException.Kind.UNAVAILABLE, "json", "no codec of " + type.getSimpleName());
        }
        return codec;
    }

    /** The JSON of several values under one name. */
    <T> ObjectNode envelope(String name, Class<T> type, Iterable<T> values) {
        ObjectNode json = mapper().createObjectNode();
        json.set(name, codec(type).encode(values, this));
        return json;
    }

    private CommandException failure(RuntimeException error) {
        ErrorReport report = ErrorReport.of(error);
        if (report.code() == ErrorReport.INTERNAL) {
            log.error("Command {} failed", getClass().getSimpleName(), error);
        }
        String message = outputJson() ? report.json().toString() : "Error: " + report.message();
        return new CommandException(message, report.message());
    }
}
