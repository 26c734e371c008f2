// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

/** REST of the app, on the controller that this page came from. */

const PATIENCE_MS = 15_000;   // for long lists of a busy controller

/** An answer that is not what was asked for; `status` is 0 where there was none. */
export class RestError extends Error {

    constructor(status, message, body = null) {
        super(message);
        this.status = status;
        this.body = body;
    }
}

export class Rest {

    constructor() {
        // Without a name and a password that may stand in the page's own address: fetch refuses these.
        this.base = `${location.origin}${location.pathname.replace(/[^/]*$/, '')}v1/`;
        /** How far the controller's clock is ahead of this machine's, ms; 0 where it is not worth to tell. */
        this.ahead = 0;
    }

    /** What time it is at the controller. */
    now() {
        return Date.now() + this.ahead;
    }

    /** The address of a resource. */
    url(path) {
        return this.base + path;
    }

    /** @returns {Promise<any>} the JSON of a resource */
    async get(path, patience = PATIENCE_MS) {
        return (await this.ask('GET', path, undefined, {}, patience)).json;
    }

    /** @returns {Promise<{json: any, etag: ?string}>} */
    async ask(method, path, body = undefined, headers = {}, patience = PATIENCE_MS) {
        const answer = await this.fetch(method, path, body, headers, patience);
        this.compareClocks(answer.headers.get('Date'));
        const text = await answer.text();
        let json = null;
        try {
            json = text ? JSON.parse(text) : null;
        } catch {
            if (answer.ok) {
                throw new RestError(answer.status, 'the answer is not JSON');
            }
        }
        if (!answer.ok) {
            const said = json?.message ?? json?.detail ?? json?.title;
            throw new RestError(answer.status, said ?? `the controller answers ${answer.status}`, json);
        }
        return {json, etag: answer.headers.get('ETag')};
    }

    async fetch(method, path, body, headers, patience) {
        const content = body === undefined ? {} : {'Content-Type': 'application/json'};
        try {
            return await fetch(this.url(path), {
                method, body, headers: {Accept: 'application/json', ...content, ...headers},
                cache: 'no-store', signal: AbortSignal.timeout(patience),
            });
        } catch (error) {
            throw new RestError(0, error.name === 'TimeoutError' ? 'the controller does not answer'
                : 'the controller cannot be reached');
        }
    }

    /** A Date header has whole seconds, and the answer was under way: less than two seconds mean nothing. */
    compareClocks(date) {
        const difference = date ? Date.parse(date) + 500 - Date.now() : 0;
        this.ahead = Math.abs(difference) > 2000 ? difference : 0;
    }
}
