// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

import {live} from '../lib/lit-html/directives/live.js';
import {repeat} from '../lib/lit-html/directives/repeat.js';
import {count, plural, some} from '../logic/words.js';
import {html} from './bits.js';

/**
 * A table with what sorts, filters and turns its pages. Only the rows of a page are in the document.
 *
 * @param {import('../logic/table.js').Table} table
 * @param {Map<string, any>} rows
 * @param {{name: string, noun: string, selected: ?string, find: (text: string) => void, again: () => void}} with_
 */
export function tableView(table, rows, with_) {
    return html`
        <div class="tools">
            <label class="find"><span class="hidden">Find in ${with_.name}</span>
                <input type="search" placeholder="Find, or column:text" spellcheck="false" autocomplete="off"
                       .value=${live(table.filter)} @input=${event => with_.find(event.target.value)}></label>
            <output class="quiet">${table.filter ? `${count(table.keys.length)} of ${
                some(rows.size, with_.noun)}` : some(rows.size, with_.noun)}</output>
            ${pager(table, with_)}
        </div>
        <div class="scroll" tabindex="0" role="region" aria-label=${with_.name}>
            <table>
                <thead><tr>${table.columns.map(column => header(table, column, with_))}</tr></thead>
                <tbody>${repeat(table.visible(rows), table.keyOf, row => html`
                    <tr class=${table.keyOf(row) === with_.selected ? 'selected' : ''}>
                        ${table.columns.map(column => html`<td class=${column.numeric ? 'number' : ''}>${
                            (column.cell ?? column.text)(row)}</td>`)}</tr>`)}
                </tbody>
            </table>
            ${table.keys.length ? '' : html`<p class="empty">${rows.size ? 'Nothing here is like that.'
                : `There are no ${plural(with_.noun)}.`}</p>`}
        </div>`;
}

function header(table, column, with_) {
    const sorted = table.sort.name === column.name;
    const order = sorted ? (table.sort.down ? 'descending' : 'ascending') : 'none';
    const sort = () => {
        table.sortBy(column.name);
        with_.again();
    };
    return html`<th scope="col" aria-sort=${order} class=${column.numeric ? 'number' : ''}>
        <button type="button" @click=${sort}>${column.title}<span aria-hidden="true">${
            sorted ? (table.sort.down ? ' ↓' : ' ↑') : ''}</span></button></th>`;
}

function pager(table, with_) {
    const turn = by => () => {
        table.page += by;
        with_.again();
    };
    return html`<div class="pager" role="group" aria-label="Pages">
        <button type="button" aria-label="Previous page" ?disabled=${table.page === 0} @click=${turn(-1)}>‹</button>
        <span class="figures">${table.page + 1} / ${count(table.pages)}</span>
        <button type="button" aria-label="Next page" ?disabled=${table.page >= table.pages - 1}
            @click=${turn(1)}>›</button>
    </div>`;
}
