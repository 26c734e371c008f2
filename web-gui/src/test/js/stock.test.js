// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

import {inject, panels, parts, scope, socket} from './gui.js';
import '../../main/resources/app/view/dmmAnchors/dmmAnchors.js';
import '../../main/resources/app/view/dmmAnchors/dmmTopology.js';
import {equal, ok} from './expect.js';

const OURS = parts('ovDmmAnchors');
const HOSTILE = '<img src=x onerror=alert(1)>';
const DETAILS = {
    id: 'edge1', state: 'good', properties: [{label: 'Uplink', value: 'up, port 10'}],
    classes: [{name: 'telephony', flows: 2}], moreNodes: 0, moreFlows: 3,
    nodes: [{id: '00:00:00:00:01:10', name: HOSTILE, flows: 1}],
    flows: [{id: 'udp,10.1.0.10,1,203.0.113.1,2', text: 'udp 10.1.0.10:1 - 203.0.113.1:2', class: 'telephony'}],
};

/** The view with its panel, as the GUI sets it up. */
function view() {
    const [$scope, wss, ps] = [scope(), socket(), panels()];
    const made = {$scope, wss, ps, keys: null, table: null};
    inject(OURS.controllers.OvDmmAnchorsCtrl, {$scope, WebSocketService: wss,
        TableBuilderService: {buildTable: table => (made.table = table)}});
    inject(OURS.directives.dmmAnchorsDetails, {
        PanelService: ps, MastService: {mastHeight: () => 48},
        KeyService: {keyBindings: keys => (made.keys = keys), gestureNotes: () => undefined,
            unbindKeys: () => undefined},
        IconService: {loadEmbeddedIcon: () => undefined},
        FnService: {noPxStyle: () => 0, windowSize: () => ({height: 500, width: 900})},
    })($scope);
    return made;
}

function selected() {
    const made = view();
    made.$scope.selId = 'edge1';
    made.table.selCb();
    made.wss.answer('dmmAnchorDetailsResponse', {details: DETAILS});
    return made;
}

export function aSelectedAnchorIsAskedForAndShown() {
    const {wss, ps} = selected();
    equal([['dmmAnchorDetailsRequest', {id: 'edge1'}]], wss.sent);
    equal(true, ps.panel.shown);
    equal('edge1: good', ps.panel.root.all('h2')[0].said);
    equal(['Classes', 'Nodes here', 'Flows'], ps.panel.root.all('h3').map(one => one.said));
    equal(['and 3 more'], ps.panel.root.all('p').map(one => one.said));
}

export function itLinksToOurOwnPage() {
    equal(['/onos/dmm/#/anchors?anchor=edge1', '/onos/dmm/#/nodes?node=00%3A00%3A00%3A00%3A01%3A10',
        '/onos/dmm/#/flows?flow=udp%2C10.1.0.10%2C1%2C203.0.113.1%2C2'],
    selected().ps.panel.root.all('a').map(one => one.attributes.href));
}

export function namesFromTheNetworkAreText() {
    ok(selected().ps.panel.root.all('a').some(one => one.said === HOSTILE), 'the name is there, as text');
}

export function eachRefreshOfTheTableRefreshesTheDetails() {
    const {wss, table} = selected();
    table.respCb();
    equal(2, wss.sent.length);
}

export function aLateAnswerAboutAnotherAnchorIsLeftOut() {
    const {$scope, wss} = selected();
    $scope.selId = 'edge2';
    wss.answer('dmmAnchorDetailsResponse', {details: {...DETAILS, id: 'edge1', state: 'bad'}});
    equal('good', $scope.details.state);
}

export function escapeClosesAndSaysWhetherThereWasAnything() {
    const {$scope, ps, keys} = selected();
    equal([true, null, false], [keys.esc[0](), $scope.selId, ps.panel.shown]);
    equal(false, keys.esc[0]());
}

export function anAnchorThatHasGoneIsClosed() {
    const {$scope, wss, ps} = selected();
    wss.answer('dmmAnchorDetailsResponse', {gone: true});
    equal([null, false], [$scope.selId, ps.panel.shown]);
}

export function aViewThatIsLeftLeavesNothing() {
    const {$scope, wss} = selected();
    $scope.$emit('$destroy');
    equal([], Object.keys(wss.handlers));
}

/** The overlay as registered, chosen. */
function topology() {
    const made = {wss: socket(), root: scope(), path: '/topo', overlay: null};
    OURS.runs.forEach(run => inject(run, {$rootScope: made.root, $location: {path: () => made.path},
        TopoOverlayService: {register: overlay => (made.overlay = overlay)}, WebSocketService: made.wss,
        DmmPage: OURS.constants.DmmPage}));
    // There is one overlay, whatever the tests before have done with it.
    made.overlay.deactivate();
    made.overlay.hooks.empty();
    made.wss.sent = [];
    made.overlay.activate();
    return made;
}

export function theOverlayStartsSelectsAndStops() {
    const {overlay, wss} = topology();
    overlay.hooks.single({id: '00:00:00:00:01:10/None'});
    overlay.hooks.single({id: '00:00:00:00:01:10/None'});
    overlay.hooks.multi([]);
    overlay.deactivate();
    overlay.deactivate();
    equal([['dmmTopologyStart', {}], ['dmmTopologySelect', {id: '00:00:00:00:01:10/None'}],
        ['dmmTopologySelect', {id: ''}], ['dmmTopologyStop', {}]], wss.sent);
}

export function leavingTheTopologyStopsIt() {
    const made = topology();
    made.root.$emit('$routeChangeSuccess');
    equal(1, made.wss.sent.length);
    made.path = '/device';
    made.root.$emit('$routeChangeSuccess');
    made.wss.reopened();
    equal(['dmmTopologyStart', 'dmmTopologyLeave'], made.wss.sent.map(([type]) => type));
}

export function aNewConnectionIsAskedAgain() {
    const {overlay, wss} = topology();
    overlay.hooks.single({id: 'of:0000000000000001'});
    wss.sent = [];
    wss.reopened();
    equal([['dmmTopologyStart', {}], ['dmmTopologySelect', {id: 'of:0000000000000001'}]], wss.sent);
}

export function theButtonOpensThePageWhereTheSelectionIs() {
    const {overlay} = topology();
    globalThis.window.opened = [];
    overlay.buttons.dmmPage.cb();
    overlay.hooks.single({id: '00:00:00:00:01:10/None', propValues: {}});
    overlay.keyBindings['0'].cb();
    overlay.hooks.single({id: 'of:0000000000000001', propValues: {dmmAnchor: 'edge 1'}});
    overlay.buttons.dmmPage.cb();
    equal(['/onos/dmm/', '/onos/dmm/#/nodes?node=00%3A00%3A00%3A00%3A01%3A10', '/onos/dmm/#/anchors?anchor=edge%201'],
        globalThis.window.opened.map(([href]) => href));
}
