/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.gui;

import com.google.common.collect.ImmutableList;
import org.onosdmm.api.MobilityService;
import org.onosdmm.web.gui.model.Gui;
import org.onosproject.ui.UiExtension;
import org.onosproject.ui.UiExtensionService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;

import java.util.Locale;

import static org.slf4j.LoggerFactory.getLogger;

/**
 * Extends the GUI of ONOS that is active, if there is one: its extension service is part of it, and comes and goes with
 * it (docs/adr/0023).
 */
@Component(immediate = true, service = GuiExtension.class)
public class GuiExtension {

    /** Id of the view, as in {@code app/view}. */
    static final String VIEW = "dmmAnchors";

    private static final Logger log = getLogger(GuiExtension.class);

    @Reference
    protected MobilityService mobility;

    @Reference
    protected Highlighting highlighting;

    private boolean active;
    private UiExtensionService gui;
    private UiExtension extension;

    /** Makes the extension known, if there is a GUI. */
    @Activate
    public synchronized void activate() {
        active = true;
        extend();
    }

    /** Withdraws it. */
    @Deactivate
    public synchronized void deactivate() {
        withdraw();
        active = false;
    }

    /** A GUI is there. Where it takes the place of another one, it may come before that has gone. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    protected synchronized void bindGui(UiExtensionService service) {
        withdraw();
        gui = service;
        extend();
    }

    /** A GUI has gone. */
    protected synchronized void unbindGui(UiExtensionService service) {
        if (gui == service) {
            withdraw();
            gui = null;
        }
    }

    private void extend() {
        if (active && gui != null) {
            Gui kind = Gui.of(gui.getClass().getClassLoader());
            extension = of(kind);
            gui.register(extension);
            log.info("Shown in ONOS's {} GUI", kind.name().toLowerCase(Locale.ROOT));
        }
    }

    private void withdraw() {
        if (extension != null) {
            gui.unregister(extension);
            extension = null;
        }
    }

    /** What is shown in a GUI of this kind. */
    UiExtension of(Gui kind) {
        return new UiExtension.Builder(GuiExtension.class.getClassLoader(), kind.views(VIEW, "DMM anchors"))
                .resourcePath(VIEW).ui2()
                .messageHandlerFactory(() -> ImmutableList.of(new AnchorsMessageHandler(),
                        new TopologyMessageHandler(highlighting, kind)))
                .topoOverlayFactory(() -> ImmutableList.of(new AnchorsOverlay(mobility)))
                .build();
    }
}
