/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import org.onosdmm.core.model.RuleKey;
import org.onosproject.core.ApplicationId;
import org.onosproject.net.flow.DefaultFlowRule;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.TrafficTreatment;

import java.util.Optional;

/**
 * Rules as ONOS takes them. Their flow id, which is their cookie on the switch, says why they show packets to the
 * controller: ONOS puts the app's id into its upper 16 bits and a hash into the lower 32; the 16 between are its own
 * in neither case.
 */
public final class RuleCookie {

    private static final int REASON = 32;
    private static final long REASON_MASK = 0xffffL << REASON;

    private RuleCookie() {
    }

    /** The rule, with the reason in its cookie. */
    public static FlowRule flowRule(RuleKey key, TrafficTreatment treatment, ApplicationId app) {
        FlowRule plain = builder(key, treatment).fromApp(app).build();
        return Punt.of(key).map(reason -> builder(key, treatment).withCookie(plain.id().value() & ~REASON_MASK
                | reason.ordinal() + 1L << REASON).build()).orElse(plain);
    }

    /** The reason that a cookie gives. */
    public static Optional<Punt> reason(long cookie) {
        int number = (int) ((cookie & REASON_MASK) >> REASON);
        return number > 0 && number <= Punt.values().length ? Optional.of(Punt.values()[number - 1])
                : Optional.empty();
    }

    private static FlowRule.Builder builder(RuleKey key, TrafficTreatment treatment) {
        return DefaultFlowRule.builder().forDevice(key.device()).forTable(key.table())
                .withPriority(key.priority()).withSelector(key.selector()).withTreatment(treatment)
                .makePermanent();
    }
}
