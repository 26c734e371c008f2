/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import com.google.common.collect.ImmutableList;
import org.onosdmm.api.DmmException;

import java.util.List;

/**
 * A part of a long list, as a client asks for it.
 */
final class Page {

    private final int offset;
    private final int limit;

    private Page(int offset, int limit) {
        this.offset = offset;
        this.limit = limit;
    }

    /**
     * A part by its parameters.
     *
     * @param offset how many to leave out, as text; none if null
     * @param limit how many at most then, as text; all if null
     * @throws DmmException of kind INVALID if one is not a number, or is too small
     */
    static Page of(String offset, String limit) {
        return new Page(number("offset", offset, 0, 0), number("limit", limit, 1, Integer.MAX_VALUE));
    }

    /** What of the list is in it. */
    <T> ImmutableList<T> of(List<T> all) {
        int from = Math.min(offset, all.size());
        return ImmutableList.copyOf(all.subList(from, from + Math.min(limit, all.size() - from)));
    }

    private static int number(String field, String text, int least, int otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= least) {
                return value;
            }
        } catch (NumberFormatException e) {
            // answered below, as a number that is too small is
        }
        throw DmmException.invalid(field, text, "is not a whole number from " + least + " to " + Integer.MAX_VALUE);
    }
}
