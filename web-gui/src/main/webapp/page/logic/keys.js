// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

/** What names a thing, the same in a list, in an event and in a link. */

/** @param {import('../data/types.js').Flow} flow */
export function flowKey(flow) {
    return flow.id ?? [flow.protocol, flow.local, flow.localPort, flow.remote, flow.remotePort].join(',');
}

/** @param {import('../data/types.js').Handover} handover */
export function handoverKey(handover) {
    return handover.id ?? `${handover.node}@${handover.sequence}`;
}

/** @param {import('../data/types.js').Node} node */
export function nodeKey(node) {
    return node.node ?? node.id;
}

/** @param {import('../data/types.js').Anchor} anchor */
export function anchorKey(anchor) {
    return anchor.id;
}

/** Where a node is: its youngest attachment. @param {import('../data/types.js').Node} node */
export function present(node) {
    return node.attachments[node.attachments.length - 1] ?? null;
}
