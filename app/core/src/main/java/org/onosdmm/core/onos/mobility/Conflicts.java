/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import com.google.common.collect.ImmutableList;
import org.onosdmm.api.Finding;

/**
 * Other apps that do not get on with this one.
 */
public interface Conflicts {

    /** One finding for each such app that is active. */
    ImmutableList<Finding> findings();
}
