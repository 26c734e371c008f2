// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

import {live} from '../lib/lit-html/directives/live.js';
import {difference} from '../logic/difference.js';
import {some} from '../logic/words.js';
import {html, nothing} from './bits.js';

/**
 * The configuration as a document: seen by all, checked and applied by an admin. It is applied only as it was checked,
 * and only in place of the version that it was begun with.
 */
export class Policy {

    constructor(app) {
        this.app = app;
        this.base = null;         // the document that is in force, as text
        this.etag = null;
        this.text = '';
        this.result = null;
        this.checked = null;      // the text that the result is about
        this.problem = null;
        this.busy = false;
    }

    /** Reads what is in force, unless the user has begun to edit. */
    async open() {
        if (this.base !== null || this.busy) {
            return;
        }
        await this.during(async () => {
            const {json, etag} = await this.app.rest.ask('GET', 'policy');
            this.base = JSON.stringify(json, null, 2);
            this.etag = etag;
            this.text = this.base;
            this.result = null;
            this.checked = null;
        });
    }

    async check() {
        const text = this.text;
        await this.during(async () => {
            this.result = (await this.app.rest.ask('POST', 'policy/check', text)).json;
            this.checked = text;
        });
    }

    async apply() {
        await this.during(async () => {
            const headers = {'If-Match': this.etag};
            this.result = (await this.app.rest.ask('PUT', 'policy', this.checked, headers)).json;
            this.base = null;
            this.checked = null;
        });
        if (!this.problem) {
            const {result} = this;
            await this.open();
            this.result = result;
            this.app.repaint();
        }
    }

    async during(work) {
        this.busy = true;
        this.problem = null;
        this.app.repaint();
        try {
            await work();
        } catch (error) {
            this.problem = error;
        }
        this.busy = false;
        this.app.repaint();
    }

    edit(text) {
        this.text = text;
        this.problem = null;
        this.app.repaint();
    }

    view() {
        if (this.base === null && !this.problem) {
            this.open();
        }
        const admin = this.app.store.session.admin;
        const changed = this.base !== null && this.text !== this.base;
        return html`<div class="policy">
            <div class="edit">
                <label for="document">Configuration ${admin ? nothing
                    : html`<small>(only an admin may change it)</small>`}</label>
                <textarea id="document" spellcheck="false" autocomplete="off" ?readonly=${!admin}
                    .value=${live(this.text)} @input=${event => this.edit(event.target.value)}></textarea>
                ${admin ? this.actions(changed) : nothing}
            </div>
            <div class="outcome" aria-live="polite">${this.said()}${
                changed ? changes(this.base, this.text) : nothing}</div>
        </div>`;
    }

    actions(changed) {
        const ready = changed && !this.busy && this.checked === this.text && !this.problem;
        return html`<p class="actions">
            <button type="button" ?disabled=${!changed || this.busy} @click=${() => this.check()}>Check</button>
            <button type="button" class="strong" ?disabled=${!ready} @click=${() => this.apply()}>Apply</button>
            <button type="button" ?disabled=${this.busy} @click=${() => this.reload()}>${
                changed ? 'Discard' : 'Read again'}</button></p>`;
    }

    reload() {
        this.base = null;
        this.result = null;
        return this.open();
    }

    said() {
        if (this.problem) {
            return html`<p class="finding" role="alert">${reason(this.problem)}</p>`;
        }
        if (!this.result || (this.checked !== null && this.checked !== this.text)) {
            return nothing;
        }
        const {changes: list, unharmed, broken} = this.result;
        return html`<h3>${this.checked === null ? 'Applied' : 'If it is applied'}</h3>
            <ul class="rules">${list.length ? items(list) : html`<li>Nothing changes.</li>`}</ul>
            <p>${some(unharmed, 'running flow')} ${unharmed === 1 ? 'goes' : 'go'} on as before${
                broken.length ? ', and these break:' : '.'}</p>
            ${broken.length ? html`<ul class="rules broken">${items(broken)}</ul>` : nothing}`;
    }
}

function items(list) {
    return list.map(one => html`<li>${one}</li>`);
}

/** Why something was not done. */
function reason({status, body, message}) {
    if (status === 412) {
        return 'Somebody else has changed the configuration since this was read. '
            + 'Copy what you want to keep, and read it again.';
    }
    if (status === 405) {
        return 'This controller does not show its configuration here.';
    }
    return html`${body?.field ? html`<b>${body.field}</b> ` : nothing}${message}`;
}

function changes(before, after) {
    return html`<h3>What you have changed</h3><pre class="diff">${difference(before, after).map(line => html`<span
        class=${{'-': 'out', '+': 'in'}[line.sign] ?? ''}>${`${line.sign} ${line.text}\n`}</span>`)}</pre>`;
}
