/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.gui.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import org.onosproject.ui.UiView;
import org.onosproject.ui.UiViewHidden;
import org.onosproject.ui.topo.Highlights;
import org.onosproject.ui.topo.TopoJson;

/**
 * The GUIs of ONOS: one of them at a time offers to be extended.
 */
public enum Gui {

    /** {@code org.onosproject.gui}: shows views and topology overlays that apps bring. */
    FIRST {
        @Override
        public ObjectNode message(Highlights highlights) {
            return TopoJson.highlightsMessage(highlights);
        }

        @Override
        public ImmutableList<UiView> views(String id, String label) {
            return ImmutableList.of(new UiView(UiView.Category.NETWORK, id, label, "nav_topo"));
        }
    },

    /** {@code org.onosproject.gui2}: its views are compiled in, any other one in its navigation would lead nowhere. */
    SECOND {
        @Override
        public ObjectNode message(Highlights highlights) {
            return TopoJson.topo2HighlightsMessage(highlights);
        }

        @Override
        public ImmutableList<UiView> views(String id, String label) {
            return ImmutableList.of(new UiViewHidden(id));
        }
    };

    private static final String OF_THE_SECOND = "org/onosproject/ui/impl/gui2/MainIndexResource.class";

    /** The GUI whose classes this loader finds: the second one has what the first one has, and a package more. */
    public static Gui of(ClassLoader loader) {
        return loader.getResource(OF_THE_SECOND) == null ? FIRST : SECOND;
    }

    /** The message that has its topology show highlights. */
    public abstract ObjectNode message(Highlights highlights);

    /** How a view of ours is made known: where it cannot be shown it is hidden, for an extension needs one. */
    public abstract ImmutableList<UiView> views(String id, String label);
}
