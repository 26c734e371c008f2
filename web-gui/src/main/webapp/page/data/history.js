// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

import {axis, control, median} from '../logic/phases.js';
import {Series} from '../logic/series.js';

const POINTS = 200;
const MINUTE = 60_000;
const RECENT = 60;

/** What is made of the store's state over time, once a second: courses, rates, counts by node and class. */
export class History {

    /** @param {import('./store.js').Store} store @param {import('./rest.js').Rest} rest */
    constructor(store, rest) {
        this.store = store;
        this.rest = rest;
        this.byAnchor = new Map();
        this.latency = new Series(POINTS);
        this.rate = new Series(POINTS);
        this.times = [];
        this.axis = 10;
        this.medianMs = null;
        this.byNode = new Map();
        this.byClass = new Map();
        this.counted = -1;
        store.watchHandovers((handover, before) => this.note(handover, before));
    }

    note(handover, before) {
        const ms = control(handover);
        if (ms !== null && (!before || control(before) === null)) {
            this.times.push({at: handover.switchedAt, ms});
        }
    }

    /** Looks at everything; to be called once a second. */
    sample() {
        const now = this.rest.now();
        this.times.sort((a, b) => a.at - b.at);
        const fresh = this.times.findIndex(one => one.at > now - MINUTE);
        this.times.splice(0, Math.max(0, (fresh < 0 ? this.times.length : fresh) - RECENT));
        const recent = this.times.slice(-RECENT);
        this.medianMs = median(recent.map(one => one.ms));
        this.latency.times = recent.map(one => one.at / 1000);
        this.latency.values = recent.map(one => one.ms);
        this.lastMinute = this.times.filter(one => one.at > now - MINUTE).length;
        this.rate.add(now / 1000, this.lastMinute);
        this.axis = axis([...this.store.of.handover.values()].slice(-RECENT));
        for (const anchor of this.store.of.anchor.values()) {
            this.flows(anchor.id).add(now / 1000, anchor.flows);
        }
        this.count();
    }

    count() {
        if (this.counted === this.store.version.flow) {
            return;
        }
        this.counted = this.store.version.flow;
        this.byNode = new Map();
        this.byClass = new Map();
        for (const flow of this.store.of.flow.values()) {
            this.byNode.set(flow.node, (this.byNode.get(flow.node) ?? 0) + 1);
            this.byClass.set(flow.class, (this.byClass.get(flow.class) ?? 0) + 1);
        }
    }

    /** The course of an anchor's flows. */
    flows(anchor) {
        if (!this.byAnchor.has(anchor)) {
            this.byAnchor.set(anchor, new Series(POINTS));
        }
        return this.byAnchor.get(anchor);
    }

    flowsOf(node) {
        return this.byNode.get(node) ?? 0;
    }

    flowsIn(name) {
        return this.byClass.get(name) ?? 0;
    }
}
