/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.gui;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableSet;
import org.onosdmm.web.gui.model.Gui;
import org.onosdmm.web.gui.model.Picture;
import org.onosdmm.web.gui.model.Subject;
import org.onosproject.ui.UiConnection;
import org.onosproject.ui.topo.Highlights;
import org.slf4j.Logger;

import java.util.Optional;
import java.util.Set;

import static org.slf4j.LoggerFactory.getLogger;

/**
 * A connection of a GUI, and what its topology is to show. To be used on one thread.
 */
final class Window {

    /** The first GUI keeps what it was told, and blinks when it is told again: for what it could not show then. */
    static final int UNCHANGED = 5;

    private static final Logger log = getLogger(Window.class);

    private final UiConnection connection;
    private final Gui gui;
    private Optional<Subject> subject = Optional.empty();
    private Set<String> badged = ImmutableSet.of();
    private ObjectNode told;
    private int unchanged;

    Window(UiConnection connection, Gui gui) {
        this.connection = connection;
        this.gui = gui;
    }

    boolean isOf(String user, Gui kind) {
        return gui == kind && user.equals(connection.userName());
    }

    /** From now on this is shown. */
    void show(Subject selected) {
        subject = Optional.of(selected);
        told = null;
    }

    /** The topology is not seen any more. */
    void leave() {
        subject = Optional.empty();
        badged = ImmutableSet.of();
    }

    /** Nothing is shown any more; what is there is taken away. */
    void hide() {
        if (subject.isPresent()) {
            subject = Optional.empty();
            told = null;
            send(new Highlights());
        }
    }

    /** Sends what is to be seen now. Links in the second GUI fade five seconds after they were last told of. */
    void refresh(Scenes scenes) {
        try {
            subject.ifPresent(selected -> send(Picture.of(gui, scenes.of(selected))));
        } catch (RuntimeException e) {
            log.warn("What ONOS's topology is to show could not be found out; it is not shown any more", e);
            subject = Optional.empty();
        }
    }

    private void send(Highlights highlights) {
        Set<String> former = badged;
        badged = Picture.badged(highlights);
        ObjectNode message = gui.message(Picture.without(former, highlights));
        if (gui == Gui.FIRST && message.equals(told) && ++unchanged < UNCHANGED) {
            return;
        }
        unchanged = 0;
        told = message;
        connection.sendMessage(message);
    }
}
