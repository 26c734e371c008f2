/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web;

import org.onosdmm.api.DmmException;
import org.onosdmm.api.MobilityService;
import org.onosdmm.view.MobilityView;
import org.onosproject.codec.JsonCodec;
import org.onosproject.rest.AbstractWebResource;

/**
 * What all resources share.
 */
abstract class DmmWebResource extends AbstractWebResource {

    /** The mobility service as a user asks it. */
    MobilityView view() {
        return MobilityView.of(get(MobilityService.class));
    }

    @Override
    public <T> JsonCodec<T> codec(Class<T> type) {
        JsonCodec<T> codec = super.codec(type);
        if (codec == null) {
            throw new DmmException(DmmException.Kind.UNAVAILABLE, "json", "no codec of " + type.getSimpleName());
        }
        return codec;
    }
}
