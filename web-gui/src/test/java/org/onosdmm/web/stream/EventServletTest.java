/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.stream;

import com.google.common.collect.ImmutableList;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onlab.osgi.ServiceDirectory;
import org.onlab.osgi.ServiceNotFoundException;
import org.onosdmm.api.HandoverPhase;
import org.onosdmm.api.MobilityEvent;
import org.onosdmm.api.NodeInfo;
import org.onosdmm.api.RuleStatus;
import org.onosdmm.view.example.Example;
import org.onosdmm.view.example.ExampleCodecs;
import org.onosdmm.view.example.ExampleService;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The stream over HTTP, by the server that Karaf has. */
@Timeout(60)
class EventServletTest {

    private final ExampleService service = new ExampleService();
    private final EventFeed feed = new EventFeed(64, 1 << 20);
    private final List<Client> clients = new ArrayList<>();
    private Server server;
    private boolean active = true;

    @BeforeEach
    void start() throws Exception {
        feed.mobility = service;
        feed.operations = new StandingPolicy();
        feed.codecs = ExampleCodecs.registered();
        feed.activate();
        server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        ServletContextHandler context = new ServletContextHandler();
        ServletHolder holder = new ServletHolder(new EventServlet(new ServiceDirectory() {
            @Override
            public <T> T get(Class<T> type) {
                if (!active) {
                    throw new ServiceNotFoundException("Service " + type.getName() + " not found");
                }
                return type.cast(feed);
            }
        }));
        holder.setAsyncSupported(true);
        context.addServlet(holder, "/events");
        server.setHandler(context);
        // A machine that stands still is no client that has gone.
        ((ServerConnector) server.getConnectors()[0]).setIdleTimeout(TimeUnit.MINUTES.toMillis(5));
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        for (Client client : clients) {
            client.close();
        }
        feed.deactivate();
        server.stop();
    }

    @Test
    void whatHappensArrivesInOrderAndIsTakenUpAgain() throws IOException {
        Client first = open("/events");
        assertEquals(200, first.status());
        assertTrue(first.headers.contains("Content-Type: text/event-stream;charset=utf-8"), first.headers::toString);
        String begin = first.event().replaceAll("(?s).*id: (.*)", "$1");
        moveOn(HandoverPhase.SWITCHED);
        String handover = first.event();
        assertTrue(handover.contains("event: handover") && handover.contains("\"phase\":\"SWITCHED\""), handover);
        update(13);
        String binding = first.event();
        assertTrue(binding.contains("event: binding") && binding.contains("\"installed\":13"), binding);
        first.close();
        moveOn(HandoverPhase.CLEANED);

        Client again = open("/events?since=" + begin);
        assertEquals("retry: 2000\nid: " + begin, again.event());
        assertEquals(List.of(handover, binding), List.of(again.event(), again.event()));
        assertTrue(again.event().contains("\"phase\":\"CLEANED\""), "what happened while nobody listened");

        Client browser = open("/events?since=" + begin, "Last-Event-ID: " + id(handover));
        assertEquals("retry: 2000\nid: " + id(handover), browser.event(), "the header is newer");
        assertEquals(binding, browser.event());
    }

    @Test
    void whatIsNotAskedForDoesNotArrive() throws IOException {
        Client client = open("/events?types=binding");
        client.event();
        moveOn(HandoverPhase.SWITCHED);
        update(13);
        assertTrue(client.event().contains("event: binding"));
    }

    @Test
    void anEpochThatIsOverIsReset() throws IOException {
        assertTrue(open("/events?since=abc-7").event().contains("\nevent: reset\n"));
    }

    @ParameterizedTest
    @CsvSource({"since=7, since", "types=all, types", "since=%0d%0aevent:x, since"})
    void aWrongQueryIsRefused(String query, String field) throws IOException {
        Client client = open("/events?" + query);
        assertEquals(400, client.status());
        assertTrue(client.headers.contains("Content-Type: application/problem+json"), client.headers::toString);
        String body = client.body();
        assertTrue(body.contains("\"status\":400,") && body.contains("\"field\":\"" + field + "\""), body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE"})
    void thereIsNothingButToRead(String method) throws IOException {
        Client client = new Client(method, "/events");
        assertEquals(405, client.status());
        assertTrue(client.headers.contains("Allow: GET"));
    }

    @Test
    void withoutTheAppThereIsNoStream() throws IOException {
        active = false;
        Client client = open("/events");
        assertEquals(503, client.status());
        assertTrue(client.body().contains("is the app active?"), client::body);
    }

    @Test
    void whatCannotBeReadEndsTheStreamsAndTheNextOnesBeginAnew() throws IOException {
        Client client = open("/events");
        String begin = id(client.event().replaceFirst(".*\n", ""));
        service.failure = new IllegalStateException("the store is away");
        assertEquals("", client.event(), "the end");
        assertEquals("", open("/events").event(), "nothing to begin with");
        assertEquals(List.of(), service.listeners);
        service.failure = null;
        assertTrue(open("/events?since=" + begin).event().contains("\nevent: reset\n"));
        assertEquals(1, service.listeners.size());
    }

    @Test
    void thereIsRoomForSoManyAndWhoLeavesMakesRoom() throws Exception {
        List<Client> hundred = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            hundred.add(open("/events"));
        }
        List<Client> refused = new ArrayList<>();
        for (Client client : hundred) {
            if (client.status() != 200) {
                refused.add(client);
            }
        }
        assertEquals(100 - EventFeed.MOST_CLIENTS, refused.size());
        for (Client client : refused) {
            assertEquals(503, client.status());
            assertTrue(client.headers.contains("Retry-After: 5"));
            assertTrue(client.body().contains("there are 64 event streams already"), client::body);
        }
        moveOn(HandoverPhase.SWITCHED);
        for (Client client : hundred) {
            if (client.status() == 200) {
                client.event();
                assertTrue(client.event().contains("event: handover"));
                client.close();
            }
        }
        // That a client has gone is seen when something is sent to it.
        for (int i = 0; i < 100 && open("/events").status() != 200; i++) {
            update(i % 2);
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertEquals(200, clients.get(clients.size() - 1).status());
    }

    @Test
    void aClientThatDoesNotReadIsCutOffAndHoldsNobodyUp() throws Exception {
        Client slow = open("/events");
        Client fast = open("/events");
        fast.event();
        String greeting = slow.event();
        // 6 MB: more than the buffers of both ends and the ring hold.
        for (int i = 0; i < 40; i++) {
            crowd(i);
            assertTrue(fast.event().contains("\"installed\":" + i), "this one goes on");
        }
        String last = greeting;
        for (String event = slow.event(); !event.isEmpty(); event = slow.event()) {
            last = event;
        }
        assertTrue(last.contains("\nevent: reset\ndata: {\"reason\":\"the client was too slow\"}"),
                last.substring(0, Math.min(200, last.length())));
        update(3);
        assertTrue(fast.event().contains("\"installed\":3"));
    }

    private void moveOn(HandoverPhase phase) {
        service.handovers = ImmutableList.of(Example.handovers().get(2).toBuilder().phase(phase)
                .cleanedAt(Optional.of(Example.NOW * 1000L)).build());
    }

    private void update(int installed) {
        NodeInfo node = Example.node();
        service.nodes = ImmutableList.of(NodeInfo.of(node.binding(), node.leases(), node.flows(),
                RuleStatus.of(14, installed)), Example.absent());
        service.listeners.forEach(listener -> listener.event(
                new MobilityEvent(MobilityEvent.Type.NODE_UPDATED, node)));
    }

    /** An event of 150,000 octets. */
    private void crowd(int number) {
        NodeInfo node = Example.node();
        service.nodes = ImmutableList.of(NodeInfo.of(node.binding(),
                Collections.nCopies(2_000, node.leases().get(0)), ImmutableList.of(),
                RuleStatus.of(14, number)), Example.absent());
        service.listeners.forEach(listener -> listener.event(
                new MobilityEvent(MobilityEvent.Type.NODE_UPDATED, node)));
    }

    private static String id(String event) {
        return event.replaceAll("(?s)id: ([^\n]*).*", "$1");
    }

    private Client open(String path, String... headers) throws IOException {
        Client client = new Client("GET", path, headers);
        clients.add(client);
        return client;
    }

    /** Speaks HTTP by itself, so that little is read ahead. */
    private final class Client {

        private final Socket socket = new Socket();
        private final InputStream in;
        private List<String> headers;

        Client(String method, String path, String... headers) throws IOException {
            socket.setReceiveBufferSize(8_192);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(),
                    ((ServerConnector) server.getConnectors()[0]).getLocalPort()));
            in = new BufferedInputStream(socket.getInputStream(), 1_024);
            OutputStream out = socket.getOutputStream();
            out.write((method + " " + path + " HTTP/1.0\r\n" + String.join("\r\n", headers)
                    + (headers.length == 0 ? "\r\n" : "\r\n\r\n")).getBytes(StandardCharsets.UTF_8));
        }

        int status() throws IOException {
            if (headers == null) {
                headers = new ArrayList<>();
                for (String line = line(); !line.isEmpty(); line = line()) {
                    headers.add(line);
                }
            }
            return Integer.parseInt(headers.get(0).split(" ")[1]);
        }

        String body() {
            try {
                status();
                return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        /** The next event; nothing at the end. */
        String event() throws IOException {
            assertEquals(200, status());
            List<String> lines = new ArrayList<>();
            for (String line = line(); !line.isEmpty(); line = line()) {
                lines.add(line);
            }
            return String.join("\n", lines);
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int octet = in.read(); octet != '\n' && octet >= 0; octet = in.read()) {
                line.append((char) octet);
            }
            return line.toString().replace("\r", "");
        }

        void close() throws IOException {
            socket.close();
        }
    }
}
