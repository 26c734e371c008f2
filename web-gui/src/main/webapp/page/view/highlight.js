// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

import {some} from '../logic/words.js';
import {html, nothing} from './bits.js';

/**
 * Has the topology of ONOS's second GUI show the flows of a node or of an anchor, in the windows that the same user has
 * open there: nothing in that GUI can ask for it. It is offered while there is such a window.
 */
export class Highlight {

    constructor(app) {
        this.app = app;
        /** What is shown there, such as `nodes/00:00:00:00:01:10`. */
        this.shown = null;
        this.said = null;
    }

    /** @param {'nodes'|'anchors'} kind @param {string} key */
    view(kind, key) {
        const {store} = this.app;
        const path = `${kind}/${encodeURIComponent(key)}`;
        if (!store.session.admin || !store.windows) {
            return nothing;
        }
        const said = this.said?.path === path ? html`<p class="said" role="status">${this.said.text}</p>` : nothing;
        return this.shown === path
            ? html`<p class="actions"><button type="button" @click=${() => this.hide(path)}>
                Show it no more in ONOS's topology</button></p>${said}`
            : html`<p class="actions"><button type="button" @click=${() => this.show(path)}>
                Show in ONOS's topology</button></p>${said}`;
    }

    async show(path) {
        await this.ask('PUT', `highlights/${path}`, path, path);
    }

    async hide(path) {
        await this.ask('DELETE', 'highlights', path, null);
    }

    async ask(method, resource, path, shown) {
        try {
            const {windows} = (await this.app.rest.ask(method, resource)).json;
            this.shown = shown;
            this.said = {path, text: shown ? `Shown in ${some(windows, 'window')} of ONOS's GUI.`
                : 'It is not shown there any more.'};
        } catch (error) {
            this.said = {path, text: `Not done: ${error.message}.`};
        }
        this.app.repaint();
    }
}
