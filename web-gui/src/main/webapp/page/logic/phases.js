// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

/** The steps of a handover on a time axis. */

/** @typedef {{name: string, from: number, to: number}} Step  ms after the first sign of the move */

/** The time until everything steers to the new place: what a user of the network notices. Null until then. */
export function control(handover) {
    return handover.switchedAt === null || handover.switchedAt === undefined
        ? null : handover.switchedAt - handover.detectedAt;
}

/** Make and switch. Break is another order of magnitude, and nobody waits for it: see {@link breakTime}. */
export function steps(handover) {
    const found = [];
    const at = time => time - handover.detectedAt;
    if (handover.preparedAt) {
        found.push({name: 'make', from: 0, to: at(handover.preparedAt)});
        if (handover.switchedAt) {
            found.push({name: 'switch', from: at(handover.preparedAt), to: at(handover.switchedAt)});
        }
    }
    return found;
}

/** The time from the switch until the old place is forgotten. Null until then. */
export function breakTime(handover) {
    return handover.cleanedAt && handover.switchedAt ? handover.cleanedAt - handover.switchedAt : null;
}

/** How far a handover is, as a word. */
export function outcome(handover) {
    return {PREPARED: 'made', SWITCHED: 'switched', CLEANED: 'complete', ROLLED_BACK: 'rolled back'}[handover.phase]
        ?? 'detected';
}

/** A round number at or above the longest control time of some handovers, for an axis that they share. */
export function axis(handovers) {
    const longest = Math.max(1, ...handovers.map(control).filter(Number.isFinite));
    const power = 10 ** Math.floor(Math.log10(longest));
    return [1, 2, 5, 10].map(step => step * power).find(end => end >= longest);
}

/** The value that half of the numbers do not exceed; null if there are none. @param {number[]} numbers */
export function median(numbers) {
    const sorted = [...numbers].sort((a, b) => a - b);
    return sorted.length ? sorted[Math.floor((sorted.length - 1) / 2)] : null;
}
