/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.model;

import com.google.auto.value.AutoValue;

/**
 * How long things last. All in milliseconds.
 */
@AutoValue
public abstract class Timers {

    /** Defaults: what an operator gets without saying anything. */
    public static final Timers DEFAULTS = builder().drain(1_000).probe(1_000).leaseLinger(120_000)
            .pinIdle(300_000).unpinnedIdle(60_000).overlap(60_000).bindingLifetime(3_600_000)
            .addressHold(10_000).preferredLifetime(600_000).validLifetime(1_800_000).router(1_000).build();

    /** Least time between switch and break of a handover. */
    public abstract long drain();

    /** How long the old place is probed after a claimed move. */
    public abstract long probe();

    /** How long an unused lease is still delivered; after that its address rests for a minute. */
    public abstract long leaseLinger();

    /** How long a pinned flow may be silent (RFC 4787, section 4.3: five minutes). */
    public abstract long pinIdle();

    /** How long a flow may be silent that is known and not kept: it only has to be shown again. */
    public abstract long unpinnedIdle();

    /** How long a GRACEFUL_REPLACEMENT flow keeps its anchor after a move. */
    public abstract long overlap();

    /** How long a node may be absent until all it holds is released (RFC 5213, section 5.3). */
    public abstract long bindingLifetime();

    /** How long an address that another node claims is kept for a node that is away, or does not answer. */
    public abstract long addressHold();

    /** How long nodes prefer IPv6 addresses of a prefix after its last announcement (RFC 4862); at most the next. */
    public abstract long preferredLifetime();

    /** How long nodes keep such addresses. Not above two hours: no announcement could shorten it any more. */
    public abstract long validLifetime();

    /** Time between two questions to the router behind an uplink. */
    public abstract long router();

    /** Starts a set of timers. */
    public static Builder builder() {
        return new AutoValue_Timers.Builder();
    }

    /** Builder of timers. */
    @AutoValue.Builder
    public abstract static class Builder {

        /** Sets the time between switch and break, ms. */
        public abstract Builder drain(long time);

        /** Sets the time of probing, ms. */
        public abstract Builder probe(long time);

        /** Sets the time that an unused lease is kept, ms. */
        public abstract Builder leaseLinger(long time);

        /** Sets the time that a pinned flow may be silent, ms. */
        public abstract Builder pinIdle(long time);

        /** Sets the time that a flow may be silent that is not kept, ms. */
        public abstract Builder unpinnedIdle(long time);

        /** Sets how long a GRACEFUL_REPLACEMENT flow keeps its anchor after a move, ms. */
        public abstract Builder overlap(long time);

        /** Sets the time that a node may be absent, ms. */
        public abstract Builder bindingLifetime(long time);

        /** Sets how long a claimed address is kept for a node that shows no sign of life, ms. */
        public abstract Builder addressHold(long time);

        /** Sets how long announced addresses are preferred, ms. */
        public abstract Builder preferredLifetime(long time);

        /** Sets how long announced addresses are kept, ms. */
        public abstract Builder validLifetime(long time);

        /** Sets the time between two questions to a router, ms. */
        public abstract Builder router(long time);

        /** Builds the set. */
        public abstract Timers build();
    }
}
