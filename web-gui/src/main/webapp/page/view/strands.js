// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

import {line} from '../logic/paths.js';
import {some} from '../logic/words.js';
import {svg} from './bits.js';

const FADE_MS = 3000;
const APART = 5;

/**
 * The drawn ways of flows. A way that is not taken any more stays for some seconds and fades, while the one that is
 * taken instead is drawn beside it.
 */
export class Strands {

    constructor() {
        /** @type {Map<string, {view: object, gone: ?number}>} */
        this.shown = new Map();
        this.subject = null;
    }

    /**
     * @param {?string} subject whose flows these are; if it is another one than before nothing fades
     * @param {{key: string, class: string, colour: string, label: string, dashed: boolean, lost: boolean,
     *          width: number, lines: {x: number, y: number}[][]}[]} strands
     */
    set(subject, strands, now) {
        if (subject !== this.subject) {
            this.shown.clear();
            this.subject = subject;
        }
        const present = new Set(strands.map(strand => strand.key));
        for (const [key, entry] of this.shown) {
            if (!present.has(key)) {
                entry.gone ??= now;
            }
        }
        strands.forEach((strand, index) => {
            const aside = (index - (strands.length - 1) / 2) * APART;
            this.shown.set(strand.key, {gone: null, view: {...strand, paths: strand.lines.map(at => line(at, aside))}});
        });
    }

    /** Forgets what has faded; whether something is still fading. */
    fade(now) {
        let fading = false;
        for (const [key, entry] of this.shown) {
            if (entry.gone !== null && now - entry.gone > FADE_MS) {
                this.shown.delete(key);
            } else {
                fading ||= entry.gone !== null;
            }
        }
        return fading;
    }

    /** Those that are taken now. */
    get present() {
        return [...this.shown.values()].filter(entry => entry.gone === null).map(entry => entry.view);
    }

    get views() {
        return [...this.shown].map(([key, {view, gone}]) => [key, svg`
            <g class="strand ${view.colour} ${gone === null ? 'here' : 'gone'} ${view.lost ? 'lost' : ''}"
               data-way=${key}>
                <title>${view.label}</title>
                ${view.paths.map(path => svg`<path d=${path} stroke-width=${view.width}
                    class=${view.dashed ? 'one-of' : ''}></path>`)}
            </g>`]);
    }
}

/** What a strand is, in words. @param {string[]} via the switches between its ends, for each of its ways */
export function label(strand, via) {
    const ways = via.filter(Boolean).map(names => `by ${names}`).join(' or ');
    return [`${some(strand.count, 'flow')} of ${strand.class}: ${strand.from} to ${strand.to}`,
        ...(ways ? [ways] : []),
        ...(strand.lost ? ['lost until the uplink is back'] : []),
        ...(via.length > 1 ? ['each takes one of these ways, by the hash of its switch'] : [])].join(', ');
}
