// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

/**
 * As much of ONOS's first GUI as our files for it use: AngularJS's modules, d3's elements, and services that note what
 * they are asked. A stand-in: the GUI itself is not among the libraries that can be had.
 */

/** An element as d3 has it, of which text and attributes can be read. */
export class Element {

    constructor(tag) {
        this.tag = tag;
        this.attributes = {};
        this.children = [];
        this.said = '';
        this.listeners = {};
    }

    append(tag) {
        this.children.push(new Element(tag));
        return this.children[this.children.length - 1];
    }

    text(text) {
        this.said = String(text);
        return this;
    }

    attr(name, value) {
        this.attributes[name] = value;
        return this;
    }

    classed(name, value) {
        this.attributes.class = value ? name : '';
        return this;
    }

    on(type, listener) {
        this.listeners[type] = listener;
        return this;
    }

    style() {
        return this;
    }

    html() {
        throw new Error('text from the network is no markup');
    }

    /** All elements with a tag, under it. */
    all(tag) {
        return this.children.flatMap(child => [...(child.tag === tag ? [child] : []), ...child.all(tag)]);
    }
}

const modules = new Map();

globalThis.d3 = {select: () => new Element('div')};
globalThis.window = {opened: [], open: (...what) => globalThis.window.opened.push(what)};
globalThis.angular = {
    module(name, needs) {
        if (needs) {
            const parts = {constants: {}, controllers: {}, directives: {}, runs: []};
            const keep = (into, key, value) => {
                parts[into][key] = value;
                return module;
            };
            const module = {
                parts,
                constant: (key, value) => keep('constants', key, value),
                controller: (key, value) => keep('controllers', key, value),
                directive: (key, value) => keep('directives', key, value),
                run(what) {
                    parts.runs.push(what);
                    return module;
                },
            };
            modules.set(name, module);
        }
        return modules.get(name);
    },
};

/** The parts of a module. */
export function parts(name) {
    return modules.get(name).parts;
}

/** Calls what AngularJS would: a list of names of services, and a function of them. */
export function inject(what, services) {
    const names = what.slice(0, -1);
    const missing = names.filter(name => !(name in services));
    if (missing.length) {
        throw new Error(`no service ${missing}`);
    }
    return what[what.length - 1](...names.map(name => services[name]));
}

/** A scope, or the root of them. */
export function scope() {
    const listeners = {};
    const watched = {};
    const one = {
        $on: (event, listener) => (listeners[event] ??= []).push(listener),
        $emit: event => (listeners[event] ?? []).forEach(listener => listener()),
        $apply: change => {
            change();
            one.$digest();
        },
        $evalAsync: change => one.$apply(change),
        $watch: (name, listener) => (watched[name] = listener),
        $digest: () => Object.entries(watched).forEach(([name, listener]) => listener(one[name])),
    };
    return one;
}

/** The web socket: what was sent, and a way to answer. */
export function socket() {
    const handlers = {};
    return {
        sent: [],
        handlers,
        sendEvent(type, payload) {
            this.sent.push([type, payload]);
        },
        bindHandlers: more => Object.assign(handlers, more),
        unbindHandlers: gone => Object.keys(gone).forEach(name => delete handlers[name]),
        answer: (type, data) => handlers[type](data),
        addOpenListener(listener) {
            this.reopened = listener;
        },
    };
}

/** A floating panel. */
export function panels() {
    const root = new Element('div');
    const panel = {
        root,
        shown: null,
        append: tag => root.append(tag),
        empty: () => (root.children = []),
        el: () => root,
        width: () => undefined,
        height: () => undefined,
        show: () => (panel.shown = true),
        hide: () => (panel.shown = false),
    };
    return {panel, createPanel: () => panel, destroyPanel: () => (panel.shown = 'destroyed')};
}
