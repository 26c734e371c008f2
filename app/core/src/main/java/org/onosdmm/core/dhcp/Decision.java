/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.dhcp;

import com.google.auto.value.AutoValue;
import org.onlab.packet.Ethernet;
import org.onlab.packet.IpAddress;

import java.util.Optional;

/**
 * What a message leads to. Everything waits for the change of the grants, if there is one.
 */
@AutoValue
public abstract class Decision {

    /** How the grants change. */
    public abstract Optional<GrantChange> change();

    /** What the client is told. */
    public abstract Optional<Ethernet> answer();

    /** The address that the client has from now on. */
    public abstract Optional<IpAddress> granted();

    /** The address that the client does no longer have. */
    public abstract Optional<IpAddress> ended();

    /** What was refused, if anything was. */
    public abstract Optional<String> refusal();

    static Builder builder() {
        return new AutoValue_Decision.Builder().change(Optional.empty()).answer(Optional.empty())
                .granted(Optional.empty()).ended(Optional.empty()).refusal(Optional.empty());
    }

    /** Nothing is done: the message is for others, or needs no answer. */
    static Decision nothing() {
        return builder().build();
    }

    /** Nothing is done, and it is counted. */
    static Decision refused(String what) {
        return builder().refusal(Optional.of(what)).build();
    }

    /** Builder of decisions. */
    @AutoValue.Builder
    abstract static class Builder {

        abstract Builder change(Optional<GrantChange> change);

        abstract Builder answer(Optional<Ethernet> frame);

        abstract Builder granted(Optional<IpAddress> address);

        abstract Builder ended(Optional<IpAddress> address);

        abstract Builder refusal(Optional<String> what);

        abstract Decision build();
    }
}
