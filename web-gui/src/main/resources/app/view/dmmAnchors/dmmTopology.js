// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

/*
 * A topology overlay of ONOS's first GUI: the anchors with the numbers of their flows, and the ways of those of the
 * node or the anchor that is selected. What is highlighted comes from the controller.
 */
(function () {
    'use strict';

    var START = 'dmmTopologyStart';
    var SELECT = 'dmmTopologySelect';
    var STOP = 'dmmTopologyStop';
    var LEAVE = 'dmmTopologyLeave';
    var TOPOLOGY = '/topo';

    var wss, pageOf;
    var active = false;
    var selected = '';
    var details = null;

    function start() {
        wss.sendEvent(START, {});
        if (selected) {
            wss.sendEvent(SELECT, {id: selected});
        }
    }

    function end(request) {
        if (active) {
            active = false;
            wss.sendEvent(request, {});
        }
    }

    function select(data) {
        var id = data && data.id || '';
        details = data || null;
        // The details of what is selected come again and again.
        if (id !== selected) {
            selected = id;
            if (active) {
                wss.sendEvent(SELECT, {id: id});
            }
        }
    }

    function openPage() {
        var anchor = details && details.propValues && details.propValues.dmmAnchor;
        var node = selected.indexOf('/') > 0 ? selected.split('/')[0] : null;
        var href = anchor ? pageOf('anchor', anchor) : node ? pageOf('node', node) : '/onos/dmm/';
        window.open(href, '_blank', 'noopener');
    }

    var overlay = {
        overlayId: 'dmm-overlay',
        glyphId: '*anchor',
        tooltip: 'DMM anchors and flows',
        glyphs: {
            anchor: {
                vb: '0 0 110 110',
                d: 'M55 10a13 13 0 0 1 6 24.5V42h14v10H61v36c14-2 24-11 27-23l-8 3 12-18 10 19-5-2c-3 19-20 33-42 33S16'
                    + ' 86 13 67l-5 2 10-19 12 18-8-3c3 12 13 21 27 23V52H35V42h14v-7.500A13 13 0 0 1 55 10z',
            },
            page: {
                vb: '0 0 110 110',
                d: 'M15 20h80v70H15zM23 40v42h64V40zM23 28v6h64v-6zM32 50h20v24H32zM60 50h19v6H60zM60 62h19v6H60z',
            },
        },

        activate: function () {
            active = true;
            start();
        },
        deactivate: function () {
            end(STOP);
        },

        buttons: {
            dmmPage: {gid: '*page', tt: 'Show it on the page of DMM', cb: openPage},
        },
        keyBindings: {
            0: {cb: openPage, tt: 'Open the page of DMM', gid: '*page'},
            _keyOrder: ['0'],
        },
        hooks: {
            empty: function () {
                select(null);
            },
            single: select,
            multi: function () {
                select(null);
            },
        },
    };

    angular.module('ovDmmAnchors').run(['$rootScope', '$location', 'TopoOverlayService', 'WebSocketService', 'DmmPage',
        function ($rootScope, $location, tov, _wss, _pageOf) {
            wss = _wss;
            pageOf = _pageOf;
            tov.register(overlay);
            // An overlay is not told when its view is left. Whoever comes back chooses it again.
            $rootScope.$on('$routeChangeSuccess', function () {
                if ($location.path() !== TOPOLOGY) {
                    end(LEAVE);
                    select(null);
                }
            });
            // Another connection, maybe to another controller instance: nobody there knows what was asked for.
            wss.addOpenListener(function () {
                if (active) {
                    start();
                }
            });
        }]);
}());
