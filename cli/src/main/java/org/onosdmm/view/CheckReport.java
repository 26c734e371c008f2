/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import org.onosdmm.api.Finding;

/**
 * What a check found, and the verdict that follows from it.
 */
@AutoValue
public abstract class CheckReport {

    /** How things stand. */
    public enum Verdict {
        /** There is nothing to say. */
        OK,
        /** It works, but not as it should. */
        WARNING,
        /** Something does not work. */
        ERROR
    }

    /** What was found. */
    public abstract ImmutableList<Finding> findings();

    /** The report of these findings. */
    public static CheckReport of(Iterable<Finding> findings) {
        return new AutoValue_CheckReport(ImmutableList.copyOf(findings));
    }

    /** The worst of the findings. */
    public Verdict verdict() {
        if (count(Finding.Severity.ERROR) > 0) {
            return Verdict.ERROR;
        }
        return findings().isEmpty() ? Verdict.OK : Verdict.WARNING;
    }

    /** Number of findings of one severity. */
    public long count(Finding.Severity severity) {
        return findings().stream().filter(finding -> finding.severity() == severity).count();
    }
}
