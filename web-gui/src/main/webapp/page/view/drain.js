// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

import {html, nothing} from './bits.js';

/** Has an anchor take no new flows, or take them again. Only an admin may; it is asked for a second click. */
export class Drain {

    constructor(app) {
        this.app = app;
        this.asked = null;
        this.said = null;
    }

    view(anchor) {
        if (!this.app.store.session.admin) {
            return nothing;
        }
        const said = this.said?.id === anchor.id ? html`<p class="said" role="status">${this.said.text}</p>` : nothing;
        if (anchor.draining) {
            return html`<p class="actions"><button type="button" @click=${() => this.send(anchor, 'DELETE')}>
                Take new flows again</button></p>${said}`;
        }
        if (this.asked !== anchor.id) {
            return html`<p class="actions">
                <button type="button" @click=${() => this.ask(anchor.id)}>Drain…</button></p>${said}`;
        }
        return html`<p class="actions">New flows go to other anchors, those that are here stay until they are over.
            <button type="button" class="strong" @click=${() => this.send(anchor, 'PUT')}>Drain ${anchor.id}</button>
            <button type="button" @click=${() => this.ask(null)}>Leave it</button></p>${said}`;
    }

    ask(id) {
        this.asked = id;
        this.app.repaint();
    }

    async send(anchor, method) {
        this.asked = null;
        try {
            await this.app.rest.ask(method, `anchors/${encodeURIComponent(anchor.id)}/drain`);
            this.said = {id: anchor.id, text: method === 'PUT' ? 'It takes no new flows.' : 'It takes new flows.'};
            this.app.store.put('anchor', await this.app.rest.get(`anchors/${encodeURIComponent(anchor.id)}`));
        } catch (error) {
            this.said = {id: anchor.id, text: `Not done: ${error.message}.`};
        }
        this.app.repaint();
    }
}
