/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.page;

import com.google.common.collect.ImmutableMap;

import java.io.IOException;
import java.util.Collections;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletResponse;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

/**
 * Puts headers on the files of the page that tell the browser what it may do with them. Each parameter in web.xml is
 * one header.
 */
public class HeaderFilter implements Filter {

    private ImmutableMap<String, String> headers = ImmutableMap.of();

    @Override
    public void init(FilterConfig config) {
        headers = Collections.list(config.getInitParameterNames()).stream()
                .collect(toImmutableMap(name -> name, name -> config.getInitParameter(name).replaceAll("\\s+", " ")));
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        headers.forEach(((HttpServletResponse) response)::setHeader);
        chain.doFilter(request, response);
    }

    @Override
    public void destroy() {
        // holds nothing
    }
}
