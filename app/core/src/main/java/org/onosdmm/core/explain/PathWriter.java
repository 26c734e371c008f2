/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.explain;

import com.google.common.collect.ImmutableList;
import org.onosdmm.api.FlowPath;
import org.onosdmm.api.PathHop;
import org.onosdmm.api.PathRule;
import org.onosdmm.core.compile.RuleCookie;
import org.onosdmm.core.compile.RulePurpose;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.RuleKey;
import org.onosdmm.core.model.RuleSet;
import org.onosproject.net.DeviceId;

import java.util.function.Function;

/**
 * Writes down a walk for readers.
 */
final class PathWriter {

    private final Situation now;
    private final TreatmentWords words;
    private final Function<RuleKey, RuleSet> installed;

    PathWriter(Situation now, Tables tables, Function<RuleKey, RuleSet> installed) {
        this.now = now;
        this.words = new TreatmentWords(now.domain(), tables);
        this.installed = installed;
    }

    FlowPath write(Walk walk) {
        ImmutableList<PathHop> hops = walk.passes().stream().map(this::write).collect(ImmutableList.toImmutableList());
        return FlowPath.of(hops, new Ends(now).of(walk), walk.copy());
    }

    private PathHop write(Walk.Pass pass) {
        DeviceId device = pass.in().deviceId();
        return PathHop.of(device, now.domain().anchorAt(device).map(Anchor::id), pass.in().port(), pass.out(),
                pass.rules().stream().map(this::write).collect(ImmutableList.toImmutableList()));
    }

    private PathRule write(Walk.Rule rule) {
        RuleKey key = rule.key();
        return PathRule.builder().device(key.device()).table(key.table()).tableName(RulePurpose.table(key.table()))
                .priority(key.priority()).cookie(RuleCookie.flowRule(key, rule.treatment(), now.app()).id().value())
                .words(RulePurpose.of(key) + ": " + words.of(rule))
                .confirmed(rule.treatment().equals(installed.apply(key).rules().get(key))).build();
    }
}
