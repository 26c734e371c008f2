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
        this.size = 25;
        this.page = 0;
        this.keys = [];
        this.total = 0;
        this.texts = new WeakMap();
    }

    /** Sorts and filters. @param {Map<string, any>} rows by key */
    arrange(rows) {
        const terms = parse(this.filter, [...this.byName.keys()]);
        const column = this.byName.get(this.sort.name);
        const value = column.sort ?? column.text;
        const found = [];
        for (const [key, row] of rows) {
            if (!terms.length || admits(terms, this.all(row), name => this.byName.get(name).text(row).toLowerCase())) {
                found.push([value(row), key]);
            }
        }
        const sign = this.sort.down ? -1 : 1;
        found.sort((a, b) => sign * compare(a[0], b[0]) || compare(a[1], b[1]));
        this.keys = found.map(pair => pair[1]);
        this.total = rows.size;
        this.page = Math.max(0, Math.min(this.page, this.pages - 1));
    }

    /** Everything that a row shows, in small letters. */
    all(row) {
        let text = this.texts.get(row);
        if (text === undefined) {
            text = this.columns.map(column => column.text(row)).join('\n').toLowerCase();
            this.texts.set(row, text);
        }
        return text;
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
