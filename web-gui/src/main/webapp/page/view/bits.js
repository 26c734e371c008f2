// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

import {html, nothing, svg} from '../lib/lit-html/lit-html.js';
import {axis, breakTime, control, outcome, steps} from '../logic/phases.js';
import {duration, plain, some} from '../logic/words.js';

/** Small pieces that several views show. */

const COLOURS = 8;

/** Which of the colours a class has: by its place in the configuration, so that it keeps it. */
export function colour(app, name) {
    const place = app.store.classes.findIndex(one => one.name === name);
    return place < 0 ? 'k-none' : `k${place % COLOURS}`;
}

/** A class with its colour. The name stands beside it: colour alone tells nothing. */
export function chip(app, name) {
    return html`<span class="chip ${colour(app, name)}"><i></i>${name}</span>`;
}

/** A word with a mark of how grave it is. @param {'good'|'warn'|'bad'|'calm'} level */
export function badge(level, text) {
    return html`<span class="badge ${level}">${text}</span>`;
}

/** How full something is; nothing where it has no bounds. */
export function gauge(part, whole, title) {
    if (!whole) {
        return html`<span class="gauge none">–</span>`;
    }
    const percent = Math.min(100, (100 * part) / whole);
    return html`<span class="gauge" title=${title}>
        <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect class="room" width="100" height="6"></rect>
        <rect class=${percent > 85 ? 'fill high' : 'fill'} width=${percent} height="6"></rect></svg>
        <span>${part}/${whole}</span></span>`;
}

/** The steps of a handover until it is switched, on an axis in ms. @param {number} [end] of the axis */
export function phaseBar(handover, end = axis([handover])) {
    const total = control(handover);
    const words = steps(handover).map(one => `${one.name} ${duration(one.to - one.from)}`).join(', ');
    return html`<span class="phases" title="${words || 'not made yet'}; ${outcome(handover)}">
        <svg viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label=${words || 'not made yet'}>
            <rect class="axis" x="0" y="0" width="100" height="10"></rect>
            ${steps(handover).map(one => svg`<rect class=${one.name} x=${(100 * one.from) / end} y="0" height="10"
                width=${Math.max(0.8, (100 * (one.to - one.from)) / end)}></rect>`)}
        </svg>
        <span>${total === null ? outcome(handover) : duration(total)}</span></span>`;
}

/** The rest of a handover in words. */
export function aftermath(handover) {
    const after = breakTime(handover);
    const kept = handover.packetsHeld + handover.packetsRescued;
    return [`${some(handover.flowMods, 'rule')} on ${some(handover.switches.length, 'switch')}`,
        ...(kept ? [`${some(kept, 'packet')} kept`] : []),
        after === null ? outcome(handover) : `old place forgotten after ${duration(after)}`].join(' · ');
}

/** The state of an anchor, gravest first. */
export function anchorState(anchor) {
    if (!anchor.available) {
        return badge('bad', 'switch down');
    }
    if (anchor.fault) {
        return badge(anchor.standIn ? 'warn' : 'bad',
            plain(anchor.fault) + (anchor.standIn ? `, by ${anchor.standIn}` : ''));
    }
    return anchor.draining ? badge('warn', 'draining') : badge('good', 'up');
}

/** Where a flow stands. */
export function flowState(flow) {
    const level = {ACTIVE: 'good', BACKUP: 'warn', ANCHOR_DOWN: 'bad'}[flow.status] ?? 'calm';
    return badge(level, plain(flow.status));
}

/** Rules that are there of those that there should be. */
export function rules({installed, desired}) {
    return installed === desired ? html`<span>${installed}</span>`
        : html`<span class="short">${installed} of ${desired}</span>`;
}

export {html, nothing, svg};
