/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.page;

import org.junit.jupiter.api.Test;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.http.HttpServletResponse;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Every parameter is a header, in one line, and the request goes on.
 */
class HeaderFilterTest {

    private final Map<String, String> headers = new TreeMap<>();
    private final List<String> passed = new ArrayList<>();

    @Test
    void putsTheHeadersOfItsParametersOn() throws Exception {
        Map<String, String> parameters = Map.of(
                "Referrer-Policy", "no-referrer",
                "Content-Security-Policy", "default-src 'none';\n        img-src 'self'");
        HeaderFilter filter = new HeaderFilter();
        filter.init(fake(FilterConfig.class, (name, arguments) -> name.equals("getInitParameterNames")
                ? Collections.enumeration(parameters.keySet()) : parameters.get(arguments[0])));
        FilterChain chain = (request, response) -> passed.add("on");
        filter.doFilter(null, fake(HttpServletResponse.class, (name, arguments) ->
                headers.put((String) arguments[0], (String) arguments[1])), chain);
        assertEquals(Map.of("Referrer-Policy", "no-referrer",
                            "Content-Security-Policy", "default-src 'none'; img-src 'self'"), headers);
        assertEquals(List.of("on"), passed);
    }

    private interface Answer {
        Object of(String method, Object[] arguments);
    }

    private static <T> T fake(Class<T> type, Answer answer) {
        Class<?>[] types = {type};
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), types, (self, method, arguments) ->
                method.getReturnType() == void.class ? answered(answer.of(method.getName(), arguments))
                        : answer.of(method.getName(), arguments)));
    }

    private static Object answered(Object ignored) {
        return null;
    }
}
