/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.signalling;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import org.onlab.packet.IpAddress;
import org.onosdmm.core.model.PortRange;

import java.nio.ByteBuffer;

/**
 * An endpoint of a media session, as announced by SIP with SDP or by RTSP: packets from or to it are of the session.
 */
@AutoValue
public abstract class Announcement {

    /** IP protocol number: TCP or UDP. */
    public abstract int protocol();

    /** The address of the endpoint. */
    public abstract IpAddress address();

    /** Its ports: of the media and of what reports on it. */
    public abstract PortRange ports();

    /** Name of the class of the media. */
    public abstract String applicationClass();

    /** An announcement by its parts. */
    public static Announcement of(int protocol, IpAddress address, PortRange ports, String applicationClass) {
        return new AutoValue_Announcement(protocol, address, ports, applicationClass);
    }

    /**
     * The endpoints that a packet of a control flow announces; at most a few dozen, none where it is no such packet.
     *
     * @param source who sent the packet: an RTSP transport names no address of its own
     * @param payload payload of the packet
     */
    public static ImmutableList<Announcement> read(IpAddress source, ByteBuffer payload) {
        return AnnouncementReader.read(source, payload);
    }
}
