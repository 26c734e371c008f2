// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

/*
 * The anchors as a view of ONOS's first GUI: a table, and a panel with all there is to say of one of them. Whatever
 * comes from the network is written as text.
 */
(function () {
    'use strict';

    var PANEL = 'dmm-anchors-details';
    var REQUEST = 'dmmAnchorDetailsRequest';
    var RESPONSE = 'dmmAnchorDetailsResponse';
    var PAGE = '/onos/dmm/';
    var WIDTH = 560;

    /** Where our own page shows a thing of a kind: node, flow or anchor. */
    function pageOf(kind, key) {
        return PAGE + '#/' + kind + 's?' + kind + '=' + encodeURIComponent(key);
    }

    /** An element with a text, under another one. */
    function say(parent, tag, text) {
        return parent.append(tag).text(text);
    }

    function link(parent, text, href) {
        return say(parent, 'a', text).attr('href', href).attr('target', '_blank').attr('rel', 'noopener');
    }

    /** A list with a heading, and how many are left out; nothing for an empty one. */
    function list(parent, heading, rows, more, write) {
        var body;
        if (!rows.length) {
            return;
        }
        say(parent, 'h3', heading);
        body = parent.append('table').append('tbody');
        rows.forEach(function (row) {
            write(body.append('tr'), row);
        });
        if (more) {
            say(parent, 'p', 'and ' + more + ' more');
        }
    }

    /** Writes the details of an anchor into a container. */
    function describe(container, details) {
        var body;
        say(container, 'h2', details.id + ': ' + details.state);
        link(container, 'Show it on the page of DMM', pageOf('anchor', details.id));
        body = container.append('table').append('tbody');
        details.properties.forEach(function (one) {
            var row = body.append('tr');
            say(row, 'td', one.label).attr('class', 'label');
            say(row, 'td', one.value);
        });
        list(container, 'Classes', details.classes, 0, function (row, one) {
            say(row, 'td', one.name);
            say(row, 'td', one.flows);
        });
        list(container, 'Nodes here', details.nodes, details.moreNodes, function (row, one) {
            link(row.append('td'), one.name || one.id, pageOf('node', one.id));
            say(row, 'td', one.name ? one.id : '');
            say(row, 'td', one.flows + (one.flows === 1 ? ' flow' : ' flows'));
        });
        list(container, 'Flows', details.flows, details.moreFlows, function (row, one) {
            link(row.append('td'), one.text, pageOf('flow', one.id));
            say(row, 'td', one.class);
        });
    }

    angular.module('ovDmmAnchors', [])
        .constant('DmmPage', pageOf)

        .controller('OvDmmAnchorsCtrl', ['$scope', 'TableBuilderService', 'WebSocketService',
            function ($scope, tbs, wss) {
                var handlers = {};

                $scope.details = null;
                handlers[RESPONSE] = function (data) {
                    $scope.$apply(function () {
                        // An answer that comes too late is about another anchor.
                        if (data.details && data.details.id === $scope.selId) {
                            $scope.details = data.details;
                        } else if (data.gone) {
                            $scope.close();
                        }
                    });
                };
                wss.bindHandlers(handlers);

                $scope.close = function () {
                    $scope.selId = null;
                    $scope.details = null;
                };

                tbs.buildTable({
                    scope: $scope,
                    tag: 'dmmAnchor',
                    selCb: function () {
                        if ($scope.selId) {
                            wss.sendEvent(REQUEST, {id: $scope.selId});
                        } else {
                            $scope.close();
                        }
                    },
                    // With each refresh of the table: what is beside it stays as new.
                    respCb: function () {
                        if ($scope.selId) {
                            wss.sendEvent(REQUEST, {id: $scope.selId});
                        }
                    },
                });

                $scope.$on('$destroy', function () {
                    wss.unbindHandlers(handlers);
                });
            }])

        .directive('dmmAnchorsDetails', ['PanelService', 'KeyService', 'IconService', 'FnService', 'MastService',
            function (ps, ks, is, fs, mast) {
                return function (scope) {
                    var panel = ps.createPanel(PANEL, {width: WIDTH, margin: 0, hideMargin: 0});

                    function close() {
                        var open = Boolean(scope.details);
                        scope.$evalAsync(scope.close);
                        return open;
                    }

                    function place() {
                        var top = fs.noPxStyle(d3.select('.tabular-header'), 'height') + mast.mastHeight() + 28;
                        panel.el().style({position: 'absolute', top: top + 'px'});
                        panel.height(fs.windowSize(top).height);
                        panel.width(WIDTH);
                    }

                    panel.hide();
                    ks.keyBindings({esc: [close, 'Close the details panel'], _helpFormat: ['esc']});
                    ks.gestureNotes([['click', 'Select a row to show an anchor in full']]);

                    scope.$watch('details', function (details) {
                        var container;
                        if (!details) {
                            panel.hide();
                            return;
                        }
                        panel.empty();
                        container = panel.append('div').classed('container', true);
                        is.loadEmbeddedIcon(container.append('div').classed('close-btn', true).on('click', close),
                            'close', 20);
                        describe(container, details);
                        place();
                        panel.show();
                    });

                    scope.$on('$destroy', function () {
                        ks.unbindKeys();
                        ps.destroyPanel(PANEL);
                    });
                };
            }]);
}());
