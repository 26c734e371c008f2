/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.auto.value.AutoValue;
import org.onlab.packet.IpAddress;

import java.util.Optional;

/**
 * An application, a phone system or an orchestrator asks for what a flow is to be promised, in the spirit of RFC 8653:
 * for all flows of a node with the outside, or for those that have all the parts which are given.
 */
@AutoValue
public abstract class FlowRequest {

    /** Its name, given when it is taken; empty before. */
    public abstract String id();

    /** The node. */
    public abstract MobileNodeId node();

    /** The node's own address. */
    public abstract Optional<IpAddress> local();

    /** IP protocol number. */
    public abstract Optional<Integer> protocol();

    /** The node's port; only with UDP or TCP. */
    public abstract Optional<Integer> localPort();

    /** The correspondent's address. */
    public abstract Optional<IpAddress> remote();

    /** The correspondent's port; only with UDP or TCP. */
    public abstract Optional<Integer> remotePort();

    /** Name of the class of such flows. */
    public abstract String applicationClass();

    /** Who asks, in words that users see. */
    public abstract String by();

    /** When it was taken, ms since the epoch. */
    public abstract long since();

    /** When it ends, ms since the epoch. */
    public abstract long until();

    /** Whether it is about this flow. */
    public boolean isAbout(FlowKey flow) {
        return is(local(), flow.local()) && is(protocol(), flow.protocol()) && is(localPort(), flow.localPort())
                && is(remote(), flow.remote()) && is(remotePort(), flow.remotePort());
    }

    private static <T> boolean is(Optional<T> wanted, T found) {
        return !wanted.isPresent() || wanted.get().equals(found);
    }

    /** Starts a copy. */
    public abstract Builder toBuilder();

    /** Starts a request. */
    public static Builder builder() {
        return new AutoValue_FlowRequest.Builder().id("").local(Optional.empty()).protocol(Optional.empty())
                .localPort(Optional.empty()).remote(Optional.empty()).remotePort(Optional.empty()).since(0).until(0);
    }

    /** Builder of requests. */
    @AutoValue.Builder
    public abstract static class Builder {

        /** Sets the name. */
        public abstract Builder id(String id);

        /** Sets the node. */
        public abstract Builder node(MobileNodeId node);

        /** Sets the node's own address. */
        public abstract Builder local(Optional<IpAddress> address);

        /** Sets the IP protocol number. */
        public abstract Builder protocol(Optional<Integer> protocol);

        /** Sets the node's port. */
        public abstract Builder localPort(Optional<Integer> port);

        /** Sets the correspondent's address. */
        public abstract Builder remote(Optional<IpAddress> address);

        /** Sets the correspondent's port. */
        public abstract Builder remotePort(Optional<Integer> port);

        /** Sets the name of the class. */
        public abstract Builder applicationClass(String name);

        /** Sets who asks. */
        public abstract Builder by(String who);

        /** Sets when it was taken, ms since the epoch. */
        public abstract Builder since(long time);

        /** Sets when it ends, ms since the epoch. */
        public abstract Builder until(long time);

        /** Builds the request. */
        public abstract FlowRequest build();
    }
}
