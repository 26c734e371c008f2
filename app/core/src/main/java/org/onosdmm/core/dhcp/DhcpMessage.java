/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.dhcp;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableSet;
import org.onlab.packet.DHCP;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.MobileNodeId;

import java.util.Optional;

/**
 * What a client has said, read and found to be well-formed.
 *
 * <p>The client is known by its MAC address. Its client identifier (RFC 4361) is given back to it (RFC 6842) and not
 * otherwise looked at: an address is let into the network for one MAC address, whatever the client calls itself.
 */
@AutoValue
public abstract class DhcpMessage {

    /** Which kind of message (RFC 2132, option 53). */
    public abstract DHCP.MsgType type();

    /** The client. */
    public abstract MobileNodeId node();

    /** The address that the client has and uses; absent if it has none. */
    public abstract Optional<IpAddress> own();

    /** The address that the client asks for (option 50). */
    public abstract Optional<IpAddress> requested();

    /** The server that the client has chosen (option 54). */
    public abstract Optional<IpAddress> server();

    /** For how long the client wants the address, s (option 51). */
    public abstract Optional<Long> leaseTime();

    /** The options that the client asks for (option 55); absent if it says nothing of that. */
    public abstract Optional<ImmutableSet<Integer>> wanted();

    /** The name that the client gives itself (option 12). */
    public abstract Optional<String> name();

    /** Whether answers have to be broadcast (RFC 2131, section 4.1). */
    public abstract boolean broadcast();

    /** Whether the client has sent this to one server, from the address that it has (RENEWING). */
    public abstract boolean unicast();

    /** The packet itself. */
    public abstract DHCP packet();

    /** The address that the message is about; absent if it is about any. */
    public Optional<IpAddress> subject() {
        return own().isPresent() ? own() : requested();
    }

    static Builder builder() {
        return new AutoValue_DhcpMessage.Builder();
    }

    /** Builder of messages. */
    @AutoValue.Builder
    abstract static class Builder {

        abstract Builder type(DHCP.MsgType type);

        abstract Builder node(MobileNodeId node);

        abstract Builder own(Optional<IpAddress> address);

        abstract Builder requested(Optional<IpAddress> address);

        abstract Builder server(Optional<IpAddress> address);

        abstract Builder leaseTime(Optional<Long> seconds);

        abstract Builder wanted(Optional<ImmutableSet<Integer>> options);

        abstract Builder name(Optional<String> name);

        abstract Builder broadcast(boolean broadcast);

        abstract Builder unicast(boolean unicast);

        abstract Builder packet(DHCP packet);

        abstract DhcpMessage build();
    }
}
