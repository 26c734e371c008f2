// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

import {present} from '../logic/keys.js';
import {gap, offset, row, ROWS, Slots} from '../logic/slots.js';

const GLIDE_MS = 900;
const TRAIL_MS = 2200;
const LABELS = 40;            // nodes at most that are named on the map
const NAME_PX = 150;
const REACH = 14;             // px from a node within which a click means it

/** The nodes on the map, as dots on a canvas: there may be thousands, and they move. */
export class Dots {

    /** @param {HTMLCanvasElement} canvas @param {import('../data/store.js').Store} store */
    constructor(canvas, store) {
        this.canvas = canvas;
        this.store = store;
        this.slots = new Slots();
        /** @type {Map<string, {x: number, y: number, from: ?object, begin: number, edge: string, away: boolean}>} */
        this.dots = new Map();
        this.calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    }

    /** Where a node is drawn, or will be once it has arrived. */
    at(mac) {
        return this.dots.get(mac) ?? null;
    }

    /**
     * Puts every node to its edge.
     *
     * @param {Map<string, import('../logic/layout.js').Rim>} edges
     * @param {boolean} roomy whether there is room for names
     */
    place(edges, now, roomy) {
        const gone = new Set(this.dots.keys());
        for (const [mac, node] of this.store.of.binding) {
            const edge = present(node)?.edge;
            if (edges.has(edge)) {
                gone.delete(mac);
                this.slots.place(mac, edge);
                this.move(mac, edge, Boolean(node.absentSince), now);
            }
        }
        gone.forEach(mac => {
            this.slots.release(mac);
            this.dots.delete(mac);
        });
        this.named = roomy && this.dots.size <= LABELS
            && [...edges.keys()].every(edge => this.slots.extent(edge) <= ROWS);
        for (const [mac, dot] of this.dots) {
            this.settle(dot, this.slots.places.get(mac).slot, edges.get(dot.edge));
        }
    }

    settle(dot, slot, rim) {
        const extent = this.slots.extent(dot.edge);
        const away = this.named ? row(slot, extent) : offset(slot, extent, rim.radius);
        dot.x = rim.cluster.x + away.x;
        dot.y = rim.cluster.y + away.y;
        dot.left = rim.left;
        dot.size = this.named ? 4.5 : Math.max(1.6, Math.min(5.5, gap(extent, rim.radius) * 0.42));
    }

    move(mac, edge, away, now) {
        const dot = this.dots.get(mac);
        if (!dot) {
            this.dots.set(mac, {x: 0, y: 0, size: 4, from: null, begin: 0, edge, away});
            return;
        }
        if (dot.edge !== edge && !this.calm) {
            dot.from = this.now(dot, now);
            dot.begin = now;
        }
        dot.edge = edge;
        dot.away = away;
    }

    now(dot, time) {
        const part = Math.min(1, (time - dot.begin) / GLIDE_MS);
        if (!dot.from || part >= 1) {
            return {x: dot.x, y: dot.y};
        }
        const eased = 1 - (1 - part) ** 3;
        return {x: dot.from.x + (dot.x - dot.from.x) * eased, y: dot.from.y + (dot.y - dot.from.y) * eased};
    }

    /** Draws all nodes; whether any of them still moves. */
    draw(now, selected, colours) {
        const context = this.canvas.getContext('2d');
        const ratio = this.ratio;
        context.setTransform(ratio, 0, 0, ratio, 0, 0);
        context.clearRect(0, 0, this.canvas.width / ratio, this.canvas.height / ratio);
        const moving = this.trails(context, now, colours);
        context.font = '11.5px system-ui, sans-serif';
        context.textBaseline = 'middle';
        for (const [mac, dot] of this.dots) {
            const {x, y} = this.now(dot, now);
            const chosen = mac === selected;
            const size = chosen ? Math.max(5.5, dot.size) : dot.size;
            context.fillStyle = dot.away ? colours.faint : chosen ? colours.accent : colours.node;
            circle(context, x, y, size);
            context.fill();
            if (chosen) {
                context.strokeStyle = colours.accent;
                context.lineWidth = 2;
                circle(context, x, y, size + 4);
                context.stroke();
            }
            if (this.named || chosen) {
                this.name(context, mac, dot, x, y, colours);
            }
        }
        return moving;
    }

    /** Beside the dot, on the side that is farther from everything else; above it where there is no room. */
    name(context, mac, dot, x, y, colours) {
        context.fillStyle = dot.away ? colours.faint : colours.text;
        context.strokeStyle = colours.card;
        context.lineWidth = 3;
        context.textAlign = this.named ? (dot.left ? 'right' : 'left') : 'center';
        const aside = this.named ? (dot.left ? -14 : 14) : 0;
        const text = [this.store.nameOf(mac), x + aside, this.named ? y : y - 18, NAME_PX];
        context.strokeText(...text);
        context.fillText(...text);
    }

    /** Where nodes have come from, fading. */
    trails(context, now, colours) {
        let moving = false;
        context.lineWidth = 1.5;
        context.strokeStyle = colours.accent;
        for (const dot of this.dots.values()) {
            const passed = now - dot.begin;
            if (dot.from && passed < TRAIL_MS) {
                moving = true;
                const {x, y} = this.now(dot, now);
                context.globalAlpha = 0.6 * (1 - passed / TRAIL_MS);
                context.beginPath();
                context.moveTo(dot.from.x, dot.from.y);
                context.lineTo(x, y);
                context.stroke();
            } else {
                dot.from = null;
            }
        }
        context.globalAlpha = 1;
        return moving;
    }

    /** The node at a point, or null. */
    near(x, y) {
        let best = [REACH, null];
        for (const [mac, dot] of this.dots) {
            const distance = Math.hypot(dot.x - x, dot.y - y);
            best = distance < best[0] ? [distance, mac] : best;
        }
        return best[1];
    }

    /** Takes the room that there is, in px, and how much larger than usual all is to be drawn. */
    resize(width, height, scale) {
        const ratio = globalThis.devicePixelRatio || 1;
        this.ratio = ratio * scale;
        this.canvas.width = Math.round(width * ratio);
        this.canvas.height = Math.round(height * ratio);
    }
}

function circle(context, x, y, radius) {
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
}
