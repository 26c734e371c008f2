// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

import * as paths from '../../main/webapp/page/logic/paths.js';
import {neighbours, ways} from '../../main/webapp/page/logic/ways.js';
import {equal, ok} from './expect.js';

const CAMPUS = {
    switches: ['e1', 'e2', 'e3', 'c1', 'c2', 'lonely'].map(id => ({id, name: id, available: true})),
    links: [['e1', 'c1'], ['e1', 'c2'], ['e2', 'c1'], ['e2', 'c2'], ['e3', 'c2'], ['c1', 'c2']]
        .map(([a, b]) => ({one: {device: a, port: 1}, other: {device: b, port: 1}})),
};
const NEAR = neighbours(CAMPUS);
const ANCHORS = new Map(['1', '2', '3'].map(n => [`edge${n}`,
    {id: `edge${n}`, device: `e${n}`, standIn: n === '1' ? 'edge3' : null}]));
const flow = (serving, anchor, more = {}) => ({serving, anchor, class: 'telephony', status: 'ACTIVE', ...more});
const node = {node: 'n', attachments: [{edge: 'edge1'}, {edge: 'edge2'}]};

export function allShortestWaysAreFound() {
    equal([['e1', 'c1', 'e2'], ['e1', 'c2', 'e2']], ways(NEAR, 'e1', 'e2'));
    equal([['e1', 'c2', 'e3']], ways(NEAR, 'e1', 'e3'));
    equal([['e1']], ways(NEAR, 'e1', 'e1'));
}

export function whatIsNotLinkedHasNoWay() {
    equal([[], [], []], [ways(NEAR, 'e1', 'lonely'), ways(NEAR, 'e1', 'unknown'), ways(NEAR, 'unknown', 'e1')]);
}

export function atMostFourWays() {
    const wide = {switches: [...'ab', ...'123456789'].map(id => ({id})),
        links: [...'123456789'].flatMap(id => [['a', id], [id, 'b']])
            .map(([a, b]) => ({one: {device: a}, other: {device: b}}))};
    equal(4, ways(neighbours(wide), 'a', 'b').length);
}

export function flowsOfANodeGoFromWhereItIsNow() {
    const flows = [flow('edge1', 'edge1'), flow('edge1', 'edge1'), flow('edge1', 'edge2', {class: 'standard'})];
    const found = paths.ofNode(node, flows, ANCHORS);
    equal([['standard', 'edge2', 'edge2', 1], ['telephony', 'edge2', 'edge1', 2]],
        found.map(one => [one.class, one.from, one.to, one.count]));
}

export function aFlowLeavesByTheAnchorThatStandsIn() {
    equal('edge3', paths.exit(flow('edge2', 'edge1', {status: 'BACKUP'}), ANCHORS));
    equal('edge1', paths.exit(flow('edge2', 'edge1'), ANCHORS));
}

export function aLostFlowIsDrawnAsLost() {
    ok(paths.ofNode(node, [flow('edge1', 'edge1', {status: 'ANCHOR_DOWN'})], ANCHORS)[0].lost, 'it is lost');
}

export function aLinkCarriesItsShare() {
    const strands = paths.ofAll([flow('edge1', 'edge2'), flow('edge1', 'edge2'), flow('edge1', 'edge3')], ANCHORS);
    const {links, uplinks} = paths.loads(strands, NEAR, ANCHORS);
    equal([1, 2, 1], ['c1 e1', 'c2 e1', 'c2 e3'].map(key => links.get(key)));
    equal([2, 1, null], ['edge2', 'edge3', 'edge1'].map(name => uplinks.get(name) ?? null));
}

export function explainedWaysAreTakenAsTheyAre() {
    const strand = {from: 'edge1', to: 'edge2', ways: [['e1', 'c2', 'c1', 'e2']]};
    equal(strand.ways, paths.switchesOf(strand, NEAR, ANCHORS));
}

export function bothDirectionsOfALineAreOnTheSameSide() {
    const [a, b] = [{x: 0, y: 0}, {x: 100, y: 0}];
    equal('M0 5L100 5', paths.line([a, b], 5));
    equal('M100 5L0 5', paths.line([b, a], 5));
}
