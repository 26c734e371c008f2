// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Where the switches are on the map: edges around the rim in the order of their numbers, all others inside, drawn
 * towards what they are linked with. The same network gives the same map, whatever moves.
 */

/** @typedef {{x: number, y: number}} Point */
/** @typedef {{at: Point, uplink: Point, cluster: Point, radius: number, left: boolean}} Rim */

const TURN = 2 * Math.PI;
const TICKS = 200;
export const NARROW = 620;   // px: below that there is no room for words
export const CARDS = 12;     // anchors at most that have room for words
const LIST = 68;              // px: half of the height that nodes take in a list
const BULGE = 0.72;           // an exponent below 1 draws a circle towards the corners of its box

/**
 * @param {import('../data/types.js').Topology} topology
 * @param {import('../data/types.js').Anchor[]} anchors by number
 * @param {{width: number, height: number}} box
 * @param {object} force d3-force
 * @returns {{edges: Map<string, Rim>, inner: Map<string, Point>}} edges by name, others by id
 */
export function layout(topology, anchors, box, force) {
    const edges = rim(anchors, box);
    const at = new Map(anchors.map(anchor => [anchor.device, edges.get(anchor.id).at]));
    return {edges, inner: inside(topology, at, box, force)};
}

function rim(anchors, box) {
    const count = anchors.length;
    const narrow = box.width < NARROW;
    const rx = box.width / 2 - (narrow ? Math.min(86, box.width / 4) : Math.min(210, box.width * 0.2));
    const ry = box.height / 2 - Math.min(narrow ? 118 : 96, box.height * 0.3);
    const card = narrow || count > CARDS ? {x: 34, y: 14} : {x: 62, y: 25};
    const spread = Math.min(0.7, 3 / Math.max(1, count));
    const radius = Math.max(8, Math.min(narrow ? 32 : 52, (TURN * Math.min(rx, ry)) / (2.6 * Math.max(1, count))));
    return new Map(anchors.map((anchor, index) => {
        const angle = -TURN / 4 - TURN / (2 * count) + (TURN * index) / count;
        const out = {x: Math.cos(angle), y: Math.sin(angle)};
        const at = {x: box.width / 2 + rx * bulge(out.x), y: box.height / 2 + ry * bulge(out.y)};
        const side = upright(angle, spread) * (narrow ? -1 : 1);
        return [anchor.id, {
            at, radius, left: out.x < 0,
            uplink: move(at, angle - side * spread, clear(angle - side * spread, card, 24)),
            cluster: within(move(at, angle + side * spread, clear(angle + side * spread, card, 12) + radius * 0.8),
                narrow ? radius + 4 : LIST, box.height),
        }];
    }));
}

/** On which side of straight outwards an uplink is closer to the vertical, so that nodes get the room beside; where it
 * is narrow it is the other way round. */
function upright(angle, spread) {
    return Math.abs(Math.sin(angle - spread)) >= Math.abs(Math.sin(angle + spread)) ? 1 : -1;
}

/** How far from the middle of a card something has to be in a direction, to be apart from it. */
function clear(angle, card, apart) {
    return Math.min((card.x + apart) / Math.abs(Math.cos(angle)), (card.y + apart) / Math.abs(Math.sin(angle)));
}

/** The same place, but not so close to the upper and lower rim that what is there is cut off. */
function within({x, y}, most, height) {
    return {x, y: Math.max(most, Math.min(height - most, y))};
}

function bulge(value) {
    return Math.sign(value) * Math.abs(value) ** BULGE;
}

function move(from, angle, distance) {
    return {x: from.x + distance * Math.cos(angle), y: from.y + distance * Math.sin(angle)};
}

/** Where a switch inside begins: beside the others, along the longer side. */
function beside(index, box) {
    const [long, short] = [30 * index, index % 2];
    return box.width > box.height ? {x: box.width / 2 + long, y: box.height / 2 + short}
        : {x: box.width / 2 + short, y: box.height / 2 + long};
}

/** d3-force draws by a generator of its own that begins the same each time: no chance is in it. */
function inside(topology, fixed, box, force) {
    const nodes = topology.switches.map((one, index) => fixed.has(one.id)
        ? {id: one.id, fx: fixed.get(one.id).x, fy: fixed.get(one.id).y}
        : {id: one.id, ...beside(index - topology.switches.length, box)});
    const wide = box.width > box.height;
    const known = new Set(nodes.map(node => node.id));
    const links = topology.links.map(link => ({source: link.one.device, target: link.other.device}))
        .filter(link => known.has(link.source) && known.has(link.target));
    force.forceSimulation(nodes)
        .force('link', force.forceLink(links).id(node => node.id).distance(Math.min(box.width, box.height) / 4))
        .force('apart', force.forceManyBody().strength(node => (node.fx === undefined ? -1400 : -300)))
        .force('x', force.forceX(box.width / 2).strength(wide ? 0.06 : 0.8))
        .force('y', force.forceY(box.height / 2).strength(wide ? 0.8 : 0.06))
        .stop()
        .tick(TICKS);
    const keep = (value, size) => Math.max(40, Math.min(size - 40, value));
    return new Map(nodes.filter(node => !fixed.has(node.id))
        .map(node => [node.id, {x: keep(node.x, box.width), y: keep(node.y, box.height)}]));
}
