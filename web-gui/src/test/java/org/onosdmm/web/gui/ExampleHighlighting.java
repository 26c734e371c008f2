/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.gui;

import org.onosdmm.view.example.ExampleExplanation;
import org.onosdmm.view.example.ExampleNetwork;
import org.onosdmm.view.example.ExampleService;
import org.onosdmm.web.gui.model.Gui;
import org.onosproject.net.Link;
import org.onosproject.net.link.LinkServiceAdapter;

/** Highlights of the example, by hand. */
public final class ExampleHighlighting {

    final ExampleService mobility = new ExampleService();
    final ByHand time = new ByHand();
    final Highlighting highlighting = new Highlighting();

    /** It is running. */
    public ExampleHighlighting() {
        highlighting.mobility = mobility;
        highlighting.explanations = new ExampleExplanation();
        highlighting.hosts = new ExampleHost();
        highlighting.links = new LinkServiceAdapter() {
            @Override
            public Iterable<Link> getActiveLinks() {
                return ExampleNetwork.links();
            }
        };
        highlighting.start(time);
    }

    /** A user opens a window of the second GUI. */
    public void openSecond(String user) {
        highlighting.open(new FakeConnection(user), Gui.SECOND);
    }

    /** The service. */
    public Highlighting service() {
        return highlighting;
    }
}
