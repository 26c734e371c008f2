// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

/** Shortest ways through the network, as the app takes them: of several the switch takes one, flow by flow. */

const MOST = 4;

/**
 * Neighbours of every switch.
 *
 * @param {import('../data/types.js').Topology} topology
 * @returns {Map<string, string[]>}
 */
export function neighbours(topology) {
    const found = new Map(topology.switches.map(one => [one.id, new Set()]));
    for (const {one, other} of topology.links) {
        found.get(one.device)?.add(other.device);
        found.get(other.device)?.add(one.device);
    }
    return new Map([...found].map(([id, ids]) => [id, [...ids].sort()]));
}

/**
 * The shortest ways between two switches, each a list of switches from end to end; at most four of them.
 *
 * @param {Map<string, string[]>} near @param {string} from @param {string} to
 * @returns {string[][]} empty if there is none
 */
export function ways(near, from, to) {
    const distance = distances(near, to);
    if (!distance.has(from)) {
        return [];
    }
    let open = [[from]];
    for (let left = distance.get(from); left > 0; left--) {
        open = open.flatMap(way => near.get(way[way.length - 1])
            .filter(next => distance.get(next) === left - 1)
            .map(next => [...way, next])).slice(0, MOST);
    }
    return open;
}

function distances(near, to) {
    const distance = new Map([[to, 0]]);
    let border = near.has(to) ? [to] : [];
    while (border.length) {
        const next = [];
        for (const id of border) {
            for (const other of near.get(id)) {
                if (!distance.has(other)) {
                    distance.set(other, distance.get(id) + 1);
                    next.push(other);
                }
            }
        }
        border = next;
    }
    return distance;
}
