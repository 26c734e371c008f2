// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

import {Table} from '../../main/webapp/page/logic/table.js';
import {equal, ok} from './expect.js';

const COLUMNS = [
    {name: 'name', title: 'Name', text: row => row.name},
    {name: 'edge', title: 'At', text: row => row.edge},
    {name: 'load', title: 'Load', text: row => `${row.load}`, sort: row => row.load},
];

const rows = count => new Map(Array.from({length: count}, (_, i) => [`k${i}`, {
    key: `k${i}`, name: `Node ${i}`, edge: `edge${1 + i % 12}`, load: (i * 7919) % 1000}]));
const made = (count, change = () => undefined) => {
    const table = new Table(COLUMNS, row => row.key);
    const map = rows(count);
    change(table);
    table.arrange(map);
    return [table, map];
};

export function sortsByNumbersAndTheOtherWayRound() {
    const [table, map] = made(50, one => one.sortBy('load'));
    const loads = () => table.visible(map).map(row => row.load);
    equal([...loads()].sort((a, b) => a - b), loads());
    table.sortBy('load');
    table.arrange(map);
    equal([...loads()].sort((a, b) => b - a), loads());
}

export function whatHasNoValueComesLast() {
    const table = new Table([{name: 'x', title: 'X', text: () => '', sort: row => row.x}], row => row.key);
    const map = new Map([[1, {key: 1, x: null}], [2, {key: 2, x: 5}], [3, {key: 3, x: -5}]]);
    table.arrange(map);
    equal([3, 2, 1], table.keys);
}

export function allWordsHaveToBeThere() {
    equal(8, made(100, table => {
        table.filter = ' NODE  edge12 ';
    })[0].keys.length);
}

export function oneColumnCanBeAsked() {
    const found = filter => made(120, table => {
        table.filter = filter;
    })[0].keys.length;
    equal([10, 40, 0, 120], [found('edge=edge1'), found('edge:edge1'), found('edge:node'), found('')]);
}

export function aColonThatIsNoColumnIsText() {
    const map = new Map([['a', {key: 'a', name: '00:00:00:00:01:10', edge: 'edge1', load: 1}]]);
    const table = new Table(COLUMNS, row => row.key);
    table.filter = '00:01:10';
    table.arrange(map);
    equal(['a'], table.keys);
}

export function aRowChangesInPlaceUntilItIsArranged() {
    const [table, map] = made(30, one => one.sortBy('load'));
    const first = table.visible(map)[0];
    map.set(first.key, {...first, load: 5000});
    equal(first.key, table.visible(map)[0].key);
    equal(5000, table.visible(map)[0].load);
    table.arrange(map);
    ok(table.visible(map)[0].key !== first.key, 'it has to move');
}

export function aRowThatIsGoneLeavesNoHole() {
    const [table, map] = made(30);
    map.delete(table.keys[0]);
    equal(24, table.visible(map).length);
    ok(table.visible(map).every(Boolean), 'no holes');
}

export function aPageThatIsNoMoreIsTheLast() {
    const [table, map] = made(100, one => {
        one.page = 3;
    });
    equal([4, 3], [table.pages, table.page]);
    table.filter = 'edge=edge1';
    table.arrange(map);
    equal([1, 0, 9], [table.pages, table.page, table.visible(map).length]);
}

export function searchesTheRowAsItIsNow() {
    const [table, map] = made(3, one => {
        one.filter = 'moved';
    });
    equal(0, table.keys.length);
    map.set('k1', {...map.get('k1'), edge: 'moved'});
    table.arrange(map);
    equal(['k1'], table.keys);
}
