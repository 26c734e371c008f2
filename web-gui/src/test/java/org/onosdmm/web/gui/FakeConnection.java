/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.gui;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.onosproject.ui.UiConnection;
import org.onosproject.ui.model.topo.UiTopoLayout;

import java.util.ArrayList;
import java.util.List;

/** A connection of ONOS's GUI that keeps what it is sent. */
final class FakeConnection implements UiConnection {

    final List<ObjectNode> sent = new ArrayList<>();
    private final String user;

    FakeConnection(String user) {
        this.user = user;
    }

    /** The last message, and none is kept. */
    ObjectNode last() {
        ObjectNode last = sent.get(sent.size() - 1);
        sent.clear();
        return last;
    }

    @Override
    public String userName() {
        return user;
    }

    @Override
    public UiTopoLayout currentLayout() {
        return null;
    }

    @Override
    public void setCurrentLayout(UiTopoLayout layout) {
        // has none
    }

    @Override
    public String currentView() {
        return "";
    }

    @Override
    public void setCurrentView(String view) {
        // has none
    }

    @Override
    public void sendMessage(ObjectNode message) {
        sent.add(message);
    }

    @Override
    public void sendMessage(String type, ObjectNode payload) {
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("event", type);
        message.set("payload", payload);
        sent.add(message);
    }

    /** A message as a client sends it. */
    static ObjectNode message(String type, String... pairs) {
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("event", type);
        ObjectNode payload = message.putObject("payload");
        for (int i = 0; i < pairs.length; i += 2) {
            payload.put(pairs[i], pairs[i + 1]);
        }
        return message;
    }
}
