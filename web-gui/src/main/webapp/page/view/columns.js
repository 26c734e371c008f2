// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

import {anchorKey, flowKey, handoverKey, nodeKey, present} from '../logic/keys.js';
import {control, outcome} from '../logic/phases.js';
import {Table} from '../logic/table.js';
import * as words from '../logic/words.js';
import {anchorState, chip, flowState, gauge, html, phaseBar, rules} from './bits.js';

/**
 * What the tables show. `text` is what a row is searched and sorted by, `cell` what is seen; without one it is the
 * text.
 */

const state = node => (node.absentSince ? 'absent' : node.attachments.length > 1 ? 'moving' : 'attached');

/** Columns by the name of the table. @param {object} app */
export function columns(app) {
    const node = mac => html`<a href=${app.pick('node', mac)}>${app.store.nameOf(mac)}</a>`;
    const anchor = name => (name ? html`<a href=${app.pick('anchor', name)}>${name}</a>` : '–');
    return {
        anchors: anchors(app, anchor), nodes: nodes(app, anchor), flows: flows(app, node, anchor),
        handovers: handovers(app, node, anchor), classes: classes(app, anchor),
    };
}

function anchors(app, anchor) {
    return [
        {name: 'anchor', title: 'Anchor', text: one => one.id, sort: one => one.number, cell: one => anchor(one.id)},
        {name: 'state', title: 'State', cell: anchorState,
            text: one => words.plain(one.fault ?? one.uplink) + (one.draining ? ' draining' : '')},
        {name: 'nodes', title: 'Nodes', numeric: true, text: one => `${one.nodes}`, sort: one => one.nodes,
            cell: one => html`<a href=${app.find('nodes', `edge=${one.id}`)}>${one.nodes}</a>`},
        {name: 'flows', title: 'Flows', numeric: true, text: one => `${one.flows}`, sort: one => one.flows,
            cell: one => html`<a href=${app.find('flows', `anchor=${one.id}`)}>${one.flows}</a>`},
        {name: 'history', title: 'Flows, last minutes', text: () => '', cell: one => html`<spark-line
            label="flows of ${one.id}" .series=${app.history.flows(one.id)}></spark-line>`},
        {name: 'lent', title: 'Addresses lent', text: one => `${one.leased}/${one.poolSize}`,
            sort: one => one.leased / (one.poolSize || 1),
            cell: one => gauge(one.leased, one.poolSize, 'addresses lent or resting, of the pool')},
        {name: 'rules', title: 'Rules', numeric: true, text: one => `${one.rules.installed}`,
            sort: one => one.rules.installed - one.rules.desired, cell: one => rules(one.rules)},
        {name: 'prefixes', title: 'Prefixes', text: one => one.prefixes.join(' ')},
    ];
}

function nodes(app, anchor) {
    return [
        {name: 'node', title: 'Node', text: one => `${app.store.nameOf(one.node)} ${one.node}`,
            cell: one => html`<a href=${app.pick('node', one.node)}>${app.store.nameOf(one.node)}</a>`},
        {name: 'mac', title: 'MAC address', text: one => one.node, cell: one => html`<code>${one.node}</code>`},
        {name: 'edge', title: 'At', text: one => present(one)?.edge ?? '', cell: one => anchor(present(one)?.edge)},
        {name: 'port', title: 'Port', numeric: true, text: one => words.portOf(present(one)?.port ?? '')},
        {name: 'home', title: 'Home', text: one => one.home, cell: one => anchor(one.home)},
        {name: 'state', title: 'State', text: state},
        {name: 'since', title: 'There for', numeric: true, text: () => '', sort: one => -(present(one)?.since ?? 0),
            cell: one => words.age(app.rest.now() - (present(one)?.since ?? 0))},
        {name: 'flows', title: 'Flows', numeric: true, text: () => '', sort: one => app.history.flowsOf(one.node),
            cell: one => html`<a href=${app.find('flows', `node:${one.node.toLowerCase()}`)}>${
                app.history.flowsOf(one.node)}</a>`},
        {name: 'addresses', title: 'Addresses', text: one => one.addresses.join(' ')},
    ];
}

function flows(app, node, anchor) {
    const text = one => `${words.protocol(one.protocol)} ${words.endpoint(one.local, one.localPort)} – ${
        words.endpoint(one.remote, one.remotePort)}`;
    return [
        {name: 'flow', title: 'Flow', text,
            cell: one => html`<a href=${app.pick('flow', flowKey(one))}>${text(one)}</a>`},
        {name: 'node', title: 'Node', text: one => `${app.store.nameOf(one.node)} ${one.node}`,
            cell: one => node(one.node)},
        {name: 'class', title: 'Class', text: one => one.class, cell: one => chip(app, one.class)},
        {name: 'continuity', title: 'Promise', text: one => words.plain(one.continuity)},
        {name: 'serving', title: 'Node at', text: one => one.serving, cell: one => anchor(one.serving)},
        {name: 'anchor', title: 'Anchor', text: one => one.anchor, cell: one => anchor(one.anchor)},
        {name: 'outside', title: 'Address outside', text: one => one.outside},
        {name: 'state', title: 'State', text: one => words.plain(one.status), cell: flowState},
        {name: 'age', title: 'Age', numeric: true, text: () => '', sort: one => -one.since,
            cell: one => words.age(app.rest.now() - one.since)},
        {name: 'packets', title: 'Packets', numeric: true, text: one => `${one.packets}`, sort: one => one.packets,
            cell: one => words.count(one.packets)},
    ];
}

function handovers(app, node, anchor) {
    return [
        {name: 'time', title: 'Time', text: one => words.clock(one.detectedAt), sort: one => one.detectedAt,
            cell: one => html`<span class="figures">${words.clock(one.detectedAt, true)}</span>`},
        {name: 'node', title: 'Node', text: one => `${app.store.nameOf(one.node)} ${one.node}`,
            cell: one => node(one.node)},
        {name: 'from', title: 'From', text: one => one.from.edge, cell: one => anchor(one.from.edge)},
        {name: 'to', title: 'To', text: one => one.to.edge, cell: one => anchor(one.to.edge)},
        {name: 'trigger', title: 'Told by', text: one => words.plain(one.trigger)},
        {name: 'control', title: 'Make and switch', text: () => '', sort: control,
            cell: one => phaseBar(one, app.history.axis)},
        {name: 'rules', title: 'Rules sent', numeric: true, text: one => `${one.flowMods}`, sort: one => one.flowMods},
        {name: 'kept', title: 'Packets kept', numeric: true, text: one => `${one.packetsHeld + one.packetsRescued}`,
            sort: one => one.packetsHeld + one.packetsRescued},
        {name: 'outcome', title: 'Outcome', text: outcome},
    ];
}

function classes(app, anchor) {
    return [
        {name: 'order', title: 'No', numeric: true, text: one => `${app.store.classes.indexOf(one) + 1}`,
            sort: one => app.store.classes.indexOf(one)},
        {name: 'class', title: 'Class', text: one => one.name, cell: one => chip(app, one.name)},
        {name: 'continuity', title: 'Promise', text: one => words.plain(one.continuity)},
        {name: 'strategy', title: 'Anchor by', text: one => one.strategy},
        {name: 'anchor', title: 'One anchor', text: one => one.anchor ?? '', cell: one => anchor(one.anchor)},
        {name: 'flows', title: 'Flows', numeric: true, text: () => '', sort: one => app.history.flowsIn(one.name),
            cell: one => html`<a href=${app.find('flows', `class=${one.name}`)}>${app.history.flowsIn(one.name)}</a>`},
        {name: 'rescue', title: 'Kept while away', text: one => (one.rescue ? 'yes' : 'no')},
        {name: 'priority', title: 'Priority', numeric: true, text: one => `${one.priority}`, sort: one => one.priority},
    ];
}

const KEYS = {anchors: anchorKey, nodes: nodeKey, flows: flowKey, handovers: handoverKey, classes: one => one.name};

/** @returns {Record<string, Table>} */
export function tables(app) {
    const found = Object.fromEntries(
        Object.entries(columns(app)).map(([name, list]) => [name, new Table(list, KEYS[name])]));
    found.handovers.sort = {name: 'time', down: true};
    return found;
}
