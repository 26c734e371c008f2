/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.stream;

import org.onosdmm.web.events.EventCursor;
import org.slf4j.Logger;

import java.io.IOException;
import java.util.Optional;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;

import static org.slf4j.LoggerFactory.getLogger;

/**
 * The connection of one client. Writes without waiting: what the client does not take stays in the ring, until it goes
 * there too.
 */
final class EventClient implements WriteListener, AsyncListener {

    /** After how long a silent stream shows that it is alive, ms. */
    static final long ALIVE = 10_000;

    private static final Logger log = getLogger(EventClient.class);

    private final AsyncContext connection;
    private final ServletOutputStream out;
    private final Runnable left;
    private EventCursor cursor;
    private boolean ready;
    private boolean unflushed;
    private boolean closed;
    private long lastSent;

    /**
     * A client that hears nothing yet.
     *
     * @param connection its connection
     * @param left called once, when the client has gone
     */
    EventClient(AsyncContext connection, Runnable left) throws IOException {
        this.connection = connection;
        this.out = connection.getResponse().getOutputStream();
        this.left = left;
    }

    /** Begins. */
    synchronized void start(EventCursor first, long now) {
        cursor = first;
        lastSent = now;
        out.setWriteListener(this);
    }

    /** Sends what there is, as far as the client takes it. */
    synchronized void pump(long now) {
        if (!ready || closed) {
            return;
        }
        try {
            while (out.isReady()) {
                Optional<byte[]> text = cursor.next();
                if (!text.isPresent() && !cursor.isOver() && now - lastSent >= ALIVE) {
                    text = Optional.of(cursor.alive());
                }
                if (text.isPresent()) {
                    out.write(text.get());
                    lastSent = now;
                    unflushed = true;
                } else if (unflushed) {
                    unflushed = false;
                    out.flush();
                } else {
                    closeIfOver();
                    return;
                }
            }
        } catch (IOException | IllegalStateException e) {
            log.debug("A client of the event stream has gone: {}", e.toString());
            close();
        }
    }

    private void closeIfOver() {
        if (cursor.isOver()) {
            close();
        }
    }

    /** Ends the connection, whether or not all was sent. */
    synchronized void close() {
        if (!closed) {
            closed = true;
            try {
                connection.complete();
            } catch (IllegalStateException e) {
                log.debug("The connection was closed already: {}", e.toString());
            }
            left.run();
        }
    }

    synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void onWritePossible() {
        ready = true;
        pump(lastSent);
    }

    @Override
    public void onError(Throwable error) {
        log.debug("A client of the event stream has gone: {}", error.toString());
        close();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        close();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        close();
    }

    @Override
    public void onError(AsyncEvent event) {
        close();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // the stream begins once
    }
}
