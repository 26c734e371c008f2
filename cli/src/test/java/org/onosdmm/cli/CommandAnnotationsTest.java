/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli;

import com.google.common.collect.ImmutableMap;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.junit.jupiter.api.Test;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What the shell needs in order to find a command and to complete its arguments.
 */
class CommandAnnotationsTest {

    private static final ImmutableMap<String, Class<? extends DmmCommand>> COMMANDS =
            ImmutableMap.<String, Class<? extends DmmCommand>>builder()
                    .put("dmm-anchors", AnchorsCommand.class)
                    .put("dmm-bindings", BindingsCommand.class)
                    .put("dmm-flows", FlowsCommand.class)
                    .put("dmm-explain", ExplainCommand.class)
                    .put("dmm-grants", GrantsCommand.class)
                    .put("dmm-handovers", HandoversCommand.class)
                    .put("dmm-classes", ClassesCommand.class)
                    .put("dmm-check", CheckCommand.class)
                    .put("dmm-drain", DrainCommand.class)
                    .put("dmm-move", MoveCommand.class)
                    .put("dmm-nodes", NodesCommand.class)
                    .put("dmm-resync", ResyncCommand.class)
                    .put("dmm-summary", SummaryCommand.class)
                    .put("dmm-policy", PolicyCommand.class)
                    .build();

    @Test
    void registered() {
        COMMANDS.forEach((name, type) -> {
            Command command = type.getAnnotation(Command.class);
            assertEquals("onos", command.scope());
            assertEquals(name, command.name());
            assertNotNull(type.getAnnotation(Service.class), name);
            assertTrue(Modifier.isPublic(type.getModifiers()), name);
        });
    }

    @Test
    void everyArgumentIsCompleted() {
        int arguments = 0;
        for (Class<?> type : COMMANDS.values()) {
            for (Field field : type.getDeclaredFields()) {
                if (takesAValue(field)) {
                    arguments++;
                    Completion completion = field.getAnnotation(Completion.class);
                    assertNotNull(completion, field::toString);
                    assertTrue(completion.values().length > 0 || completion.value() == FileCompleter.class
                                   || completion.value().isAnnotationPresent(Service.class), field::toString);
                }
            }
        }
        assertEquals(16, arguments);
    }

    /** The shell indents the description by a tab and does not break it; it breaks the rest. */
    @Test
    void helpHasExamplesThatTheCommandTakesAndFitsIntoATerminal() {
        COMMANDS.forEach((name, type) -> {
            Command command = type.getAnnotation(Command.class);
            assertTrue(command.description().length() <= 112, name);
            String details = command.detailedDescription();
            String[] examples = details.substring(details.indexOf("For example:\n  ") + 15).split("\n  ");
            for (String example : examples) {
                assertTrue(example.matches(name + "( .*)?"), example);
                assertTrue(example.length() < 72, example);
            }
            boolean takes = Arrays.stream(type.getDeclaredFields()).anyMatch(CommandAnnotationsTest::takesAValue);
            assertTrue(!takes || Arrays.stream(examples).anyMatch(example -> example.contains(" ")), name);
        });
    }

    private static boolean takesAValue(Field field) {
        return field.getType() != boolean.class
                && (field.isAnnotationPresent(Argument.class) || field.isAnnotationPresent(Option.class));
    }
}
