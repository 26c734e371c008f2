/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableSet;
import org.onosproject.net.DeviceId;

import java.util.Optional;

/**
 * Record of one handover. Times are microseconds since the epoch: a phase of a handover takes less than a millisecond
 * at times.
 */
@AutoValue
public abstract class Handover {

    /** The node. */
    public abstract MobileNodeId node();

    /** Where the node was steered to before. */
    public abstract Attachment from();

    /** Where it went; the trigger of this attachment is the one of the handover. */
    public abstract Attachment to();

    /** How far it has come. */
    public abstract HandoverPhase phase();

    /** When the evidence of the move reached the controller, us since the epoch. */
    public abstract long detectedAt();

    /** When the new edge had confirmed that it delivers, us since the epoch. */
    public abstract Optional<Long> preparedAt();

    /** When the old edge had confirmed the bounce, us since the epoch; absent if there was none to send. */
    public abstract Optional<Long> bouncedAt();

    /** When steering and bounce were confirmed, us since the epoch. */
    public abstract Optional<Long> switchedAt();

    /** When the old edge had given up its rules, us since the epoch. */
    public abstract Optional<Long> cleanedAt();

    /** Flow-mods sent so far. */
    public abstract int flowMods();

    /** Switches that got one of them. */
    public abstract ImmutableSet<DeviceId> switches();

    /** Uplink packets that reached the new edge before its rules and were passed on. */
    public abstract int packetsHeld();

    /** Downlink packets that arrived while the node was known to be away, were kept, and were passed on. */
    public abstract int packetsRescued();

    /** Starts a copy. */
    public abstract Builder toBuilder();

    /** Starts the record of a handover that was just detected. */
    public static Builder detected(MobileNodeId node, Attachment from, Attachment to, long time) {
        return new AutoValue_Handover.Builder().node(node).from(from).to(to).phase(HandoverPhase.DETECTED)
                .detectedAt(time).preparedAt(Optional.empty()).bouncedAt(Optional.empty())
                .switchedAt(Optional.empty()).cleanedAt(Optional.empty())
                .flowMods(0).switches(ImmutableSet.of()).packetsHeld(0).packetsRescued(0);
    }

    /** Builder of records. */
    @AutoValue.Builder
    public abstract static class Builder {

        /** Sets the node. */
        public abstract Builder node(MobileNodeId node);

        /** Sets where the node was. */
        public abstract Builder from(Attachment attachment);

        /** Sets where the node went. */
        public abstract Builder to(Attachment attachment);

        /** Sets how far it has come. */
        public abstract Builder phase(HandoverPhase phase);

        /** Sets when it was noticed, us since the epoch. */
        public abstract Builder detectedAt(long time);

        /** Sets when the new edge was ready, us since the epoch. */
        public abstract Builder preparedAt(Optional<Long> time);

        /** Sets when the old edge bounced, us since the epoch. */
        public abstract Builder bouncedAt(Optional<Long> time);

        /** Sets when traffic was switched, us since the epoch. */
        public abstract Builder switchedAt(Optional<Long> time);

        /** Sets when the old edge was cleaned, us since the epoch. */
        public abstract Builder cleanedAt(Optional<Long> time);

        /** Sets the number of flow-mods. */
        public abstract Builder flowMods(int count);

        /** Sets the switches that got flow-mods. */
        public abstract Builder switches(Iterable<DeviceId> switches);

        /** Sets the number of uplink packets passed on. */
        public abstract Builder packetsHeld(int count);

        /** Sets the number of downlink packets passed on. */
        public abstract Builder packetsRescued(int count);

        /** Builds the record. */
        public abstract Handover build();
    }
}
