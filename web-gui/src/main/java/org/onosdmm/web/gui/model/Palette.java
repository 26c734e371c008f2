/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.gui.model;

import com.google.common.collect.ImmutableList;
import org.onosproject.ui.topo.LinkHighlight;
import org.onosproject.ui.topo.LinkHighlight.Flavor;
import org.onosproject.ui.topo.Mod;

/**
 * The colours of application classes, by their order in the configuration. The first GUI takes any, so they are those
 * of our own page; the second one has a few styles of its own.
 */
final class Palette {

    /** As {@code --k0} to {@code --k7} of the page. */
    private static final ImmutableList<String> COLOURS = ImmutableList.of("#0b5cc4", "#b34700", "#0c7a54", "#8338b5",
            "#bd2559", "#6a6a00", "#00738a", "#6b4a2f");
    private static final String OTHER = "#56616f";
    private static final String LOST = "#b3182b";

    private static final ImmutableList<ImmutableList<String>> STYLES = ImmutableList.of(
            ImmutableList.of("primary"), ImmutableList.of("primary", "optical"),
            ImmutableList.of("secondary", "port-traffic-green"), ImmutableList.of("secondary", "port-traffic-orange"),
            ImmutableList.of("secondary", "optical"), ImmutableList.of("secondary", "port-traffic-yellow"));

    private final Gui gui;
    private final ImmutableList<String> classes;

    /** The palette for classes in this order. */
    Palette(Gui gui, Iterable<String> classes) {
        this.gui = gui;
        this.classes = ImmutableList.copyOf(classes);
    }

    /** The highlight of a link that carries flows of a class, or only lost ones. */
    LinkHighlight link(String id, String applicationClass, boolean lost) {
        int place = classes.indexOf(applicationClass);
        if (gui == Gui.FIRST) {
            String colour = lost ? LOST : place < 0 ? OTHER : COLOURS.get(place % COLOURS.size());
            // The GUI takes this for the style of the line. What it has of the last quotation mark goes behind the ";".
            return new LinkHighlight(id, Flavor.PRIMARY_HIGHLIGHT).addMod(new Mod("style=\"stroke: " + colour
                    + "; stroke-width: 5px;" + (lost ? " stroke-dasharray: 8 4;" : "") + "\""));
        }
        if (lost) {
            return new LinkHighlight(id, Flavor.NO_HIGHLIGHT).addMod(new Mod("not-permitted"));
        }
        ImmutableList<String> style = STYLES.get(Math.max(0, place) % STYLES.size());
        LinkHighlight link = new LinkHighlight(id, style.get(0).equals("primary") ? Flavor.PRIMARY_HIGHLIGHT
                : Flavor.SECONDARY_HIGHLIGHT);
        style.subList(1, style.size()).forEach(name -> link.addMod(new Mod(name)));
        return link;
    }
}
