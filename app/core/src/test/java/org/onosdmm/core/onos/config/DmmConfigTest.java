/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.onosdmm.api.DmmException;
import org.onosdmm.core.config.Documents;
import org.onosdmm.core.config.DomainParser;
import org.onosdmm.core.strategy.Strategies;
import org.onosproject.core.ApplicationId;
import org.onosproject.core.DefaultApplicationId;
import org.onosproject.net.config.InvalidConfigException;
import org.onosproject.net.config.InvalidFieldException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What ONOS is told of a document. */
class DmmConfigTest {
    private static final ApplicationId APP = new DefaultApplicationId(7, "org.onosdmm");

    private final List<Optional<String>> outcomes = new ArrayList<>();

    @Test
    void aGoodDocumentIsValid() {
        assertTrue(config(Documents.sample()).isValid());
        assertEquals(List.of(Optional.empty()), outcomes);
    }

    @Test
    void aBadOneIsRefusedByFieldAndValue() {
        DmmConfig config = config(Documents.with(Documents.sample(), "/anchors/1/uplink/pool/0", "'198.51.100.9/26'"));
        InvalidFieldException refusal = assertThrows(InvalidFieldException.class, config::isValid);
        assertEquals("anchors[1].uplink.pool[0]", refusal.field());
        assertEquals("'198.51.100.9/26' has bits set beyond its length; the prefix is 198.51.100.0/26",
                refusal.reason());
        assertEquals(List.of(Optional.of(refusal.field() + ": " + refusal.reason())), outcomes);
    }

    /** The text of the answer that POST /onos/v1/network/configuration gives. */
    @Test
    void theAnswerNamesFieldAndValue() {
        DmmConfig config = config(Documents.with(Documents.sample(), "/gatewayMac", "'0a:00:00:00:00:01'"));
        InvalidFieldException refusal = assertThrows(InvalidFieldException.class, config::isValid);
        assertEquals("Error parsing config apps/org.onosdmm/dmm: Field \"gatewayMac\" is invalid: '0a:00:00:00:00:01' "
                + "begins with 0a, which is reserved for locators",
                new InvalidConfigException("apps", APP.name(), DmmConfig.KEY, refusal).getMessage());
    }

    @Test
    void theFactoryMakesTheDocumentOfTheApp() {
        DmmConfigFactory factory = new DmmConfigFactory(parser(), outcome -> { });
        assertEquals("apps", factory.subjectFactory().subjectClassKey());
        assertEquals("dmm", factory.configKey());
        assertEquals(DmmConfig.class, factory.configClass());
    }

    private DmmConfig config(JsonNode document) {
        DmmConfig config = new DmmConfig(parser(), outcome -> outcomes.add(outcome.map(DmmException::getMessage)));
        config.init(APP, DmmConfig.KEY, document, new ObjectMapper(), null);
        return config;
    }

    private static DomainParser parser() {
        return new DomainParser(Strategies.builtIn().ids());
    }
}
