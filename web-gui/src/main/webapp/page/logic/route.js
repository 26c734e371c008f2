// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

/**
 * What the address says after the `#`: the table that is shown, what is selected, and what is searched for. So every
 * view has an address, the way back works, and links are links.
 */

/** @typedef {{kind: 'node'|'flow'|'anchor', key: string}} Selection */
/** @typedef {{tab: string, selection: ?Selection, find: string}} Route */

export const TABS = ['anchors', 'nodes', 'flows', 'handovers', 'classes', 'policy', 'findings'];
const KINDS = ['node', 'flow', 'anchor'];

/** @param {string} hash @returns {Route} */
export function parse(hash) {
    const [path, query = ''] = hash.replace(/^#\/?/, '').split('?');
    const values = new Map(query.split('&').filter(Boolean).map(pair => pair.split('=').map(decode)));
    const kind = KINDS.find(one => values.has(one));
    return {
        tab: TABS.includes(path) ? path : 'nodes',
        selection: kind ? {kind, key: values.get(kind)} : null,
        find: values.get('find') ?? '',
    };
}

/** @param {Route} route @returns {string} what {@link parse} reads */
export function format({tab, selection, find}) {
    const pairs = [...(selection ? [[selection.kind, selection.key]] : []), ...(find ? [['find', find]] : [])];
    const query = pairs.map(pair => pair.map(encodeURIComponent).join('=')).join('&');
    return `#/${tab}${query ? `?${query}` : ''}`;
}

function decode(text) {
    try {
        return decodeURIComponent(text);
    } catch {
        return text;
    }
}
