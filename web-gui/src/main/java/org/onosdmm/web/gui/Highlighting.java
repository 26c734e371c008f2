/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.gui;

import org.onosdmm.api.ExplanationService;
import org.onosdmm.api.MobilityService;
import org.onosdmm.web.gui.model.Gui;
import org.onosdmm.web.gui.model.Subject;
import org.onosproject.net.host.HostService;
import org.onosproject.net.link.LinkService;
import org.onosproject.ui.UiConnection;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import static org.onlab.util.Tools.groupedThreads;
import static org.slf4j.LoggerFactory.getLogger;

/**
 * Has the topologies of ONOS's GUIs show anchors and flows, and goes on telling them. It is there without a GUI, too,
 * and then has nothing to do.
 */
@Component(immediate = true, service = Highlighting.class)
public class Highlighting {

    /** How often they are told, ms. The second GUI forgets links after 5 s. */
    static final long PERIOD = 3_000;

    private static final Logger log = getLogger(Highlighting.class);

    @Reference
    protected MobilityService mobility;

    @Reference
    protected ExplanationService explanations;

    @Reference
    protected HostService hosts;

    @Reference
    protected LinkService links;

    private final List<Window> windows = new CopyOnWriteArrayList<>();
    private ScheduledExecutorService executor;
    private Scenes scenes;

    /** Starts. */
    @Activate
    public void activate() {
        start(Executors.newSingleThreadScheduledExecutor(groupedThreads("onos/dmm", "highlights", log)));
    }

    /** Starts with an executor of the caller's. */
    void start(ScheduledExecutorService by) {
        executor = by;
        scenes = new Scenes(mobility, explanations, hosts, links);
        executor.scheduleWithFixedDelay(this::refresh, PERIOD, PERIOD, TimeUnit.MILLISECONDS);
    }

    /** Stops: what is shown is taken away. */
    @Deactivate
    public void deactivate() {
        windows.forEach(this::hide);
        windows.clear();
        executor.shutdown();
    }

    /** A window has been opened. */
    Window open(UiConnection connection, Gui gui) {
        Window window = new Window(connection, gui);
        windows.add(window);
        return window;
    }

    /** A window has gone. */
    void close(Window window) {
        windows.remove(window);
    }

    /** A window is to show this from now on, until it is told otherwise or goes. */
    void show(Window window, Subject subject) {
        later(() -> {
            window.show(subject);
            window.refresh(scenes);
        });
    }

    /** A window is not to show anything any more. */
    void hide(Window window) {
        later(window::hide);
    }

    /** The topology of a window is not seen any more. */
    void leave(Window window) {
        later(window::leave);
    }

    /**
     * Has the topologies that a user has open in the second GUI show a subject; nothing in that GUI can ask for it.
     *
     * @return the number of windows
     */
    public int show(String user, Subject subject) {
        return each(user, Optional.of(subject));
    }

    /**
     * Has them show nothing any more.
     *
     * @return the number of windows
     */
    public int hide(String user) {
        return each(user, Optional.empty());
    }

    /** How many windows a user has open in the second GUI. */
    public int windows(String user) {
        return (int) windows.stream().filter(window -> window.isOf(user, Gui.SECOND)).count();
    }

    private int each(String user, Optional<Subject> subject) {
        int count = 0;
        for (Window window : windows) {
            if (window.isOf(user, Gui.SECOND)) {
                count++;
                if (subject.isPresent()) {
                    show(window, subject.get());
                } else {
                    hide(window);
                }
            }
        }
        return count;
    }

    private void refresh() {
        windows.forEach(window -> window.refresh(scenes));
    }

    private void later(Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            // the app has been stopped, while a window of it is still open
        }
    }
}
