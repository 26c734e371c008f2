// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

import {anchorKey, flowKey, handoverKey, nodeKey} from '../logic/keys.js';

const HANDOVERS = 1000;       // as many as a controller remembers

/** What kinds of things there are, by the name of their events. */
const KINDS = {anchor: anchorKey, binding: nodeKey, flow: flowKey, handover: handoverKey};

/**
 * All that the page knows, by kind and key. Things are replaced, never changed, so whoever keeps one can tell by
 * comparing whether it is still so. What has changed is only counted: who shows it looks when it is time to.
 */
export class Store {

    constructor() {
        /** @type {{anchor: Map, binding: Map, flow: Map, handover: Map}} */
        this.of = {anchor: new Map(), binding: new Map(), flow: new Map(), handover: new Map()};
        this.classes = [];
        this.findings = [];
        this.names = new Map();
        this.topology = {switches: [], links: []};
        this.session = {user: null, admin: false};
        /** How many windows of ONOS's second GUI the user has open. */
        this.windows = 0;
        /** Counts changes of each kind. */
        this.version = {anchor: 0, binding: 0, flow: 0, handover: 0, rest: 0, topology: 0};
        this.watchers = [];
    }

    /** Has a function called with every handover that is new or has changed. */
    watchHandovers(watcher) {
        this.watchers.push(watcher);
    }

    /** One thing as it is now, or that it is gone: `{id, removed: true}`. */
    put(kind, thing) {
        const things = this.of[kind];
        this.version[kind]++;
        if (thing.removed) {
            things.delete(thing.id);
            return;
        }
        const key = KINDS[kind](thing);
        const before = things.get(key);
        if (kind === 'handover' && before === undefined && things.size >= HANDOVERS) {
            things.delete(things.keys().next().value);
        }
        things.set(key, thing);
        if (kind === 'handover') {
            this.watchers.forEach(watcher => watcher(thing, before));
        }
    }

    /** All things of a kind as they are now; those that are not among them are gone. */
    replace(kind, list) {
        const things = this.of[kind];
        const keys = new Set(list.map(KINDS[kind]));
        for (const key of [...things.keys()]) {
            if (!keys.has(key)) {
                things.delete(key);
            }
        }
        list.forEach(thing => this.put(kind, thing));
        this.version[kind]++;
    }

    /** Anything else: classes, findings, names, topology, session. */
    set(name, value) {
        if (!same(this[name], value)) {
            this[name] = value;
            this.version[name === 'topology' ? 'topology' : 'rest']++;
        }
    }

    /** @returns {import('./types.js').Anchor[]} by number */
    anchors() {
        return [...this.of.anchor.values()].sort((a, b) => a.number - b.number);
    }

    /** What a node is called: the name it gave in DHCP, else its first address, else its MAC address. */
    nameOf(mac) {
        return this.names.get(mac) || this.of.binding.get(mac)?.addresses[0] || mac;
    }

    /** The flows of a node. */
    flowsOf(mac) {
        return [...this.of.flow.values()].filter(flow => flow.node === mac);
    }

    /** The handovers of a node, newest first. */
    handoversOf(mac) {
        return [...this.of.handover.values()].filter(one => one.node === mac).reverse();
    }
}

function same(a, b) {
    const text = value => JSON.stringify(value instanceof Map ? [...value] : value);
    return text(a) === text(b);
}
