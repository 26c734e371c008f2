/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify.signalling;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import org.onlab.packet.IpAddress;

import java.nio.ByteBuffer;

/**
 * An address and port that the sender of a packet tells its peer in the payload, by SDP or by FTP's PORT, EPRT and the
 * reply to PASV: flows there are to keep that very address.
 */
@AutoValue
public abstract class ToldAddress {

    /** IP protocol number: TCP or UDP. */
    public abstract int protocol();

    /** The address. */
    public abstract IpAddress address();

    /** The port. */
    public abstract int port();

    /** A told address by its parts. */
    public static ToldAddress of(int protocol, IpAddress address, int port) {
        return new AutoValue_ToldAddress(protocol, address, port);
    }

    /** What a payload tells; at most a few dozen addresses, none where it tells none. */
    public static ImmutableList<ToldAddress> read(ByteBuffer payload) {
        return ToldReader.read(payload);
    }
}
