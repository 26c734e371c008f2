/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.api;

import java.util.Optional;

/**
 * One more way to tell what a flow is for. Any bundle may bring one as an OSGi service of this type; it is asked where
 * the configuration names it among the steps of classification. It answers at once, from its input alone, and is safe
 * against any payload. What it throws is taken as no answer.
 */
public interface FlowClassifier {

    /** The name by which the configuration refers to it: lower-case letters, digits and hyphens. */
    String id();

    /** Name of the application class, if this one knows it; a class that the policy has not is no answer. */
    Optional<Verdict> classify(FlowView flow);

    /** A class, and why. */
    final class Verdict {

        private final String applicationClass;
        private final String evidence;

        private Verdict(String applicationClass, String evidence) {
            this.applicationClass = applicationClass;
            this.evidence = evidence;
        }

        /** A verdict by its parts; the evidence is shown to users, so it holds no payload. */
        public static Verdict of(String applicationClass, String evidence) {
            return new Verdict(applicationClass, evidence);
        }

        /** Name of the class. */
        public String applicationClass() {
            return applicationClass;
        }

        /** What the class was told by, in words. */
        public String evidence() {
            return evidence;
        }
    }
}
