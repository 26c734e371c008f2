// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

import {CARDS} from '../logic/layout.js';
import {linkKey} from '../logic/paths.js';
import {plain, shortDevice, some} from '../logic/words.js';
import {nothing, svg} from './bits.js';

/** Switches, links and uplinks of the map: few, so they are elements that can be focused and read aloud. */
export function links(topology, at, loads) {
    return topology.links.map(({one, other}) => {
        const [a, b] = [at(one.device), at(other.device)];
        const flows = loads.get(linkKey(one.device, other.device)) ?? 0;
        return a && b ? svg`<line class=${flows ? 'link busy' : 'link'} x1=${a.x} y1=${a.y} x2=${b.x} y2=${b.y}
            stroke-width=${width(flows)}>
            <title>${flows ? `about ${some(Math.ceil(flows), 'flow')}` : 'no flows'}</title></line>`
            : nothing;
    });
}

export function uplinks(anchors, edges, loads) {
    return anchors.filter(anchor => anchor.uplink !== 'NONE' && edges.has(anchor.id)).map(anchor => {
        const {at, uplink} = edges.get(anchor.id);
        const flows = loads.get(anchor.id) ?? 0;
        return svg`<g class="uplink ${anchor.uplink === 'UP' ? '' : 'down'}">
            <title>Uplink of ${anchor.id}${anchor.fault ? `: ${plain(anchor.fault)}` : ''}</title>
            <line class=${flows ? 'busy' : ''} x1=${at.x} y1=${at.y} x2=${uplink.x} y2=${uplink.y}
                stroke-width=${width(flows)}></line>
            <circle cx=${uplink.x} cy=${uplink.y} r="8"></circle>
            <path d="M${uplink.x - 8} ${uplink.y}h16m-8 -8c-5 5 -5 11 0 16c5 -5 5 -11 0 -16"></path>
        </g>`;
    });
}

/** Ten times as many flows, three pixels more. */
function width(flows) {
    return flows ? 1.5 + Math.min(9, 3 * Math.log10(1 + flows)) : 1.5;
}

export function anchors(app, list, edges, narrow) {
    const small = narrow || list.length > CARDS;
    return list.filter(anchor => edges.has(anchor.id)).map(anchor => {
        const {at} = edges.get(anchor.id);
        const selected = app.route.selection?.kind === 'anchor' && app.route.selection.key === anchor.id;
        return svg`<a class="anchor ${state(anchor)} ${selected ? 'selected' : ''}"
                href=${app.pick('anchor', anchor.id)} transform="translate(${at.x} ${at.y})"
                aria-label=${`Anchor ${said(anchor)}`}>
            <title>${said(anchor)}</title>
            ${small ? chip(anchor) : card(anchor)}</a>`;
    });
}

function card(anchor) {
    return svg`<rect class="body" x="-62" y="-25" width="124" height="50" rx="9"></rect>
        <circle class="mark" cx="-48" cy="-9" r="4.5"></circle>
        <text class="name" x="-38" y="-5">${anchor.id}</text>
        <text class="more" x="-50" y="12">${some(anchor.nodes, 'node')} · ${some(anchor.flows, 'flow')}</text>
        ${bar(anchor, -50, 17, 100)}`;
}

function chip(anchor) {
    return svg`<rect class="body" x="-34" y="-14" width="68" height="28" rx="7"></rect>
        <circle class="mark" cx="-24" cy="-2" r="3.5"></circle>
        <text class="name" x="-17" y="2">${anchor.id}</text>
        ${bar(anchor, -26, 7, 52)}`;
}

/** The load: flows of what the anchor takes, or else addresses lent of its pool. */
function bar(anchor, x, y, width) {
    const [part, whole] = anchor.capacity ? [anchor.flows, anchor.capacity] : [anchor.leased, anchor.poolSize];
    return whole ? svg`<rect class="room" x=${x} y=${y} width=${width} height="3" rx="1.5"></rect>
        <rect class="load" x=${x} y=${y} height="3" rx="1.5" width=${width * Math.min(1, part / whole)}></rect>`
        : nothing;
}

function state(anchor) {
    if (!anchor.available || (anchor.fault && !anchor.standIn)) {
        return 'bad';
    }
    return anchor.fault || anchor.draining ? 'warn' : 'good';
}

function said(anchor) {
    const fault = anchor.available ? plain(anchor.fault ?? '') : 'switch down';
    return [anchor.id, some(anchor.nodes, 'node'), some(anchor.flows, 'flow'),
        `${anchor.leased} of ${anchor.poolSize} addresses lent`,
        ...(fault ? [fault] : []), ...(anchor.standIn ? [`${anchor.standIn} stands in`] : []),
        ...(anchor.draining ? ['draining'] : [])].join(', ');
}

export function cores(topology, inner) {
    return topology.switches.filter(one => inner.has(one.id)).map(one => {
        const {x, y} = inner.get(one.id);
        const name = one.name === one.id ? shortDevice(one.id) : one.name;
        return svg`<g class="core ${one.available ? '' : 'bad'}" transform="translate(${x} ${y})" role="img"
                aria-label=${`Switch ${name}${one.available ? '' : ', not connected'}`}>
            <title>${one.id}${one.available ? '' : ', not connected'}</title>
            <rect x="-15" y="-15" width="30" height="30" rx="7"></rect>
            <path d="M-7 -3h13m-4 -4l4 4l-4 4M7 5h-13"></path>
            <text y="29">${name}</text></g>`;
    });
}
