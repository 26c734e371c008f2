/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.classify;

import org.onosdmm.core.classify.payload.Datagram;
import org.onosdmm.core.classify.payload.Recognition;
import org.onosdmm.core.classify.payload.Recognizers;
import org.onosdmm.core.model.Policy;

import java.util.Optional;

/**
 * What the first packet itself tells, and the sessions that signalling has announced.
 */
public final class PayloadStep implements ClassificationStep {

    /** The name of this step. */
    public static final String ID = "payload";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Optional<Decision> decide(FirstPacket packet, Knowledge known, Policy policy) {
        Optional<Decision> announced = known.session().flatMap(session ->
                Decision.of(policy, session.applicationClass(), ID, "announced by " + session.by()));
        return announced.isPresent() ? announced : recognized(packet, policy);
    }

    private static Optional<Decision> recognized(FirstPacket packet, Policy policy) {
        Datagram datagram = Datagram.of(packet.sample().key().protocol(), packet.sourcePort(),
                packet.destinationPort(), packet.payload());
        Optional<Recognition> recognition = Recognizers.recognize(datagram);
        Optional<Decision> own = recognition.flatMap(r -> r.applicationClass()
                .flatMap(c -> Decision.of(policy, c, ID, "payload: " + r.evidence())));
        return own.isPresent() ? own : recognition.flatMap(r -> r.server().flatMap(NameStep::find)
                .flatMap(m -> Decision.of(policy, m.applicationClass(), ID,
                        "payload: " + r.evidence() + " for " + m.suffix())));
    }
}
