/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.gui;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableSet;
import org.onlab.osgi.ServiceDirectory;
import org.onosdmm.web.gui.model.Gui;
import org.onosdmm.web.gui.model.Subject;
import org.onosproject.ui.RequestHandler;
import org.onosproject.ui.UiConnection;
import org.onosproject.ui.UiMessageHandler;

import java.util.Collection;
import java.util.function.Consumer;

/**
 * What the topology overlay of one window asks for.
 */
final class TopologyMessageHandler extends UiMessageHandler {

    static final String START = "dmmTopologyStart";
    static final String SELECT = "dmmTopologySelect";
    static final String STOP = "dmmTopologyStop";
    static final String LEAVE = "dmmTopologyLeave";

    private final Highlighting highlighting;
    private final Gui gui;
    private Window window;

    TopologyMessageHandler(Highlighting highlighting, Gui gui) {
        this.highlighting = highlighting;
        this.gui = gui;
    }

    @Override
    public void init(UiConnection connection, ServiceDirectory directory) {
        super.init(connection, directory);
        window = highlighting.open(connection, gui);
    }

    /** The client has gone. */
    @Override
    public void destroy() {
        super.destroy();
        highlighting.close(window);
    }

    @Override
    protected Collection<RequestHandler> createRequestHandlers() {
        return ImmutableSet.of(
                new Request(START, payload -> highlighting.show(window, Subject.nothing())),
                new Request(SELECT, payload -> highlighting.show(window,
                        Subject.named(payload.path("id").asText("")))),
                new Request(STOP, payload -> highlighting.hide(window)),
                new Request(LEAVE, payload -> highlighting.leave(window)));
    }

    private static final class Request extends RequestHandler {

        private final Consumer<ObjectNode> action;

        private Request(String type, Consumer<ObjectNode> action) {
            super(type);
            this.action = action;
        }

        @Override
        public void process(ObjectNode payload) {
            action.accept(payload);
        }
    }
}
