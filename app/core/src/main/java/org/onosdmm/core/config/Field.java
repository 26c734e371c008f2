/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.onosdmm.api.DmmException;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One field of the document: its path and its value. Every way to read it refuses a value of the wrong form.
 */
final class Field {

    private static final int LONGEST_SHOWN = 60;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    private final String path;
    private final JsonNode value;

    private Field(String path, JsonNode value) {
        this.path = path;
        this.value = value;
    }

    /** The whole document. */
    static Field document(JsonNode value) {
        return new Field("", value);
    }

    /** Where the field is, such as {@code anchors[2].uplink.pool[0]}. */
    String path() {
        return path.isEmpty() ? "document" : path;
    }

    /** The path of a part of this field, present or not. */
    String pathTo(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** The same field, if it is an object with no other parts than these. */
    Field object(String... names) {
        if (!value.isObject()) {
            throw invalid("is not an object");
        }
        ImmutableSet<String> known = ImmutableSet.copyOf(names);
        value.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new DmmException(DmmException.Kind.INVALID, pathTo(name),
                        "is not known here; known are " + String.join(", ", known));
            }
        });
        return this;
    }

    /** A part that has to be there. */
    Field required(String name) {
        return optional(name).orElseThrow(() ->
                new DmmException(DmmException.Kind.INVALID, pathTo(name), "is missing"));
    }

    /** A part that may be there. */
    Optional<Field> optional(String name) {
        return Optional.ofNullable(value.get(name)).map(part -> new Field(pathTo(name), part));
    }

    /** The items of a list. */
    ImmutableList<Field> items() {
        if (!value.isArray()) {
            throw invalid("is not a list");
        }
        ImmutableList.Builder<Field> items = ImmutableList.builder();
        for (int i = 0; i < value.size(); i++) {
            items.add(new Field(path + "[" + i + "]", value.get(i)));
        }
        return items.build();
    }

    /** The items of a list that has some. */
    ImmutableList<Field> someItems() {
        ImmutableList<Field> items = items();
        if (items.isEmpty()) {
            throw invalid("is empty");
        }
        return items;
    }

    /** Whether the value is a number without fraction. */
    boolean isInteger() {
        return value.isIntegralNumber();
    }

    /** True or false. */
    boolean bool() {
        if (!value.isBoolean()) {
            throw invalid("is neither true nor false");
        }
        return value.booleanValue();
    }

    /** A text. */
    String text() {
        if (!value.isTextual()) {
            throw invalid("is not a text");
        }
        return value.textValue();
    }

    /** A text that can be used as a name at the command line and in addresses of web pages. */
    String name() {
        String text = text();
        if (!NAME.matcher(text).matches()) {
            throw invalid("is not a name: up to 63 letters, digits, '.', '_' and '-', the first one a letter or digit");
        }
        return text;
    }

    /** A number without fraction in this range. */
    long integer(long least, long most) {
        if (!isInteger()) {
            throw invalid("is not an integer");
        }
        if (!value.canConvertToLong() || value.longValue() < least || value.longValue() > most) {
            throw invalid("is not in " + least + " to " + most);
        }
        return value.longValue();
    }

    /** A number without fraction in this range. */
    int integer(int least, int most) {
        return (int) integer((long) least, (long) most);
    }

    /** The refusal of the document because of this field. */
    DmmException invalid(String problem) {
        String shown = value.isTextual() ? value.textValue() : value.toString();
        return DmmException.invalid(path(), Ascii.truncate(shown, LONGEST_SHOWN, "..."), problem);
    }
}
