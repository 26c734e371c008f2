/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.rules;

import com.google.common.collect.ImmutableList;
import org.onosdmm.core.engine.GroupPort;
import org.onosdmm.core.engine.RulePort;
import org.onosdmm.core.model.RuleSet;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.FlowRule;

/**
 * The rules of this app on the switches.
 */
public interface SwitchRules extends RulePort {

    /** The groups that rules of this app take. */
    GroupPort groups();

    /** The rules as ONOS knows them: with this app's id and the flow id that is the cookie on the switch. */
    ImmutableList<FlowRule> asFlowRules(RuleSet rules);

    /** Those of a few rules that the switches have reported as installed, with the same treatment. */
    RuleSet confirmed(RuleSet rules);

    /** All rules of this app that a switch has reported as installed. */
    RuleSet confirmed(DeviceId device);

    /** All rules of this app at a switch, as the switch has reported them; not those that it has refused. */
    RuleSet reported(DeviceId device);
}
