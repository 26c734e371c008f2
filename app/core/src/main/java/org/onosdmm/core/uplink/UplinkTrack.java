/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.uplink;

import com.google.auto.value.AutoValue;
import org.onosdmm.core.model.UplinkTrouble;
import org.onosdmm.core.model.UplinkTrouble.Cause;

import java.util.Optional;

/**
 * One uplink over time. It is dead as soon as its switch or its port is down, or when its router has left
 * {@link #MISSES} questions unanswered. With the first answer it is returning; it is used again when it has gone on
 * answering for a while, which is twice as long each time it dies soon after. All times in ms.
 */
@AutoValue
abstract class UplinkTrack {

    /** Questions in a row that a living router may leave unanswered. */
    static final int MISSES = 3;
    /** An uplink that has never answered is dead after this time: before, switches may still be connecting. */
    static final long GRACE = 10_000;
    /** An uplink that has been used for so long is as good as one that has never died. */
    static final long CALM = 60_000;
    /** Longest time that an uplink has to prove itself. */
    static final long LONGEST = 60_000;

    enum Phase { UNKNOWN, UP, DEAD, RETURNING, SETTLING }

    abstract Phase phase();

    /** Time of the last change of phase; of an uplink that is used, the time since when it is. */
    abstract long since();

    /** Questions since the last answer. */
    abstract int misses();

    /** What is wrong, or was last. */
    abstract Cause cause();

    /** Whether the switch has been away since the uplink was last used. */
    abstract boolean switchGone();

    /** How long it has to go on answering before it is used again. */
    abstract long proof();

    /** An uplink that nothing is known of yet. */
    static UplinkTrack begin(long now) {
        return new AutoValue_UplinkTrack.Builder().phase(Phase.UNKNOWN).since(now).misses(0)
                .cause(Cause.ROUTER_SILENT).switchGone(false).proof(0L).build();
    }

    /** The router is asked. */
    UplinkTrack asked() {
        return toBuilder().misses(misses() + 1).build();
    }

    /** The router has answered. */
    UplinkTrack answered(long now) {
        UplinkTrack heard = toBuilder().misses(0).build();
        switch (phase()) {
            case UNKNOWN:
                return heard.turned(Phase.UP, now);
            case DEAD:
                return heard.turned(Phase.RETURNING, now);
            default:
                return heard;
        }
    }

    /**
     * The switch, the port and the time are as they are.
     *
     * @param period time between two questions
     * @param linger how long packets may still come by another uplink
     */
    UplinkTrack observed(boolean switchUp, boolean portUp, long now, long period, long linger) {
        Optional<Cause> fault = fault(switchUp, portUp);
        if (phase() == Phase.UNKNOWN) {
            return now - since() < GRACE ? this : died(fault.orElse(Cause.ROUTER_SILENT), now, period);
        }
        if (fault.isPresent()) {
            return died(fault.get(), now, period);
        }
        if (phase() == Phase.RETURNING && now - since() >= proof()) {
            return turned(Phase.SETTLING, now);
        }
        return phase() == Phase.SETTLING && now - since() >= linger ? turned(Phase.UP, since()) : this;
    }

    /** What is wrong with it, or was until just now. */
    Optional<UplinkTrouble> trouble() {
        switch (phase()) {
            case DEAD:
                return Optional.of(UplinkTrouble.of(cause(), UplinkTrouble.Phase.DEAD, switchGone()));
            case RETURNING:
                return Optional.of(UplinkTrouble.of(cause(), UplinkTrouble.Phase.RETURNING, switchGone()));
            case SETTLING:
                return Optional.of(UplinkTrouble.of(cause(), UplinkTrouble.Phase.SETTLING, switchGone()));
            default:
                return Optional.empty();
        }
    }

    private Optional<Cause> fault(boolean switchUp, boolean portUp) {
        if (!switchUp) {
            return Optional.of(Cause.SWITCH_DOWN);
        }
        if (!portUp) {
            return Optional.of(Cause.PORT_DOWN);
        }
        return misses() > MISSES ? Optional.of(Cause.ROUTER_SILENT) : Optional.empty();
    }

    private UplinkTrack died(Cause fault, long now, long period) {
        Builder died = toBuilder().cause(fault);
        if (phase() == Phase.DEAD) {
            return died.switchGone(switchGone() || fault == Cause.SWITCH_DOWN).build();
        }
        boolean used = phase() != Phase.RETURNING;
        if (used) {
            boolean calm = proof() == 0 || now - since() >= CALM;
            died.proof(calm ? MISSES * period : Math.min(LONGEST, 2 * proof()));
        }
        return died.phase(Phase.DEAD).since(now)
                .switchGone(!used && switchGone() || fault == Cause.SWITCH_DOWN).build();
    }

    private UplinkTrack turned(Phase phase, long now) {
        return toBuilder().phase(phase).since(now).build();
    }

    abstract Builder toBuilder();

    @AutoValue.Builder
    abstract static class Builder {

        abstract Builder phase(Phase phase);

        abstract Builder since(long time);

        abstract Builder misses(int count);

        abstract Builder cause(Cause cause);

        abstract Builder switchGone(boolean gone);

        abstract Builder proof(long time);

        abstract UplinkTrack build();
    }
}
