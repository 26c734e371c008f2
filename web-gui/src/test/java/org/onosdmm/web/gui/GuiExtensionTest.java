/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.gui;

import org.junit.jupiter.api.Test;
import org.onosdmm.web.gui.model.Gui;
import org.onosproject.ui.UiExtension;
import org.onosproject.ui.UiExtensionService;
import org.onosproject.ui.UiExtensionServiceAdapter;
import org.onosproject.ui.UiView;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is made known to a GUI, and that the files that it names are there. */
class GuiExtensionTest {

    private final List<UiExtension> registered = new ArrayList<>();
    private final List<UiExtension> elsewhere = new ArrayList<>();
    private final UiExtensionService gui = gui(registered);

    private static UiExtensionService gui(List<UiExtension> extensions) {
        return new UiExtensionServiceAdapter() {
            @Override
            public void register(UiExtension extension) {
                extensions.add(extension);
            }

            @Override
            public void unregister(UiExtension extension) {
                extensions.remove(extension);
            }
        };
    }

    private static GuiExtension component() {
        ExampleHighlighting example = new ExampleHighlighting();
        GuiExtension extension = new GuiExtension();
        extension.mobility = example.mobility;
        extension.highlighting = example.highlighting;
        return extension;
    }

    private GuiExtension extension() {
        GuiExtension extension = component();
        extension.bindGui(gui);
        return extension;
    }

    private static String read(InputStream stream) throws IOException {
        assertNotNull(stream);
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void itIsThereAsLongAsTheComponent() {
        GuiExtension extension = extension();
        extension.activate();
        assertEquals(1, registered.size());
        assertEquals(UiView.Category.NETWORK, registered.get(0).views().get(0).category());
        extension.deactivate();
        assertTrue(registered.isEmpty());
    }

    @Test
    void withoutAGuiThereIsNothingToDo() {
        GuiExtension extension = component();
        extension.activate();
        extension.deactivate();
        assertTrue(registered.isEmpty());
    }

    @Test
    void aGuiMayComeAndGo() {
        GuiExtension extension = component();
        extension.activate();
        extension.bindGui(gui);
        assertEquals(1, registered.size());
        extension.unbindGui(gui);
        assertTrue(registered.isEmpty());
        extension.deactivate();
    }

    @Test
    void anotherGuiMayTakeItsPlaceBeforeItHasGone() {
        GuiExtension extension = extension();
        extension.activate();
        UiExtensionService other = gui(elsewhere);
        extension.bindGui(other);
        extension.unbindGui(gui);
        assertTrue(registered.isEmpty());
        assertEquals(1, elsewhere.size());
        extension.deactivate();
        assertTrue(elsewhere.isEmpty());
    }

    @Test
    void underTheSecondGuiNothingIsInTheNavigation() {
        UiExtension made = component().of(Gui.SECOND);
        assertEquals(1, made.views().size());
        assertEquals(UiView.Category.HIDDEN, made.views().get(0).category());
    }

    @Test
    void theFilesThatItNamesAreThere() throws IOException {
        extension().activate();
        UiExtension made = registered.get(0);
        Matcher names = Pattern.compile("app/view/(\\w+)/([\\w.]+)").matcher(read(made.js()) + read(made.css()));
        int found = 0;
        while (names.find()) {
            assertEquals(GuiExtension.VIEW, names.group(1));
            read(made.resource(names.group(1), names.group(2)));
            found++;
        }
        assertEquals(3, found);
        assertTrue(read(made.resource(GuiExtension.VIEW, GuiExtension.VIEW + ".html")).contains("dmm-anchors-details"));
    }

    @Test
    void idsAreTheSameOnBothSides() throws IOException {
        extension().activate();
        UiExtension made = registered.get(0);
        String view = read(made.resource(GuiExtension.VIEW, "dmmAnchors.js"));
        String topology = read(made.resource(GuiExtension.VIEW, "dmmTopology.js"));
        for (String name : new String[] {AnchorsOverlay.ID, AnchorsOverlay.PAGE.id(), TopologyMessageHandler.START,
            TopologyMessageHandler.SELECT, TopologyMessageHandler.STOP, TopologyMessageHandler.LEAVE}) {
            assertTrue(topology.contains(name), name);
        }
        assertTrue(view.contains(AnchorsMessageHandler.DETAILS));
        assertEquals("dmmAnchorDataRequest", AnchorsMessageHandler.ROWS, "what the GUI makes of the tag dmmAnchor");
        assertTrue(view.contains("tag: 'dmmAnchor'"));
    }

    @Test
    void eachWindowHasHandlersOfItsOwn() {
        extension().activate();
        UiExtension made = registered.get(0);
        assertEquals(2, made.messageHandlerFactory().newHandlers().size());
        assertTrue(made.messageHandlerFactory().newHandlers().iterator().next()
                != made.messageHandlerFactory().newHandlers().iterator().next());
        assertEquals(AnchorsOverlay.ID, made.topoOverlayFactory().newOverlays().iterator().next().id());
    }
}
