// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

/** Fails unless two values are the same, by what JSON says of them. */
export function equal(expected, actual, what = '') {
    const [one, other] = [JSON.stringify(expected), JSON.stringify(actual)];
    if (one !== other) {
        throw new Error(`${what} expected ${one}, is ${other}`);
    }
}

/** Fails unless something holds. */
export function ok(holds, what) {
    if (!holds) {
        throw new Error(what);
    }
}
