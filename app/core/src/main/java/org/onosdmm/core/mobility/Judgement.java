/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.mobility;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableSet;
import org.onosproject.net.ConnectPoint;

import java.util.Optional;

/**
 * What becomes of a sign, or of time going by: what to believe, whom to ask, and whom to trust from now on.
 */
@AutoValue
public abstract class Judgement {

    /** Whom to trust from now on. */
    public abstract Trust trust();

    /** What is to be believed now. */
    public abstract Optional<Evidence> believed();

    /** Places where the node is to be asked for. */
    public abstract ImmutableSet<ConnectPoint> ask();

    /** Places that are asked about, and where the node is not. */
    public abstract ImmutableSet<ConnectPoint> belied();

    static Judgement of(Trust trust) {
        return new AutoValue_Judgement(trust, Optional.empty(), ImmutableSet.of(), ImmutableSet.of());
    }

    static Judgement believe(Trust trust, Evidence evidence) {
        return new AutoValue_Judgement(trust, Optional.of(evidence), ImmutableSet.of(), ImmutableSet.of());
    }

    static Judgement ask(Trust trust, Iterable<ConnectPoint> places) {
        return new AutoValue_Judgement(trust, Optional.empty(), ImmutableSet.copyOf(places), ImmutableSet.of());
    }

    static Judgement belie(Trust trust, Iterable<ConnectPoint> places) {
        return new AutoValue_Judgement(trust, Optional.empty(), ImmutableSet.of(), ImmutableSet.copyOf(places));
    }
}
