// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

/** Which resources the page reads, and what becomes of the answers. Those that a controller lacks are left out. */

const HANDOVERS = 1000;
const RECENT = 100;
const BEAT_PATIENCE_MS = 5000;

/** Reads everything. @param {import('./rest.js').Rest} rest @param {import('./store.js').Store} store */
export async function all(rest, store) {
    store.set('session', await optional(rest, 'session', store.session));
    await vital(rest, store);
    await Promise.all([bindings(rest, store), flows(rest, store), handovers(rest, store, HANDOVERS),
        slow(rest, store)]);
}

/** What tells that the controller is there: the anchors, with their load. */
export async function vital(rest, store) {
    store.replace('anchor', (await rest.get('anchors', BEAT_PATIENCE_MS)).anchors);
}

/** What changes without an event. */
export async function slow(rest, store) {
    store.set('classes', (await rest.get('classes')).classes);
    store.set('findings', (await rest.get('check')).findings);
    store.set('topology', await optional(rest, 'topology', store.topology));
    store.set('windows', (await optional(rest, 'highlights', {windows: 0})).windows);
    const {grants} = await optional(rest, 'grants', {grants: []});
    store.set('names', new Map(grants.filter(grant => grant.name).map(grant => [grant.node, grant.name])));
}

/** The flows of a node with their counters, of which there are no events. What events have told meanwhile is newer. */
export async function counters(rest, store, mac) {
    const before = store.version.flow;
    const {flows: found} = await optional(rest, `flows?node=${encodeURIComponent(mac)}`, {flows: []});
    if (store.version.flow === before) {
        found.forEach(flow => store.put('flow', flow));
    }
}

/** What events tell where there are any; read again and again where there are none. */
export async function unheard(rest, store) {
    await Promise.all([bindings(rest, store), flows(rest, store), handovers(rest, store, RECENT)]);
}

async function bindings(rest, store) {
    store.replace('binding', await pages(rest, 'bindings'));
}

async function flows(rest, store) {
    store.replace('flow', await pages(rest, 'flows'));
}

async function handovers(rest, store, last) {
    (await rest.get(`handovers?last=${last}`)).handovers.forEach(one => store.put('handover', one));
}

/** A list, whole: where the controller answers with a part of it, the rest, too. */
async function pages(rest, name) {
    const answer = await rest.get(name);
    const found = answer[name];
    while (found.length < (answer.total ?? 0)) {
        const more = (await rest.get(`${name}?offset=${found.length}`))[name];
        if (!more.length) {
            break;            // some of them have gone meanwhile
        }
        found.push(...more);
    }
    return found;
}

async function optional(rest, path, otherwise) {
    try {
        return await rest.get(path);
    } catch (error) {
        if (error.status === 404 || error.status === 403) {
            return otherwise;
        }
        throw error;
    }
}
