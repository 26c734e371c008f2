// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

import {age, clock, count, duration, some} from '../logic/words.js';
import {badge, html, nothing} from './bits.js';

/** The frame around everything: title, state of the connection, figures. */

const TITLES = {anchors: 'Anchors', nodes: 'Nodes', flows: 'Flows', handovers: 'Handovers', classes: 'Classes',
    policy: 'Policy', findings: 'Findings'};

export function header(app) {
    const theme = () => {
        globalThis.dmmTheme.toggle();
        app.repaint();
    };
    return html`<header>
        <h1><img src="page/icon.svg" alt="" width="26" height="26"> Mobility
            <small>${location.hostname}</small></h1>
        ${connection(app)}
        <span class="who quiet">${app.store.session.user ? html`${app.store.session.user}${
            app.store.session.admin ? '' : ', may look only'}` : nothing}</span>
        <button type="button" class="theme" @click=${theme} aria-label="Switch between light and dark">${
            globalThis.dmmTheme.isDark() ? '☀' : '☾'}</button>
    </header>`;
}

function connection(app) {
    const [level, text, title] = {
        loading: ['calm', 'loading', 'reading the state of the network'],
        live: ['good', 'live', 'changes are shown as they happen'],
        polling: ['warn', 'every 3 s', 'this controller has no stream of events: it is asked every three seconds'],
        lost: ['bad', 'no connection', 'the controller does not answer'],
    }[app.live.state];
    return html`<span class="connection" title=${title}>${badge(level, text)}</span>`;
}

/** What has to be known when what is seen may not be so any more. */
export function banner(app) {
    if (app.live.state !== 'lost') {
        return nothing;
    }
    const problem = app.live.problem;
    const since = app.live.answered;
    const login = problem?.status === 401;
    return html`<div class="banner" role="alert">
        <strong>${login ? 'The controller asks for a login again.'
            : `No connection to the controller since ${clock(since)}`}</strong>
        ${login ? html`<a href="" @click=${() => location.reload()}>Log in</a>`
            : html`<span>(${age(Date.now() - since)}): ${problem?.message}. What is seen here is from then.
                It is tried again every second.</span>`}
    </div>`;
}

/** The network in a few figures. */
export function figures(app) {
    const {store, history} = app;
    const away = [...store.of.anchor.values()].filter(one => one.fault || !one.available).length;
    return html`<section class="figures-strip" aria-label="Figures">
        ${figure('Nodes', count(store.of.binding.size), nothing, app.tab('nodes'))}
        ${figure('Flows', count(store.of.flow.size), nothing, app.tab('flows'))}
        ${figure('Anchors', count(store.of.anchor.size), away ? badge('bad', `${away} away`) : nothing,
            app.tab('anchors'))}
        ${figure('Handovers in a minute', count(history.lastMinute ?? 0), html`<spark-line
            label="handovers in a minute" .series=${history.rate}></spark-line>`, app.tab('handovers'))}
        ${figure('Make and switch, median', duration(history.medianMs), html`<spark-line
            label="ms of the last handovers" .series=${history.latency}></spark-line>`, app.tab('handovers'))}
        ${figure('Findings', count(store.findings.length), worst(store.findings), app.tab('findings'))}
    </section>`;
}

function worst(findings) {
    const errors = findings.filter(one => one.severity === 'ERROR').length;
    if (errors) {
        return badge('bad', some(errors, 'error'));
    }
    return findings.length ? badge('warn', 'warnings') : badge('good', 'all is well');
}

function figure(title, value, more, href) {
    return html`<a class="figure" href=${href}><span class="title">${title}</span>
        <span class="value">${value}</span><span class="more">${more}</span></a>`;
}

/** @param {Record<string, number>} counts */
export function tabs(app, counts) {
    return html`<nav aria-label="Tables"><ul>${Object.entries(TITLES).map(([name, title]) => html`
        <li><a href=${app.tab(name)} aria-current=${app.route.tab === name ? 'page' : 'false'}>${title}${
            counts[name] === undefined ? '' : html` <small>${count(counts[name])}</small>`}</a></li>`)}</ul></nav>`;
}
