/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.gui.model;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.onosdmm.api.AnchorInfo;
import org.onosproject.net.HostId;
import org.onosproject.net.Link;

/**
 * What is to be seen in a topology: the anchors, and what is selected.
 */
@AutoValue
public abstract class Scene {

    /** The anchors. */
    public abstract ImmutableList<AnchorInfo> anchors();

    /** Names of the application classes, in the order of the configuration. */
    public abstract ImmutableList<String> classes();

    /** The routes of what is selected. */
    public abstract ImmutableList<Route> routes();

    /** The links between switches, and those to the selected hosts. */
    public abstract ImmutableList<Link> links();

    /** The selected hosts, with the number of their flows. */
    public abstract ImmutableMap<HostId, Integer> hosts();

    /** Starts a scene in which nothing is selected. */
    public static Builder builder() {
        return new AutoValue_Scene.Builder().routes(ImmutableList.of()).links(ImmutableList.of())
                .hosts(ImmutableMap.of());
    }

    /** Builder of scenes. */
    @AutoValue.Builder
    public abstract static class Builder {

        /** Sets the anchors. */
        public abstract Builder anchors(Iterable<AnchorInfo> anchors);

        /** Sets the names of the classes. */
        public abstract Builder classes(Iterable<String> names);

        /** Sets the routes. */
        public abstract Builder routes(Iterable<Route> routes);

        /** Sets the links. */
        public abstract Builder links(Iterable<Link> links);

        /** Sets the selected hosts. */
        public abstract Builder hosts(ImmutableMap<HostId, Integer> flows);

        /** Builds the scene. */
        public abstract Scene build();
    }
}
