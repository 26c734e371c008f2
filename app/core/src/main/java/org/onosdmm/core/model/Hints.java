/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.FlowKey;
import org.onosdmm.api.FlowRequest;

import java.util.Map;
import java.util.Optional;

/**
 * What is known of flows that a node may begin: names behind addresses, sessions that were announced, and addresses
 * that its peers were told. All of it ends by itself.
 */
@AutoValue
public abstract class Hints {

    /** Nothing is known. */
    public static final Hints NONE = of(ImmutableMap.of(), ImmutableList.of(), ImmutableList.of(), ImmutableList.of());

    /** The names behind an address, of those alone that tell a class. */
    @AutoValue
    public abstract static class Named {

        /** The names. */
        public abstract ImmutableSet<String> names();

        /** When this ends, ms since the epoch. */
        public abstract long until();

        /** Names by their parts. */
        public static Named of(Iterable<String> names, long until) {
            return new AutoValue_Hints_Named(ImmutableSet.copyOf(names), until);
        }
    }

    /** An endpoint of a session that signalling has announced. */
    @AutoValue
    public abstract static class Session {

        /** IP protocol number. */
        public abstract int protocol();

        /** The address of the endpoint. */
        public abstract IpAddress address();

        /** Its first port. */
        public abstract int firstPort();

        /** Its last port. */
        public abstract int lastPort();

        /** Name of the class of the session. */
        public abstract String applicationClass();

        /** The control flow that announced it. */
        public abstract FlowKey by();

        /** When this ends, ms since the epoch. */
        public abstract long until();

        /** A session by its parts. */
        public static Session of(int protocol, IpAddress address, int firstPort, int lastPort,
                                 String applicationClass, FlowKey by, long until) {
            return new AutoValue_Hints_Session(protocol, address, firstPort, lastPort, applicationClass, by, until);
        }

        /** Whether a flow has this endpoint, at either end. */
        public boolean has(FlowKey flow) {
            return flow.protocol() == protocol() && (is(flow.remote(), flow.remotePort())
                    || is(flow.local(), flow.localPort()));
        }

        private boolean is(IpAddress host, int port) {
            return host.equals(address()) && port >= firstPort() && port <= lastPort();
        }
    }

    /** An address of its own that the node has told a peer. */
    @AutoValue
    public abstract static class Told {

        /** IP protocol number. */
        public abstract int protocol();

        /** The address. */
        public abstract IpAddress address();

        /** The port. */
        public abstract int port();

        /** When this ends, ms since the epoch. */
        public abstract long until();

        /** A told address by its parts. */
        public static Told of(int protocol, IpAddress address, int port, long until) {
            return new AutoValue_Hints_Told(protocol, address, port, until);
        }
    }

    /** The names by address, those that end first at the front. */
    public abstract ImmutableMap<IpAddress, Named> named();

    /** The sessions, the oldest first. */
    public abstract ImmutableList<Session> sessions();

    /** The addresses that peers were told, the oldest first. */
    public abstract ImmutableList<Told> told();

    /** What others have asked for, the oldest first. */
    public abstract ImmutableList<FlowRequest> requests();

    /** Hints by their parts. */
    public static Hints of(Map<IpAddress, Named> named, Iterable<Session> sessions, Iterable<Told> told,
                           Iterable<FlowRequest> requests) {
        return new AutoValue_Hints(ImmutableMap.copyOf(named), ImmutableList.copyOf(sessions),
                ImmutableList.copyOf(told), ImmutableList.copyOf(requests));
    }

    /** The same hints with these requests. */
    public Hints withRequests(Iterable<FlowRequest> requests) {
        return of(named(), sessions(), told(), requests);
    }

    /** What was asked for, for a flow; the youngest request. */
    public Optional<FlowRequest> request(FlowKey flow, long now) {
        return requests().reverse().stream().filter(r -> r.until() > now && r.isAbout(flow)).findFirst();
    }

    /** The names by which the node has looked an address up. */
    public ImmutableSet<String> names(IpAddress address, long now) {
        Named found = named().get(address);
        return found == null || found.until() <= now ? ImmutableSet.of() : found.names();
    }

    /** The announced session that a flow belongs to; the youngest. */
    public Optional<Session> session(FlowKey flow, long now) {
        return sessions().reverse().stream().filter(s -> s.until() > now && s.has(flow)).findFirst();
    }

    /** Whether the node has told a peer the address that a flow has. */
    public boolean isTold(FlowKey flow, long now) {
        return told().stream().anyMatch(t -> t.until() > now && t.protocol() == flow.protocol()
                && t.port() == flow.localPort() && t.address().equals(flow.local()));
    }
}
