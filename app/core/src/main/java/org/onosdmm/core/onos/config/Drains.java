/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.config;

import org.onosdmm.api.AnchorId;
import org.onosdmm.core.model.Domain;

/**
 * The anchors that an operator is draining, beside those that the configuration drains.
 */
public interface Drains {

    /** None is drained, and none can be. */
    Drains NONE = new Drains() {
        @Override
        public void set(AnchorId anchor, boolean draining) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Domain applied(Domain domain) {
            return domain;
        }

        @Override
        public void addListener(Runnable listener) {
            // nothing ever changes
        }

        @Override
        public void removeListener(Runnable listener) {
            // there is none
        }
    };

    /** Begins to drain an anchor, or ends it. */
    void set(AnchorId anchor, boolean draining);

    /** The domain, with the anchors that are drained. */
    Domain applied(Domain domain);

    /** Has the listener called after every change. */
    void addListener(Runnable listener);

    /** Ends the calls. */
    void removeListener(Runnable listener);
}
