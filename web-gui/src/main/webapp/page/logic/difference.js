// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

/** The lines in which two texts differ: what is taken out, what is put in, and a little of what is around it. */

const AROUND = 2;
const MOST_LINES = 3000;      // the table of the longest common subsequence grows with the square

/** @typedef {{sign: ' '|'-'|'+'|'…', text: string}} Line */

/** @param {string} before @param {string} after @returns {Line[]} empty if they are the same */
export function difference(before, after) {
    const [a, b] = [before.split('\n'), after.split('\n')];
    let begin = 0;
    while (begin < a.length && begin < b.length && a[begin] === b[begin]) {
        begin++;
    }
    let end = 0;
    while (end < a.length - begin && end < b.length - begin && a[a.length - 1 - end] === b[b.length - 1 - end]) {
        end++;
    }
    const middle = edit(a.slice(begin, a.length - end), b.slice(begin, b.length - end));
    const keep = lines => lines.map(text => ({sign: ' ', text}));
    return shorten([...keep(a.slice(0, begin)), ...middle, ...keep(a.slice(a.length - end))]);
}

function edit(a, b) {
    const out = a.map(text => ({sign: '-', text}));
    const put = b.map(text => ({sign: '+', text}));
    if (!a.length || !b.length || a.length + b.length > MOST_LINES) {
        return [...out, ...put];
    }
    const common = table(a, b);
    const lines = [];
    let [i, j] = [0, 0];
    while (i < a.length || j < b.length) {
        if (i < a.length && j < b.length && a[i] === b[j]) {
            lines.push({sign: ' ', text: a[i]});
            i++;
            j++;
        } else if (j >= b.length || (i < a.length && common[i + 1][j] >= common[i][j + 1])) {
            lines.push(out[i++]);
        } else {
            lines.push(put[j++]);
        }
    }
    return lines;
}

function table(a, b) {
    const common = Array.from({length: a.length + 1}, () => new Uint16Array(b.length + 1));
    for (let i = a.length - 1; i >= 0; i--) {
        for (let j = b.length - 1; j >= 0; j--) {
            common[i][j] = a[i] === b[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
        }
    }
    return common;
}

function shorten(lines) {
    const near = index => lines.slice(Math.max(0, index - AROUND), index + AROUND + 1).some(line => line.sign !== ' ');
    const found = [];
    lines.forEach((line, index) => {
        if (near(index)) {
            found.push(line);
        } else if (found.length && found[found.length - 1].sign !== '…') {
            found.push({sign: '…', text: ''});
        }
    });
    return found.some(line => line.sign === '-' || line.sign === '+') ? found : [];
}
