// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

import {flowKey, present} from '../logic/keys.js';
import {axis} from '../logic/phases.js';
import * as words from '../logic/words.js';
import {aftermath, anchorState, badge, chip, flowState, gauge, html, nothing, phaseBar, rules} from './bits.js';

const LATEST = 8;

/** What is selected, in full; while nothing is, what has happened last. */
export function inspector(app) {
    const {selection} = app.route;
    const {store} = app;
    if (!selection) {
        return html`<h2>Latest handovers</h2>${latest(app, [...store.of.handover.values()].reverse())}`;
    }
    const {binding, flow: flows, anchor: anchors} = store.of;
    const thing = {node: binding, flow: flows, anchor: anchors}[selection.kind].get(selection.key);
    return html`<div class="head"><h2>${title(app, selection)}</h2>
            <a class="close" href=${app.select(null)} aria-label="Close">✕</a></div>
        ${thing ? {node, flow, anchor}[selection.kind](app, thing)
            : html`<p class="empty">${app.live.state === 'loading' ? 'Loading.'
                : `This ${selection.kind} is not there (any more).`}</p>`}`;
}

function title(app, {kind, key}) {
    return kind === 'node' ? app.store.nameOf(key) : kind === 'anchor' ? key : 'Flow';
}

function facts(...pairs) {
    return html`<dl>${pairs.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function edge(app, name) {
    return name ? html`<a href=${app.pick('anchor', name)}>${name}</a>` : '–';
}

function node(app, one) {
    const place = present(one);
    const flows = app.store.flowsOf(one.node);
    return html`
        ${one.absentSince ? html`<p>${badge('warn', `absent for ${words.age(app.rest.now() - one.absentSince)}`)}</p>`
            : nothing}
        ${facts(['MAC address', html`<code>${one.node}</code>`], ['Addresses', one.addresses.join(', ')],
            ['At', html`${edge(app, place?.edge)}, port ${words.portOf(place?.port ?? '')}, for ${
                words.age(app.rest.now() - (place?.since ?? 0))}`],
            ['Home', edge(app, one.home)], ['Rules', rules(one.rules)])}
        ${app.highlight.view('nodes', one.node)}
        <h3>Flows</h3>
        ${flows.length ? html`<ul class="list">${flows.slice(0, 50).map(flow => html`<li>
            <a href=${app.pick('flow', flowKey(flow))}>${words.protocol(flow.protocol)} ${flow.localPort || ''} – ${
                words.endpoint(flow.remote, flow.remotePort)}</a>
            ${chip(app, flow.class)} <span class="quiet">by ${flow.anchor}</span></li>`)}</ul>`
            : html`<p class="empty">None is known one by one.</p>`}
        <h3>Handovers</h3>
        ${latest(app, app.store.handoversOf(one.node), true)}`;
}

function latest(app, handovers, ofOne = false) {
    const shown = handovers.slice(0, LATEST);
    if (!shown.length) {
        return html`<p class="empty">${app.live.state === 'loading' ? 'Loading.' : 'None yet.'}</p>`;
    }
    const end = axis(shown);
    return html`<ol class="list handovers">${shown.map(one => html`<li>
        <div><span class="figures">${words.clock(one.detectedAt)}</span>
            ${ofOne ? nothing : html`<a href=${app.pick('node', one.node)}>${app.store.nameOf(one.node)}</a>`}
            <span>${one.from.edge} → ${one.to.edge}</span>
            <span class="quiet">${words.plain(one.trigger)}</span></div>
        ${phaseBar(one, end)}<small class="quiet">${aftermath(one)}</small></li>`)}</ol>
        <p class="quiet key"><i class="make"></i> make <i class="switch"></i> switch, on an axis of ${
            words.duration(end)}</p>`;
}

function flow(app, one) {
    return html`
        <p class="what">${words.protocol(one.protocol)} <b>${words.endpoint(one.local, one.localPort)}</b> –
            <b>${words.endpoint(one.remote, one.remotePort)}</b></p>
        <p>${chip(app, one.class)} ${flowState(one)}</p>
        ${facts(['Node', html`<a href=${app.pick('node', one.node)}>${app.store.nameOf(one.node)}</a> at ${
                edge(app, one.serving)}`],
            ['Promise', words.plain(one.continuity)],
            ['Anchor', edge(app, one.anchor)],
            ['Address outside', one.outside],
            ['Began', html`${one.origin === 'NODE' ? 'at the node' : 'outside'}, ${
                words.age(app.rest.now() - one.since)} ago`],
            ['Packets', words.count(one.packets)], ['Rules', rules(one.rules)])}
        ${app.explained.view(one)}`;
}

function anchor(app, one) {
    const findings = app.store.findings.filter(finding => finding.subject === one.id);
    return html`
        <p>${anchorState(one)}</p>
        ${findings.map(finding => html`<p class="finding">${finding.message}</p>`)}
        ${facts(['Flows', html`<a href=${app.find('flows', `anchor=${one.id}`)}>${words.count(one.flows)}</a>${
            one.capacity ? ` of ${one.capacity}` : ''}`],
            ['Course', html`<spark-line label="flows of ${one.id}" .series=${app.history.flows(one.id)}></spark-line>`],
            ['Nodes here', html`<a href=${app.find('nodes', `edge=${one.id}`)}>${words.count(one.nodes)}</a>`],
            ['Addresses lent', gauge(one.leased, one.poolSize, 'lent or resting')],
            ['Prefixes', one.prefixes.join(', ')], ['Backup', edge(app, one.backup)],
            ['Switch', html`<code>${one.device}</code>`], ['Rules', rules(one.rules)])}
        ${app.drain.view(one)}
        ${app.highlight.view('anchors', one.id)}`;
}
