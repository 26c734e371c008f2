// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

import {ways} from './ways.js';
import {present} from './keys.js';

/**
 * Which ways are drawn on the map.
 *
 * @typedef {{key: string, from: string, to: string, class: ?string, count: number, lost: boolean,
 *            ways: ?string[][]}} Strand  flows that go the same way; `from` and `to` name edges
 */

/** The edge where a flow leaves the domain now. */
export function exit(flow, anchors) {
    return flow.status === 'BACKUP' ? anchors.get(flow.anchor)?.standIn ?? flow.anchor : flow.anchor;
}

/** The flows of one node, by class and exit. */
export function ofNode(node, flows, anchors) {
    const from = present(node)?.edge;
    return from ? gather(flows, flow => ({from, to: exit(flow, anchors), class: flow.class}), flow =>
        flow.status === 'ANCHOR_DOWN') : [];
}

/** All flows by both edges; or those alone that leave by one anchor, or whose node is there. */
export function ofAll(flows, anchors, anchor = null) {
    return gather(flows, flow => {
        const to = exit(flow, anchors);
        const wanted = anchor === null || to === anchor || flow.serving === anchor;
        return wanted ? {from: flow.serving, to, class: null} : null;
    }, () => false);
}

function gather(flows, way, lost) {
    const strands = new Map();
    for (const flow of flows) {
        const one = way(flow);
        if (one) {
            const key = `${one.class ?? ''}|${one.from}|${one.to}`;
            const strand = strands.get(key) ?? {key, ...one, count: 0, lost: false, ways: null};
            strand.count++;
            strand.lost ||= lost(flow);
            strands.set(key, strand);
        }
    }
    return [...strands.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** The ways of a strand as lists of switches; those that an explanation gave, else all shortest ones. */
export function switchesOf(strand, near, anchors) {
    const [from, to] = [anchors.get(strand.from)?.device, anchors.get(strand.to)?.device];
    return strand.ways ?? (from && to ? ways(near, from, to) : []);
}

/**
 * How many flows each link and each uplink carries; where there are several ways, a fair share of them on each.
 *
 * @param {Strand[]} strands
 * @returns {{links: Map<string, number>, uplinks: Map<string, number>}} by {@link linkKey}, and by anchor
 */
export function loads(strands, near, anchors) {
    const [links, uplinks] = [new Map(), new Map()];
    const add = (map, key, count) => map.set(key, (map.get(key) ?? 0) + count);
    for (const strand of strands) {
        const found = switchesOf(strand, near, anchors);
        add(uplinks, strand.to, strand.count);
        for (const way of found) {
            for (let i = 1; i < way.length; i++) {
                add(links, linkKey(way[i - 1], way[i]), strand.count / found.length);
            }
        }
    }
    return {links, uplinks};
}

/** What names the link between two switches, whichever comes first. */
export function linkKey(one, other) {
    return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/**
 * A line through points, moved aside so that strands lie beside each other, the same side whichever way they go.
 *
 * @param {{x: number, y: number}[]} points @param {number} aside
 * @returns {string} path data of SVG
 */
export function line(points, aside) {
    const parts = [];
    for (let i = 1; i < points.length; i++) {
        const [a, b] = [points[i - 1], points[i]];
        const turned = a.x < b.x || (a.x === b.x && a.y < b.y) ? 1 : -1;
        const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
        const [dx, dy] = [(-(b.y - a.y) / length) * aside * turned, ((b.x - a.x) / length) * aside * turned];
        parts.push(`${i === 1 ? 'M' : 'L'}${round(a.x + dx)} ${round(a.y + dy)}`,
            `L${round(b.x + dx)} ${round(b.y + dy)}`);
    }
    return parts.join('');
}

function round(value) {
    return Math.round(value * 10) / 10;
}
