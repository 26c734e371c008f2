// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

import {html, render} from './lib/lit-html/lit-html.js';
import {History} from './data/history.js';
import {Live} from './data/live.js';
import {Rest} from './data/rest.js';
import {Store} from './data/store.js';
import {format, parse} from './logic/route.js';
import {badge} from './view/bits.js';
import {tables} from './view/columns.js';
import {Drain} from './view/drain.js';
import {Highlight} from './view/highlight.js';
import {inspector} from './view/inspector.js';
import {NetworkMap} from './view/map.js';
import {Policy} from './view/policy.js';
import * as shell from './view/shell.js';
import {tableView} from './view/table.js';
import {Explained} from './view/why.js';

const NOUNS = {anchors: 'anchor', nodes: 'node', flows: 'flow', handovers: 'handover', classes: 'class'};
const KINDS = {anchors: 'anchor', nodes: 'node', flows: 'flow'};

const COLOURS = ['accent', 'node', 'faint', 'text', 'card'];

const PAINT_MS = 250;         // text is written at most four times a second: nobody reads faster
const SORT_MS = 2000;         // and rows change places less often than that
const BUDGET_MS = 8;          // of a frame, for events

/** Ties the parts together: what has changed is drawn in the next frame, and everything at its own pace. */
export class App {

    constructor(root) {
        this.root = root;
        this.rest = new Rest();
        this.store = new Store();
        this.live = new Live(this.rest, this.store, () => this.wake());
        this.history = new History(this.store, this.rest);
        this.route = parse(location.hash);
        this.tables = tables(this);
        this.drain = new Drain(this);
        this.highlight = new Highlight(this);
        this.explained = new Explained(this);
        this.policy = new Policy(this);
        this.map = new NetworkMap(this);
        this.live.looked = () => this.map.selected();
        this.painted = 0;
        this.sorted = 0;
        this.awake = false;
    }

    start() {
        addEventListener('hashchange', () => this.follow());
        matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.repaint());
        setInterval(() => this.second(), 1000);
        this.follow();
        this.live.run();
    }

    /** Goes where the address says. */
    follow() {
        const before = this.route.tab;
        this.route = parse(location.hash);
        const table = this.tables[this.route.tab];
        if (table && table.filter !== this.route.find) {
            table.filter = this.route.find;
            table.page = 0;
        }
        if (this.route.tab !== before) {
            this.sorted = 0;
        }
        this.repaint();
    }

    second() {
        this.history.sample();
        const until = performance.now() + BUDGET_MS;
        this.tables[this.route.tab]?.prepare(this.rows(this.route.tab), () => performance.now() > until);
        this.repaint();
    }

    /** Draws in the next frame. */
    wake() {
        if (!this.awake) {
            this.awake = true;
            requestAnimationFrame(now => this.frame(now));
        }
    }

    /** The same, and does not wait until the texts' time has come. */
    repaint() {
        this.painted = 0;
        this.palette = null;
        this.wake();
    }

    frame(now) {
        this.awake = false;
        const more = this.live.drain(performance.now() + BUDGET_MS);
        const due = now - this.painted >= PAINT_MS;
        if (due) {
            this.painted = now;
            this.paint(now);
        }
        const moving = this.map.frame(now);
        if (more || moving || !due) {
            this.wake();
        }
    }

    paint(now) {
        document.documentElement.classList.toggle('stale', this.live.state === 'lost');
        const {of} = this.store;
        const counts = {anchors: of.anchor.size, nodes: of.binding.size, flows: of.flow.size,
            handovers: of.handover.size, classes: this.store.classes.length, findings: this.store.findings.length};
        render(html`
            <a class="skip" href="#content" @click=${event => this.skip(event)}>To the tables</a>
            ${shell.header(this)}${shell.banner(this)}
            <main>
                ${shell.figures(this)}
                <div class="upper">
                    <section class="mapbox" aria-label="Map">${this.map.element}</section>
                    <section class="inspector" aria-label="Details">${inspector(this)}</section>
                </div>
                <section class="lower" id="content" tabindex="-1" aria-label="Tables">
                    ${shell.tabs(this, counts)}${this.panel(now)}
                </section>
            </main>`, this.root);
    }

    panel(now) {
        const {tab} = this.route;
        if (tab === 'policy') {
            return this.policy.view();
        }
        if (tab === 'findings') {
            return findings(this.store.findings);
        }
        const rows = this.rows(tab);
        const table = this.tables[tab];
        if (now - this.sorted >= SORT_MS || !this.sorted) {
            this.sorted = now;
            table.arrange(rows);
        } else if (table.chosen !== table.filter) {
            table.choose(rows);
        }
        const {selection} = this.route;
        return tableView(table, rows, {
            name: tab, noun: NOUNS[tab], selected: selection && selection.kind === KINDS[tab] ? selection.key : null,
            find: text => this.search(text), again: () => this.resort(),
        });
    }

    rows(tab) {
        const {of, classes} = this.store;
        return tab === 'classes' ? new Map(classes.map(one => [one.name, one]))
            : {anchors: of.anchor, nodes: of.binding, flows: of.flow, handovers: of.handover}[tab];
    }

    resort() {
        this.sorted = 0;
        this.repaint();
    }

    /** Filters while it is typed; the address follows without a step back for every letter. */
    search(text) {
        history.replaceState(null, '', format({...this.route, find: text}));
        this.follow();
    }

    skip(event) {
        event.preventDefault();
        document.getElementById('content').focus();
    }

    /** The address of a selection, beside the table that is shown. */
    select(selection) {
        return format({...this.route, selection});
    }

    pick(kind, key) {
        return this.select({kind, key});
    }

    tab(name) {
        return format({...this.route, tab: name, find: name === this.route.tab ? this.route.find : ''});
    }

    /** The address of a table with a filter. */
    find(name, text) {
        return format({...this.route, tab: name, find: text});
    }

    /** The colours of what is drawn on the canvas. */
    colours() {
        if (!this.palette) {
            const style = getComputedStyle(document.documentElement);
            const of = name => style.getPropertyValue(`--${name}`).trim();
            this.palette = Object.fromEntries(COLOURS.map(name => [name, of(name)]));
        }
        return this.palette;
    }
}

function findings(list) {
    return list.length ? html`<ul class="findings">${list.map(one => html`<li>${
        badge(one.severity === 'ERROR' ? 'bad' : 'warn', one.severity.toLowerCase())}
        <b>${one.subject}</b> ${one.message}</li>`)}</ul>`
        : html`<p class="empty">All is well.</p>`;
}
