/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.mobility;

import org.junit.jupiter.api.Test;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.PolicyCheck;
import org.onosdmm.api.PolicyDocument;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.QuietDomain;
import org.onosdmm.core.model.Domain;

import java.util.Optional;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Two who change the configuration at the same time. */
class AdministrationTest {

    private final Emulation net = Emulation.campus();
    private final Administration administration = new Administration();
    private Optional<String> document = Optional.of("first");

    AdministrationTest() {
        administration.engines = new EmulatedEngines(net);
        administration.domainService = new QuietDomain(net.mobility()::domain) {
            @Override
            public Optional<String> document() {
                return document;
            }

            @Override
            public Domain apply(String text) {
                document = Optional.of(text);
                return domain().get();
            }
        };
    }

    private String version() {
        return administration.policy().get().version();
    }

    @Test
    void theSecondOneIsToldThatTheFirstWasThere() {
        String both = version();
        PolicyCheck applied = administration.apply("one's", Set.of(both));
        assertEquals(both, applied.version());
        assertEquals(Optional.of(version()), applied.applied(), "which is what the next change is based on");
        assertNotEquals(both, version());
        DmmException stale = assertThrows(DmmException.class, () -> administration.apply("the other's", Set.of(both)));
        assertEquals(DmmException.Kind.STALE, stale.kind());
        assertEquals("version: '" + both + "' is not the present one, which is " + version()
                + ": somebody else has changed the configuration", stale.getMessage());
        assertEquals(Optional.of("one's"), document);
        administration.apply("the other's", Set.of("x", version()));
        assertEquals(Optional.of("the other's"), document);
    }

    @Test
    void theSameHasTheSameVersion() {
        String before = version();
        administration.apply("second", Set.of());
        administration.apply("first", Set.of());
        assertEquals(before, version());
    }

    @Test
    void withoutAConfigurationNoVersionIsThePresentOne() {
        document = Optional.empty();
        assertThrows(DmmException.class, () -> administration.apply("new", Set.of("x")));
        administration.apply("new", Set.of(PolicyDocument.NONE));
        assertEquals(Optional.of("new"), document);
    }
}
