// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

import * as load from './load.js';

const TYPES = ['handover', 'binding', 'flow', 'anchor'];
const BEAT_MS = 3000;         // how often the controller is asked whether it is there
const AGAIN_MS = 1000;        // the same while it does not answer
const SLOW_EVERY = 5;         // beats
const STREAM_AGAIN_MS = 5000;
const FAILURES = 2;           // in a row until it counts as lost: one answer may be late on a busy machine
const OPENING_MS = 4000;      // how long a stream may take to open before the page is read without it
const HIDDEN_MS = 15_000;     // a page that nobody sees gives its connection back: a browser has six for one server

/**
 * Keeps the store as the controller is: reads all once, then follows the event stream. Where there is no such stream it
 * reads again and again. A beat tells whether the controller answers; when it does again after it did not, what was
 * missed is read.
 */
export class Live {

    /** @param {import('./rest.js').Rest} rest @param {import('./store.js').Store} store @param {() => void} changed */
    constructor(rest, store, changed) {
        this.rest = rest;
        this.store = store;
        this.changed = changed;
        /** `loading`, `live`, `polling` or `lost`. */
        this.state = 'loading';
        /** Since when the connection is lost: the last answer, by this machine's clock. */
        this.answered = Date.now();
        this.problem = null;
        this.failures = 0;
        this.beats = 0;
        this.queue = [];
        this.held = true;
        this.streamable = true;
        this.last = null;
        this.fresh = false;       // whether nothing can have been missed
        this.shown = Promise.resolve();
        /** The node that is looked at, if there is one. @type {() => ?string} */
        this.looked = () => null;
    }

    /** Begins, and never ends. */
    async run() {
        document.addEventListener('visibilitychange', () => this.look());
        addEventListener('pagehide', () => this.pause());
        addEventListener('pageshow', event => event.persisted && this.resume());
        for (;;) {
            await this.shown;
            try {
                await (this.fresh ? this.beat() : this.begin());
                this.fresh = true;
                this.failures = 0;
                this.answered = Date.now();
                this.become(this.source?.readyState === EventSource.OPEN ? 'live' : this.idle());
            } catch (error) {
                this.failures++;
                this.fresh = false;
                this.problem = error;
                if (this.failures >= FAILURES || error.status === 401) {
                    this.become('lost');
                }
            }
            await new Promise(done => setTimeout(done, this.failures ? AGAIN_MS : BEAT_MS));
        }
    }

    /** A stream that is about to open is not worth a word; one that there is not, is. */
    idle() {
        return this.streamable ? 'live' : 'polling';
    }

    become(state) {
        if (state !== this.state) {
            this.state = state;
            this.changed();
        }
    }

    /** A page that is not seen rests after a while, and reads anew what it missed. */
    look() {
        clearTimeout(this.hiding);
        if (document.hidden) {
            this.hiding = setTimeout(() => this.pause(), HIDDEN_MS);
        } else {
            this.resume();
        }
    }

    pause() {
        if (!this.wake) {
            this.source?.close();
            this.fresh = false;
            this.shown = new Promise(done => {
                this.wake = done;
            });
        }
    }

    resume() {
        this.wake?.();
        this.wake = null;
    }

    /** Follows the stream from now on, then reads everything: what comes meanwhile waits, so nothing is missed. */
    async begin() {
        this.held = true;
        this.queue = [];
        this.last = null;
        await Promise.race([this.follow(), new Promise(done => setTimeout(done, OPENING_MS))]);
        await load.all(this.rest, this.store);
        this.held = false;
        this.changed();
    }

    async beat() {
        await load.vital(this.rest, this.store);
        if (++this.beats % SLOW_EVERY === 0) {
            await load.slow(this.rest, this.store);
        }
        const looked = this.looked();
        if (!this.streamable) {
            await load.unheard(this.rest, this.store);
        } else if (looked) {
            await load.counters(this.rest, this.store, looked);
        }
        this.changed();
    }

    /** Opens the stream, after the last event that was heard if there was one; done once it is open or refused. */
    follow() {
        this.source?.close();
        const types = [...TYPES, 'policy'].join(',');
        const query = new URLSearchParams({types, ...(this.last ? {since: this.last} : {})});
        const source = new EventSource(this.rest.url(`events?${query}`));
        this.source = source;
        TYPES.forEach(type => source.addEventListener(type, event => this.hear(type, event)));
        source.addEventListener('policy', () => load.slow(this.rest, this.store).catch(() => undefined));
        source.addEventListener('reset', () => this.reset());
        return new Promise(done => {
            source.addEventListener('open', () => {
                this.streamable = true;
                done();
            });
            source.addEventListener('error', () => {
                this.broken(source);
                done();
            });
        });
    }

    /** The browser opens a stream again by itself, unless the answer was a refusal. */
    broken(source) {
        if (source.readyState === EventSource.CLOSED && source === this.source) {
            this.streamable = false;
            setTimeout(() => source === this.source && this.fresh && this.follow(), STREAM_AGAIN_MS);
        }
    }

    hear(type, event) {
        this.last = event.lastEventId || this.last;
        this.queue.push([type, event.data]);
        this.changed();
    }

    /** What was missed cannot be told one by one. */
    async reset() {
        this.queue = [];
        this.held = true;
        try {
            await load.all(this.rest, this.store);
            this.held = false;
            this.changed();
        } catch {
            this.fresh = false;   // the next beat begins anew
        }
    }

    /** Takes over what was heard, as far as the time goes; whether something is left. @param {number} until */
    drain(until) {
        if (this.held) {
            return false;
        }
        let taken = 0;
        for (; taken < this.queue.length && (taken % 16 || performance.now() < until); taken++) {
            const [type, text] = this.queue[taken];
            this.store.put(type, JSON.parse(text));
        }
        this.queue.splice(0, taken);
        return this.queue.length > 0;
    }
}
