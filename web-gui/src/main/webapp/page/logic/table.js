// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

import {admits, parse} from './filter.js';

/** @typedef {{name: string, title: string, text: (row: any) => string, sort?: (row: any) => (number|string),
 *             numeric?: boolean}} Column */

/**
 * Rows in an order, filtered, a page at a time. Rows are immutable: one that has changed is another object. The order
 * is made anew only by `arrange`; between two of these rows change in place, so that nothing jumps under the pointer,
 * and a frame costs as much as the rows that are seen.
 */
export class Table {

    /** @param {Column[]} columns @param {(row: any) => string} keyOf */
    constructor(columns, keyOf) {
        this.columns = columns;
        this.byName = new Map(columns.map(column => [column.name, column]));
        this.keyOf = keyOf;
        this.sort = {name: columns[0].name, down: false};
        this.filter = '';
        this.chosen = '';        // the filter that `keys` is by
        this.size = 25;
        this.page = 0;
        this.order = [];
        this.keys = [];
        this.texts = new WeakMap();
        this.sorted = new WeakMap();
    }

    /** Sorts and filters. @param {Map<string, any>} rows by key */
    arrange(rows) {
        this.order = this.ordered(rows);
        this.choose(rows);
    }

    /** Filters what was sorted last. @param {Map<string, any>} rows by key */
    choose(rows) {
        const terms = parse(this.filter, [...this.byName.keys()]);
        const of = row => name => this.byName.get(name).text(row).toLowerCase();
        this.chosen = this.filter;
        this.keys = terms.length ? this.order.filter(key => {
            const row = rows.get(key);
            return row !== undefined && admits(terms, this.all(row), of(row));
        }) : this.order;
        this.page = Math.max(0, Math.min(this.page, this.pages - 1));
    }

    /** All keys in order. What was in order before is nearly so now, which the sort of the language makes use of. */
    ordered(rows) {
        const column = this.byName.get(this.sort.name);
        const value = column.sort ?? (row => this.text(row, column));
        const before = this.order.filter(key => rows.has(key));
        if (before.length < rows.size) {
            const known = new Set(before);
            before.push(...[...rows.keys()].filter(key => !known.has(key)));
        }
        const sign = this.sort.down ? -1 : 1;
        return before.map(key => [value(rows.get(key)), key])
            .sort((a, b) => sign * compare(a[0], b[0]) || compare(a[1], b[1]))
            .map(pair => pair[1]);
    }

    /** The text of a row in one column, made once. */
    text(row, column) {
        let text = this.sorted.get(row);
        if (text === undefined) {
            text = column.text(row);
            this.sorted.set(row, text);
        }
        return text;
    }

    /** Everything that a row shows, in small letters, made once. */
    all(row) {
        let text = this.texts.get(row);
        if (text === undefined) {
            text = this.columns.map(column => column.text(row)).join('\n').toLowerCase();
            this.texts.set(row, text);
        }
        return text;
    }

    /** Makes what a search needs beforehand, as far as the time goes. @param {() => boolean} over */
    prepare(rows, over) {
        let made = 0;
        for (const row of rows.values()) {
            this.all(row);
            if (++made % 64 === 0 && over()) {
                return;
            }
        }
    }

    get pages() {
        return Math.max(1, Math.ceil(this.keys.length / this.size));
    }

    /** The rows of the present page as they are now; those that have gone since are left out. */
    visible(rows) {
        const begin = this.page * this.size;
        return this.keys.slice(begin, begin + this.size).map(key => rows.get(key)).filter(row => row !== undefined);
    }

    /** Sorts by a column; the other way round if it is that one already. */
    sortBy(name) {
        this.sort = {name, down: this.sort.name === name && !this.sort.down};
        this.sorted = new WeakMap();
    }
}

function compare(a, b) {
    if (a === b) {
        return 0;
    }
    if (a === null || a === undefined) {
        return 1;
    }
    return b === null || b === undefined || a < b ? -1 : 1;
}
