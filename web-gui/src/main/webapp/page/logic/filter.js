// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

/**
 * What a user types above a table. All words have to be in the row; `column:text` asks of one column alone, and
 * `column=text` for the whole of it.
 */

/** @typedef {{column: ?string, text: string, whole: boolean}} Term */

/** @param {string} typed @param {string[]} columns names that may stand before a colon @returns {Term[]} */
export function parse(typed, columns) {
    return typed.toLowerCase().split(/\s+/).filter(Boolean).map(word => {
        const [, column, sign, text] = /^([a-z]+)([:=])(.*)$/.exec(word) ?? [];
        return columns.includes(column) ? {column, text, whole: sign === '='}
            : {column: null, text: word, whole: false};
    });
}

/**
 * @param {Term[]} terms
 * @param {string} all everything that the row shows, in small letters
 * @param {(column: string) => string} of what the row shows in one column, in small letters
 */
export function admits(terms, all, of) {
    return terms.every(term => {
        if (term.column === null) {
            return all.includes(term.text);
        }
        const value = of(term.column);
        return term.whole ? value === term.text : value.includes(term.text);
    });
}
