/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.stream;

import org.onlab.osgi.DefaultServiceDirectory;
import org.onlab.osgi.ServiceDirectory;
import org.onlab.osgi.ServiceNotFoundException;
import org.onosdmm.api.DmmException;
import org.onosdmm.view.ErrorReport;
import org.onosdmm.web.ErrorMapper;
import org.onosdmm.web.events.EventId;
import org.onosdmm.web.events.EventType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.servlet.AsyncContext;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * The live stream of events, {@code GET events}: server-sent events. A servlet of its own beside Jersey's, for ONOS
 * ships no Jersey module that could.
 */
public class EventServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int TOO_MANY = 503;
    private static final int NOT_ALLOWED = 405;
    private static final String RETRY_AFTER_S = "5";

    private final transient ServiceDirectory directory;

    /** A servlet that finds services by OSGi. */
    public EventServlet() {
        this(new DefaultServiceDirectory());
    }

    EventServlet(ServiceDirectory directory) {
        this.directory = directory;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("GET")) {
            response.setHeader("Allow", "GET");
            refuse(response, ErrorReport.of(NOT_ALLOWED, "HTTP 405 Method Not Allowed"));
            return;
        }
        try {
            Set<EventType> types = EventType.parse(request.getParameter("types"));
            Optional<EventId> since = since(request);
            stream(directory.get(EventFeed.class), request, response, types, since);
        } catch (DmmException | ServiceNotFoundException e) {
            refuse(response, ErrorReport.of(e));
        }
    }

    /** A browser that connects again asks for the same address, with what it has got last in a header. */
    private static Optional<EventId> since(HttpServletRequest request) {
        String header = request.getHeader("Last-Event-ID");
        String text = header == null || header.isEmpty() ? request.getParameter("since") : header;
        return Optional.ofNullable(text).map(EventId::parse);
    }

    private static void stream(EventFeed feed, HttpServletRequest request, HttpServletResponse response,
                               Set<EventType> types, Optional<EventId> since) throws IOException {
        if (!feed.admit()) {
            response.setHeader("Retry-After", RETRY_AFTER_S);
            refuse(response, ErrorReport.of(TOO_MANY, "there are " + EventFeed.MOST_CLIENTS
                    + " event streams already, which is the most; try again later"));
            return;
        }
        AtomicBoolean gone = new AtomicBoolean();
        Runnable left = () -> {
            if (gone.compareAndSet(false, true)) {
                feed.left();
            }
        };
        try {
            response.setContentType("text/event-stream");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.setHeader("Cache-Control", "no-cache, no-store");
            response.setHeader("X-Accel-Buffering", "no");
            AsyncContext connection = request.startAsync();
            connection.setTimeout(0);
            EventClient client = new EventClient(connection, left);
            connection.addListener(client);
            feed.open(client, types, since);
        } catch (IOException | RuntimeException e) {
            left.run();
            throw e;
        }
    }

    private static void refuse(HttpServletResponse response, ErrorReport report) throws IOException {
        response.setStatus(report.code());
        response.setContentType(ErrorMapper.PROBLEM);
        response.getOutputStream().write(report.json().toString().getBytes(StandardCharsets.UTF_8));
    }
}
