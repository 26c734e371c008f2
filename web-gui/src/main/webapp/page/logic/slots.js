// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

/** Places of nodes around their edge: a node keeps its place while it is there, and a free one is taken first. */
export class Slots {

    constructor() {
        /** @type {Map<string, {edge: string, slot: number}>} */
        this.places = new Map();
        this.taken = new Map();
    }

    /** The place of a node at an edge, its own from before if it has not moved. */
    place(node, edge) {
        const before = this.places.get(node);
        if (before?.edge === edge) {
            return before.slot;
        }
        this.release(node);
        const taken = this.at(edge);
        let slot = taken.indexOf(null);
        if (slot < 0) {
            slot = taken.length;
        }
        taken[slot] = node;
        this.places.set(node, {edge, slot});
        return slot;
    }

    release(node) {
        const place = this.places.get(node);
        if (place) {
            this.places.delete(node);
            const taken = this.at(place.edge);
            taken[place.slot] = null;
            while (taken.length && taken[taken.length - 1] === null) {
                taken.pop();
            }
        }
    }

    /** How many places are in use, holes included. */
    extent(edge) {
        return this.at(edge).length;
    }

    at(edge) {
        if (!this.taken.has(edge)) {
            this.taken.set(edge, []);
        }
        return this.taken.get(edge);
    }
}

const ROW = 16;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/**
 * Offset of a place from the middle of its edge's cluster: seeds of a sunflower, evenly dense, nearest first.
 *
 * @param {number} slot @param {number} extent places in use @param {number} radius that the cluster must not exceed
 */
export function offset(slot, extent, radius) {
    const r = gap(extent, radius) * Math.sqrt(slot + (extent > 1 ? 0.4 : 0));
    return {x: r * Math.cos(slot * GOLDEN), y: r * Math.sin(slot * GOLDEN)};
}

/** Distance between neighbours in a cluster. It shrinks in steps, so that one more node does not move all others. */
export function gap(extent, radius) {
    let room = 8;
    while (room < extent) {
        room *= 2;
    }
    return Math.min(11, radius / Math.sqrt(room));
}

/** Offset where there are few: a list with room for names, from the top, the same places as long as eight do. */
export function row(slot, extent) {
    const room = extent <= 4 ? 4 : 8;
    return {x: 0, y: (slot - (room - 1) / 2) * ROW};
}

/** How many have room in a list. */
export const ROWS = 8;
