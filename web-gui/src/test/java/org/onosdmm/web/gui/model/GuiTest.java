/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.gui.model;

import org.junit.jupiter.api.Test;
import org.onosproject.ui.UiView;

import java.net.URL;
import java.util.Collections;

import static org.junit.jupiter.api.Assertions.assertEquals;

class GuiTest {

    /** Finds what the bundle of GUI2 has. */
    private static final ClassLoader SECOND = new ClassLoader(null) {
        @Override
        public URL getResource(String name) {
            return name.equals("org/onosproject/ui/impl/gui2/MainIndexResource.class")
                    ? GuiTest.class.getResource("GuiTest.class") : null;
        }
    };

    @Test
    void theSecondOneIsKnownByItsOwnClasses() {
        assertEquals(Gui.SECOND, Gui.of(SECOND));
        assertEquals(Gui.FIRST, Gui.of(GuiTest.class.getClassLoader()));
    }

    @Test
    void onlyTheFirstOneHasTheViewInItsNavigation() {
        UiView shown = Gui.FIRST.views("dmmAnchors", "DMM anchors").get(0);
        assertEquals(UiView.Category.NETWORK, shown.category());
        assertEquals("DMM anchors", shown.label());
        assertEquals(Collections.singletonList(UiView.Category.HIDDEN), Collections.singletonList(
                Gui.SECOND.views("dmmAnchors", "DMM anchors").get(0).category()));
    }
}
