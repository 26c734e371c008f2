// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

import {Store} from '../../main/webapp/page/data/store.js';
import {axis, breakTime, control, median, outcome, steps} from '../../main/webapp/page/logic/phases.js';
import {difference} from '../../main/webapp/page/logic/difference.js';
import {hops, outbound, sentences} from '../../main/webapp/page/logic/explanation.js';
import {format, parse} from '../../main/webapp/page/logic/route.js';
import {equal, ok} from './expect.js';

const handover = (more = {}) => ({node: 'n', sequence: 2, detectedAt: 1000, preparedAt: null, switchedAt: null,
    cleanedAt: null, phase: 'PREPARED', ...more});

export function eventsReplaceAndRemove() {
    const store = new Store();
    store.put('flow', {id: 'a', class: 'x'});
    store.put('flow', {id: 'a', class: 'y'});
    store.put('flow', {id: 'b', class: 'z'});
    equal(['y', 'z'], [...store.of.flow.values()].map(one => one.class));
    store.put('flow', {id: 'a', removed: true});
    equal(['b'], [...store.of.flow.keys()]);
}

export function aListReplacesWhatWasThere() {
    const store = new Store();
    store.put('anchor', {id: 'edge1', number: 1});
    store.replace('anchor', [{id: 'edge3', number: 3}, {id: 'edge2', number: 2}]);
    equal(['edge2', 'edge3'], store.anchors().map(one => one.id));
}

export function aHandoverIsToldWithWhatItWasBefore() {
    const store = new Store();
    const told = [];
    store.watchHandovers((now, before) => told.push([now.phase, before?.phase ?? null]));
    store.put('handover', handover());
    store.put('handover', handover({phase: 'SWITCHED'}));
    equal([['PREPARED', null], ['SWITCHED', 'PREPARED']], told);
}

export function onlySoManyHandoversAreKept() {
    const store = new Store();
    for (let i = 0; i < 1200; i++) {
        store.put('handover', handover({sequence: i}));
    }
    equal(1000, store.of.handover.size);
    ok(store.of.handover.has('n@1199') && !store.of.handover.has('n@199'), 'the newest are kept');
}

export function aNodeIsCalledByItsNameItsAddressOrItsMac() {
    const store = new Store();
    store.put('binding', {node: 'n', addresses: ['10.1.0.10']});
    equal(['10.1.0.10', 'm'], [store.nameOf('n'), store.nameOf('m')]);
    store.set('names', new Map([['n', 'laptop']]));
    equal('laptop', store.nameOf('n'));
}

export function stepsOfAHandover() {
    const done = handover({preparedAt: 1004, switchedAt: 1006.5, cleanedAt: 8000, phase: 'CLEANED'});
    equal([{name: 'make', from: 0, to: 4}, {name: 'switch', from: 4, to: 6.5}], steps(done));
    equal([6.5, 6993.5, 'complete'], [control(done), breakTime(done), outcome(done)]);
    equal([[], null, null], [steps(handover()), control(handover()), breakTime(handover())]);
}

export function anAxisIsRoundAndLongEnough() {
    const taking = ms => handover({preparedAt: 1001, switchedAt: 1000 + ms});
    equal([1, 10, 20, 50, 200], [0.4, 7, 11, 50, 101].map(ms => axis([taking(1e-3), taking(ms)])));
    equal(1, axis([]));
}

export function medians() {
    equal([null, 3, 2], [median([]), median([9, 3, 1]), median([3, 2])]);
}

export function anAddressSurvivesWhatNetworksCallThings() {
    for (const key of ['00:00:00:00:01:10', 'a&b=c', '<img src=x>', '100 %', '#/?', 'ünï']) {
        const route = {tab: 'flows', selection: {kind: 'flow', key}, find: 'class=x y'};
        equal(route, parse(format(route)));
    }
    equal({tab: 'nodes', selection: null, find: ''}, parse('#/no-such-table?unknown=1&%E0%A4%A=x'));
}

export function differences() {
    const lines = (a, b) => difference(a.join('\n'), b.join('\n')).map(line => line.sign + line.text);
    equal([], lines(['a', 'b'], ['a', 'b']));
    equal([' a', '-b', '+x', ' c'], lines(['a', 'b', 'c'], ['a', 'x', 'c']));
    equal(['+x', ' a'], lines(['a'], ['x', 'a']));
    const long = Array.from({length: 100}, (_, i) => `${i}`);
    equal([' 48', ' 49', '-50', ' 51', ' 52', '…'], lines(long, long.filter(line => line !== '50')));
}

export function anExplanationIsTakenAsFarAsItGoes() {
    equal([[], null, []], [sentences({}), outbound({}), hops({})]);
    const hop = device => ({device, edge: null, rules: [{words: 'r'}]});
    const explanation = {classified: 'c', outbound: {sentence: 's', present: [], paths: [
        {copy: false, hops: [hop('a'), hop('b')]}, {copy: true, hops: [hop('a')]}]}};
    equal([['Class', 'c'], ['Out', 's']], sentences(explanation));
    equal([['a', 'b']], outbound(explanation));
    equal(['a', 'b'], hops(explanation).map(one => one.name));
}

export function whatSwitchesHaveConfirmedIsWhereItGoes() {
    const path = device => [{copy: false, hops: [{device}]}];
    equal([['now']], outbound({outbound: {paths: path('soon'), present: path('now')}}));
}
