/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.onosdmm.core.model.RuleSet;

/**
 * What switches are believed to hold. One thread changes it.
 */
final class Believed {

    private volatile RuleSet installed = RuleSet.EMPTY;
    /** What a switch may hold or not, since an operation failed or the switch was away: added or removed again. */
    private RuleSet doubtful = RuleSet.EMPTY;

    /** The rules that the switches have confirmed. Safe on any thread. */
    RuleSet installed() {
        return installed;
    }

    /** All that the switches may hold. */
    RuleSet possible() {
        return installed.plus(doubtful);
    }

    /** Of these rules nobody knows any more whether the switches hold them. */
    void doubt(RuleSet rules) {
        doubtful = doubtful.plus(installed.where(rules.rules()::containsKey));
        installed = installed.minusKeys(rules);
    }

    /**
     * An operation is over.
     *
     * @param rules the rules that it was about
     * @param there what of them the switches hold if it was carried out
     * @param failure why it was not, or may not have been; null if it was
     */
    void answered(RuleSet rules, RuleSet there, Throwable failure) {
        installed = installed.minusKeys(rules).plus(failure == null ? there : RuleSet.EMPTY);
        doubtful = failure == null ? doubtful.minusKeys(rules) : doubtful.plus(rules);
    }
}
