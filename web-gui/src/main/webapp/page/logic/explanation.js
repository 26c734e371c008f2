// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

/** What the page takes from an explanation of a flow. */

/** The sentences that say why, in the order in which things are decided; those that there are. */
export function sentences(explanation) {
    return [
        ['Class', explanation.classified],
        ['Anchor', explanation.anchored],
        ['Promise', explanation.promised],
        ['Place', explanation.placed],
        ['Out', explanation.outbound?.sentence],
        ['In', explanation.inbound?.sentence],
    ].filter(([, text]) => text);
}

/** The ways from the node as lists of switches: those that switches have confirmed, where they differ. */
export function outbound(explanation) {
    const direction = explanation?.outbound;
    const paths = direction?.present?.length ? direction.present : direction?.paths ?? [];
    const ways = paths.filter(path => !path.copy).map(path => path.hops.map(hop => hop.device))
        .filter(way => way.length);
    return ways.length ? ways : null;
}

/** The switches along the ways from the node, each once, with the rules that are met there. */
export function hops(explanation) {
    const found = new Map();
    for (const path of explanation.outbound?.paths ?? []) {
        for (const hop of path.hops) {
            if (!found.has(hop.device)) {
                found.set(hop.device, {name: hop.edge ?? hop.device, rules: hop.rules ?? []});
            }
        }
    }
    return [...found.values()];
}
