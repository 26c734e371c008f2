// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

import {layout} from '../../main/webapp/page/logic/layout.js';
import {gap, offset, Slots} from '../../main/webapp/page/logic/slots.js';
import {equal, ok} from './expect.js';

const network = (edges, cores) => {
    const anchors = Array.from({length: edges}, (_, i) => ({id: `edge${i + 1}`, number: i + 1, device: `e${i + 1}`}));
    const inner = Array.from({length: cores}, (_, i) => `c${i + 1}`);
    return {
        anchors,
        topology: {
            switches: [...anchors.map(one => one.device), ...inner].map(id => ({id, name: id, available: true})),
            links: anchors.flatMap(one => inner.map(core => ({one: {device: one.device}, other: {device: core}}))),
        },
    };
};
const points = at => [...[...at.edges.values()].map(one => one.at), ...at.inner.values()];
const place = (edges, cores, width, height) => {
    const {anchors, topology} = network(edges, cores);
    return layout(topology, anchors, {width, height}, globalThis.d3);
};

export function theSameNetworkGivesTheSameMap() {
    equal(points(place(4, 2, 1000, 420)), points(place(4, 2, 1000, 420)));
}

export function everythingIsOnTheMapAndApart() {
    for (const [edges, cores, width, height] of [[4, 2, 1000, 420], [4, 2, 360, 400], [1, 1, 800, 400],
        [2, 0, 800, 400], [16, 4, 1200, 600], [64, 8, 1600, 900], [0, 3, 800, 400]]) {
        const all = points(place(edges, cores, width, height));
        const name = `${edges} edges, ${cores} cores in ${width}x${height}`;
        equal(edges + cores, all.length, name);
        ok(all.every(({x, y}) => x >= 0 && x <= width && y >= 0 && y <= height), `${name}: outside of the map`);
        all.forEach((one, i) => all.slice(i + 1).forEach(other =>
            ok(Math.hypot(one.x - other.x, one.y - other.y) > 12, `${name}: on top of each other`)));
    }
}

export function nodesAndUplinksAreOnTheMapOfAPhone() {
    for (const rim of place(4, 2, 360, 400).edges.values()) {
        ok(rim.uplink.x > 8 && rim.uplink.x < 352, `uplink at ${rim.uplink.x}`);
        ok(rim.cluster.y - rim.radius > 0 && rim.cluster.y + rim.radius < 400, `nodes at ${rim.cluster.y}`);
    }
}

export function aNodeThatStaysKeepsItsPlaceWhileOthersComeAndGo() {
    const slots = new Slots();
    const stays = slots.place('stays', 'edge1');
    for (let i = 0; i < 50; i++) {
        slots.place(`n${i}`, 'edge1');
        slots.place(`n${i - 3}`, 'edge2');
        slots.release(`n${i - 7}`);
        equal(stays, slots.place('stays', 'edge1'));
    }
    ok(slots.extent('edge1') < 8, `places are used again: ${slots.extent('edge1')}`);
}

export function noTwoNodesAreAtOnePlace() {
    const slots = new Slots();
    const taken = Array.from({length: 300}, (_, i) => slots.place(`n${i}`, 'edge1'));
    equal(300, new Set(taken).size);
}

export function aClusterStaysWithinItsBounds() {
    for (const extent of [1, 2, 8, 9, 100, 1000]) {
        for (let slot = 0; slot < extent; slot++) {
            const {x, y} = offset(slot, extent, 50);
            ok(Math.hypot(x, y) <= 52, `${slot} of ${extent}: ${Math.hypot(x, y)}`);
        }
    }
}

export function oneMoreNodeSeldomMovesTheOthers() {
    const gaps = new Set(Array.from({length: 1000}, (_, i) => gap(i + 1, 50)));
    ok(gaps.size <= 8, `${gaps.size} different ones`);
}
