/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.gui.model;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import org.onosdmm.api.Explanation;
import org.onosdmm.api.FlowDirection;
import org.onosdmm.api.FlowPath;

/**
 * A strand and where it goes.
 */
@AutoValue
public abstract class Route {

    /** The flows. */
    public abstract Strand strand();

    /** Their ways from the node; a switch may choose among several by its own hash. */
    public abstract ImmutableList<FlowPath> ways();

    /**
     * The route of a strand as the explanation of one of its flows has it: by the rules that the switches have
     * confirmed, where those are others, and without copies.
     */
    public static Route of(Strand strand, Explanation explanation) {
        FlowDirection direction = explanation.outbound();
        return new AutoValue_Route(strand, (direction.present().isEmpty() ? direction.paths() : direction.present())
                .stream().filter(path -> !path.copy()).collect(ImmutableList.toImmutableList()));
    }
}
