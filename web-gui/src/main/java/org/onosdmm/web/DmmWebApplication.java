/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import com.google.common.collect.ImmutableSet;
import org.onlab.rest.AbstractWebApplication;
import org.onlab.rest.AuthorizationFilter;
import org.onlab.rest.JsonBodyWriter;

import java.util.Set;

/**
 * The resources, ONOS's check of roles, and one mapper of errors. ONOS's own mappers are left out: one of them answers
 * with a line of the stack.
 */
public class DmmWebApplication extends AbstractWebApplication {

    @Override
    public Set<Class<?>> getClasses() {
        return ImmutableSet.of(AuthorizationFilter.class,
                               JsonBodyWriter.class,
                               ErrorMapper.class,
                               ProblemFilter.class,
                               AnchorsWebResource.class,
                               AttachmentsWebResource.class,
                               BindingsWebResource.class,
                               FlowsWebResource.class,
                               GrantsWebResource.class,
                               HandoversWebResource.class,
                               HighlightsWebResource.class,
                               MetricsWebResource.class,
                               NodesWebResource.class,
                               OpenApiWebResource.class,
                               PacketsWebResource.class,
                               PolicyWebResource.class,
                               RequestsWebResource.class,
                               ResyncWebResource.class,
                               RulesWebResource.class,
                               SummaryWebResource.class,
                               SessionWebResource.class,
                               TopologyWebResource.class,
                               ClassesWebResource.class,
                               CheckWebResource.class);
    }
}
