// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

/** The last values of something that is looked at again and again. */
export class Series {

    /** @param {number} capacity how many values are kept */
    constructor(capacity) {
        this.capacity = capacity;
        this.times = [];
        this.values = [];
    }

    /** @param {number} time seconds since 1970 @param {?number} value null is a gap */
    add(time, value) {
        this.times.push(time);
        this.values.push(value);
        if (this.times.length > this.capacity) {
            this.times.shift();
            this.values.shift();
        }
    }

    /** Both axes, as the chart wants them. */
    get data() {
        return [this.times, this.values];
    }
}
