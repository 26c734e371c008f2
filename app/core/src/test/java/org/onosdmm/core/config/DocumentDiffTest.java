/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.config;

import org.junit.jupiter.api.Test;
import org.onosdmm.api.DmmException;

import java.util.List;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What two configurations differ in. */
class DocumentDiffTest {

    private static List<String> diff(String from, String to) {
        return DocumentDiff.between(from.replace('\'', '"'), to.replace('\'', '"')).stream()
                .map(c -> c.field() + ": " + c.from().orElse("-") + " > " + c.to().orElse("-"))
                .collect(Collectors.toList());
    }

    @Test
    void nothing() {
        assertEquals(List.of(), diff("{'a':1,'b':{'c':[1,2]}}", "{'b':{'c':[1,2]},'a':1}"));
        assertEquals(List.of(), diff("{'a':1}", "{'apps':{'org.onosdmm':{'dmm':{'a':1}}},'devices':{}}"));
    }

    @Test
    void fields() {
        assertEquals(List.of("timers.overlap: 60000 > 30000", "defaultClass: \"standard\" > -",
                             "limits: - > {\"x\":1}"),
                     diff("{'timers':{'overlap':60000},'defaultClass':'standard'}",
                          "{'limits':{'x':1},'timers':{'overlap':30000}}"));
    }

    @Test
    void whatHasANameIsFoundByIt() {
        assertEquals(List.of("classes[web]: {\"name\":\"web\"} > -", "classes[oam].strategy: \"home\" > \"serving\""),
                     diff("{'classes':[{'name':'web'},{'name':'oam','strategy':'home'}]}",
                          "{'classes':[{'name':'oam','strategy':'serving'}]}"));
    }

    @Test
    void whereWhatHasANameStands() {
        assertEquals(List.of("anchors[c]: - > {\"name\":\"c\"}", "anchors: [\"a\",\"b\"] > [\"b\",\"a\"]"),
                     diff("{'anchors':[{'name':'a'},{'name':'b'}]}",
                          "{'anchors':[{'name':'b'},{'name':'c'},{'name':'a'}]}"));
    }

    @Test
    void rulesByTheirPlace() {
        assertEquals(List.of("rules[0].class: \"a\" > \"b\"", "rules[1]: - > {\"class\":\"a\"}"),
                     diff("{'rules':[{'class':'a'}]}", "{'rules':[{'class':'b'},{'class':'a'}]}"));
        assertEquals(List.of("anchors[1]: {\"name\":\"x\",\"number\":2} > -"),
                     diff("{'anchors':[{'name':'x'},{'name':'x','number':2}]}", "{'anchors':[{'name':'x'}]}"));
    }

    @Test
    void listsOfTextsAsAWhole() {
        assertEquals(List.of("pool: [\"a\",\"b\"] > [\"b\"]"), diff("{'pool':['a','b']}", "{'pool':['b']}"));
    }

    @Test
    void anotherKindOfValue() {
        assertEquals(List.of("a: 1 > {\"b\":2}", "c: [] > {}"), diff("{'a':1,'c':[]}", "{'a':{'b':2},'c':{}}"));
        assertEquals(List.of(": {\"a\":1} > 7"), diff("{'a':1}", "7"));
    }

    @Test
    void whatIsNotJson() {
        for (String text : List.of("{'a':", "{} x", "{}{}", "{'a':1,'a':2}", "")) {
            DmmException error = assertThrows(DmmException.class, () -> diff("{}", text), text);
            assertEquals(DmmException.Kind.INVALID, error.kind());
            assertTrue(error.getMessage().startsWith("document: is not JSON: "), error.getMessage());
        }
    }
}
