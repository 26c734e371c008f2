// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

import {render} from '../lib/lit-html/lit-html.js';
import {repeat} from '../lib/lit-html/directives/repeat.js';
import {layout, NARROW} from '../logic/layout.js';
import * as paths from '../logic/paths.js';
import {neighbours} from '../logic/ways.js';
import {chip, colour, html} from './bits.js';
import {Dots} from './dots.js';
import {label, Strands} from './strands.js';
import * as switches from './switches.js';

const USUAL = {width: 1100, height: 440};    // px: where there is more room everything is drawn larger
const NOTHING = {links: new Map(), uplinks: new Map()};

/** The network as a map. It draws itself into an element that it is given, and only when something has changed. */
export class NetworkMap {

    constructor(app) {
        this.app = app;
        this.strands = new Strands();
        this.element = document.createElement('div');
        this.element.className = 'map';
        render(html`<canvas aria-hidden="true" @click=${event => this.click(event)}></canvas>
            <div class="lines"></div>`, this.element);
        this.canvas = this.element.querySelector('canvas');
        this.dots = new Dots(this.canvas, app.store);
        this.lines = this.element.querySelector('.lines');
        this.box = {width: 0, height: 0};
        new ResizeObserver(() => this.resize()).observe(this.element);
        this.seen = null;
        this.placed = null;
    }

    resize() {
        const {clientWidth, clientHeight} = this.element;
        this.scale = Math.max(1, Math.min(clientWidth / USUAL.width, clientHeight / USUAL.height));
        this.box = {width: clientWidth / this.scale, height: clientHeight / this.scale};
        this.dots.resize(clientWidth, clientHeight, this.scale);
        this.shape = null;
        this.app.repaint();
    }

    click(event) {
        const mac = this.dots.near(event.offsetX / this.scale, event.offsetY / this.scale);
        location.hash = this.app.select(mac ? {kind: 'node', key: mac} : null);
    }

    /** Places switches, anew only when there are others or the room has changed. */
    arrange(anchors) {
        const {store} = this.app;
        const shape = JSON.stringify([store.version.topology, anchors.map(one => [one.id, one.device]), this.box]);
        if (shape !== this.shape) {
            this.shape = shape;
            this.at = layout(store.topology, anchors, this.box, globalThis.d3);
            this.near = neighbours(store.topology);
            this.byDevice = new Map(anchors.map(one => [one.device, one.id]));
        }
    }

    point(device) {
        return this.at.edges.get(this.byDevice.get(device))?.at ?? this.at.inner.get(device) ?? null;
    }

    /** Draws what has changed; whether something is still moving. */
    frame(now) {
        if (!this.box.width) {
            return false;
        }
        const anchors = this.app.store.anchors();
        this.arrange(anchors);
        const placed = `${this.shape} ${this.app.store.version.binding}`;
        if (placed !== this.placed) {
            this.placed = placed;
            this.dots.place(this.at.edges, now, this.box.width >= NARROW);
        }
        const fading = this.strands.fade(now);
        this.redraw(anchors, fading, now);
        const moving = this.dots.draw(now, this.selected(), this.app.colours());
        return moving || fading;
    }

    /** The node that is selected, by itself or by one of its flows. */
    selected() {
        const {kind, key} = this.app.route.selection ?? {};
        return kind === 'node' ? key : kind === 'flow' ? this.app.store.of.flow.get(key)?.node ?? null : null;
    }

    redraw(anchors, fading, now) {
        const {store, route} = this.app;
        const {version} = store;
        const detailed = route.selection?.kind === 'node' || route.selection?.kind === 'flow';
        const flows = detailed ? [version.flow, version.binding] : Math.floor(now / 1000);
        const seen = JSON.stringify([this.shape, version.anchor, version.rest, flows, route.selection, fading,
            this.app.explained?.version]);
        if (seen !== this.seen) {
            this.seen = seen;
            this.strands.set(JSON.stringify(route.selection), detailed ? this.lay(store.of.anchor) : [], now);
            this.loads = detailed ? NOTHING : this.carried(store.of.anchor);
            this.write(anchors);
        }
    }

    /** The strands to draw, with their places. */
    lay(anchors) {
        return this.choose(anchors).map(strand => {
            const found = paths.switchesOf(strand, this.near, anchors);
            const several = found.length > 1;
            return {
                key: strand.key, class: strand.class, dashed: several, lost: strand.lost,
                label: label(strand, found.map(way => this.via(way))),
                colour: colour(this.app, strand.class),
                width: 2.5,
                lines: found.map(way => this.points(strand, way)),
            };
        });
    }

    /** The switches between the ends of a way, as they are called on the map. */
    via(way) {
        const names = new Map(this.app.store.topology.switches.map(one => [one.id, one.name]));
        return way.slice(1, -1).map(id => names.get(id) ?? id).join(', ');
    }

    choose(anchors) {
        const {store, route} = this.app;
        const {kind, key} = route.selection;
        const node = store.of.binding.get(this.selected());
        if (!node) {
            return [];
        }
        const flows = kind === 'node' ? store.flowsOf(key) : [store.of.flow.get(key)];
        const ways = kind === 'flow' ? this.app.explained.ways(key) : null;
        return paths.ofNode(node, flows, anchors).map(one => ({...one, node: node.node, ways}));
    }

    /** What the links carry: of all flows, or of those of the anchor that is selected. */
    carried(anchors) {
        const {store, route} = this.app;
        const strands = paths.ofAll(store.of.flow.values(), anchors, route.selection?.key ?? null);
        return paths.loads(strands, this.near, anchors);
    }

    points(strand, way) {
        const begin = strand.node ? this.dots.at(strand.node) : null;
        const end = this.at.edges.get(strand.to);
        return [...(begin ? [{x: begin.x, y: begin.y}] : []), ...way.map(device => this.point(device)).filter(Boolean),
            ...(end ? [end.uplink] : [])];
    }

    /** What colours and dashes mean, as far as there are any. */
    legend() {
        const shown = this.strands.present;
        const classes = [...new Set(shown.map(strand => strand.class))];
        const several = shown.some(strand => strand.dashed);
        return html`<p class="legend">${classes.map(name => chip(this.app, name))}${several
            ? html`<span>dashed: one of these ways for each flow</span>` : ''}${shown.length ? ''
            : html`<span>the more flows, the wider</span>`}</p>`;
    }

    write(anchors) {
        const {app} = this;
        const {width, height} = this.box;
        const {topology} = app.store;
        render(html`<svg viewBox="0 0 ${width} ${height}" role="group" aria-label="Map of the network">
            ${switches.links(topology, device => this.point(device), this.loads.links)}
            ${switches.uplinks(anchors, this.at.edges, this.loads.uplinks)}
            ${repeat(this.strands.views, ([key]) => key, ([, view]) => view)}
            ${switches.cores(topology, this.at.inner)}
            ${switches.anchors(app, anchors, this.at.edges, width < NARROW)}
        </svg>${this.legend()}`, this.lines);
    }
}

