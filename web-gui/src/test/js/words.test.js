// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

import * as words from '../../main/webapp/page/logic/words.js';
import {equal} from './expect.js';

export function durationsHaveThreeFigures() {
    equal(['0.0 ms', '7.3 ms', '100 ms', '6515 ms', '65.2 s', '–', '–'],
        [0, 7.26, 100, 6515, 65_150, null, undefined].map(words.duration));
}

export function agesHaveOneUnit() {
    equal(['0 s', '59 s', '1 min', '1 h', '47 h', '2 days'],
        [-5, 59_999, 60_000, 3_600_000, 172_799_999, 172_800_000].map(words.age));
}

export function thousandsAreApart() {
    equal(['0', '999', '1 000', '1 234 567'], [0, 999, 1000, 1_234_567].map(words.count));
}

export function nounsAreInflected() {
    equal(['1 node', '0 nodes', '2 switches', '2 classes'],
        [words.some(1, 'node'), words.some(0, 'node'), words.some(2, 'switch'), words.some(2, 'class')]);
}

export function endpointsOfBothFamilies() {
    equal('10.1.0.10:5004', words.endpoint('10.1.0.10', 5004));
    equal('[2001:db8::1]:443', words.endpoint('2001:db8::1', 443));
    equal('10.1.0.10', words.endpoint('10.1.0.10', 0));
}

export function devicesAreCutToWhatDiffers() {
    const ids = ['of:0000000000000011', 'of:0000000000000001', 'of:0000000000000abc', 'netconf:10.0.0.1'];
    equal(['…11', '…01', '…abc', 'netconf:10.0.0.1'], ids.map(words.shortDevice));
}
