/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import org.onosdmm.api.DmmException;
import org.onosdmm.api.Explanation;
import org.onosdmm.api.ExplanationService;
import org.onosdmm.api.FlowKey;
import org.onosdmm.core.engine.Situations;
import org.onosdmm.core.explain.Explainer;
import org.onosdmm.core.onos.AppId;
import org.onosdmm.core.onos.rules.SwitchRules;
import org.onosdmm.core.onos.store.Stores;
import org.onosproject.core.CoreService;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Explains flows as the engines have them now.
 */
@Component(immediate = true, service = ExplanationService.class)
public class Explanations implements ExplanationService {

    @Reference
    protected Engines engines;

    @Reference
    protected SwitchRules rules;

    @Reference
    protected Stores stores;

    @Reference
    protected CoreService coreService;

    @Override
    public Explanation explain(FlowKey flow) {
        try {
            return Explainer.explain(new Situations(engines.mobility(), engines.fabric(), rules.groups())
                    .of(flow, stores.survey().links(), coreService.getAppId(AppId.NAME)));
        } catch (IllegalArgumentException e) {
            // the node's state was read before, or after, a configuration with other anchors came into force
            throw new DmmException(DmmException.Kind.CONFLICT, "flow", "'" + flow.id()
                    + "': the configuration changes at this moment, ask again");
        }
    }
}
