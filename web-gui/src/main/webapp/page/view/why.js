// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

import {flowKey} from '../logic/keys.js';
import {hops, outbound, sentences} from '../logic/explanation.js';
import {plain, shortDevice} from '../logic/words.js';
import {html, nothing} from './bits.js';

const AGAIN_MS = 3000;

/** Why a flow goes where it goes: asked of the controller for the flow that is looked at, again when it has changed. */
export class Explained {

    constructor(app) {
        this.app = app;
        this.key = null;
        this.flow = null;
        this.answer = null;
        this.problem = null;
        this.version = 0;
    }

    /** The ways of a flow as the controller explained them; null if it has not. */
    ways(key) {
        return key === this.key ? outbound(this.answer) : null;
    }

    view(flow) {
        this.ask(flow);
        if (this.answer) {
            return html`<h3>Why</h3>${words(this.answer)}${rules(this.answer)}${next(this.answer)}`;
        }
        return html`<h3>Why</h3>${fromFlow(flow)}<p class="quiet">${this.problem ?? 'Asking for more.'}</p>`;
    }

    /** Whether the switches have yet to confirm what the answer says: then it will soon be another one. */
    unsure() {
        return [this.answer?.outbound, this.answer?.inbound].some(one => one?.confirmed === false);
    }

    async ask(flow) {
        const key = flowKey(flow);
        const node = this.app.store.of.binding.get(flow.node);
        const place = JSON.stringify([key, flow.serving, flow.anchor, flow.status, flow.class, flow.rules,
            node?.sequence, node?.phase, this.unsure() ? Math.floor(Date.now() / AGAIN_MS) : null]);
        if (place === this.place) {
            return;
        }
        if (key !== this.key) {
            this.answer = null;
            this.problem = null;
        }
        [this.key, this.place] = [key, place];
        try {
            const answer = await this.app.rest.get(`flows/${encodeURIComponent(key)}/explain`);
            this.take(place, answer, null);
        } catch (error) {
            this.take(place, null, error.status === 404 ? 'This controller explains no more than that.'
                : `More cannot be told: ${error.message}.`);
        }
    }

    /** An answer about something that is not looked at any more comes too late. */
    take(place, answer, problem) {
        if (place === this.place) {
            this.answer = answer;
            this.problem = problem;
            this.version++;
            this.app.repaint();
        }
    }
}

function words(answer) {
    return html`<dl class="why">${sentences(answer).map(([name, text]) => html`<div><dt>${name}</dt><dd>${
        text}</dd></div>`)}</dl>`;
}

/** What the flow itself says. */
function fromFlow(flow) {
    return words({
        classified: [flow.class, flow.step && `by ${flow.step}`, flow.evidence].filter(Boolean).join(', '),
        anchored: flow.reason ? `${flow.anchor}: ${flow.reason}` : flow.anchor,
        promised: plain(flow.continuity),
    });
}

function rules(answer) {
    const found = hops(answer);
    return found.length ? html`<details><summary>Rules along the way from the node</summary>
        ${found.map(hop => html`<h4>${shortDevice(hop.name)}</h4><ul class="rules">${hop.rules.map(rule)}</ul>`)}
        </details>` : nothing;
}

function rule({tableName, priority, words: text, confirmed}) {
    return html`<li class=${confirmed ? '' : 'short'}><code>${tableName} ${priority}</code> ${text}${
        confirmed ? nothing : ' (not confirmed)'}</li>`;
}

function next(answer) {
    return answer.next?.length ? html`<details><summary>If the node moves</summary><ul class="rules">${
        answer.next.map(move => html`<li>${move.sentence}</li>`)}</ul></details>` : nothing;
}
