/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableSet;
import org.onosdmm.api.FlowKey;

import java.util.Optional;

/**
 * What is known about one flow from elsewhere than its own packets.
 */
@AutoValue
public abstract class Knowledge {

    /** Nothing. */
    public static final Knowledge NONE = of(Optional.empty(), ImmutableSet.of(), Optional.empty());

    /** A class that was asked for. */
    @AutoValue
    public abstract static class Requested {

        /** Name of the class. */
        public abstract String applicationClass();

        /** Who asked. */
        public abstract String by();

        /** A request by its parts. */
        public static Requested of(String applicationClass, String by) {
            return new AutoValue_Knowledge_Requested(applicationClass, by);
        }
    }

    /** A session that signalling has announced. */
    @AutoValue
    public abstract static class Announced {

        /** Name of the class of its media. */
        public abstract String applicationClass();

        /** The control flow that announced it. */
        public abstract FlowKey by();

        /** An announcement by its parts. */
        public static Announced of(String applicationClass, FlowKey by) {
            return new AutoValue_Knowledge_Announced(applicationClass, by);
        }
    }

    /** The class that was asked for, for this flow. */
    public abstract Optional<Requested> request();

    /** The names by which this node has looked the remote address up, as long as they live. */
    public abstract ImmutableSet<String> names();

    /** The announced session that the flow belongs to. */
    public abstract Optional<Announced> session();

    /** Knowledge by its parts. */
    public static Knowledge of(Optional<Requested> request, Iterable<String> names, Optional<Announced> session) {
        return new AutoValue_Knowledge(request, ImmutableSet.copyOf(names), session);
    }
}
