/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.config;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.Finding;
import org.onosdmm.core.config.Documents;
import org.onosdmm.core.config.DomainParser;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.strategy.Strategies;
import org.onosproject.core.ApplicationId;
import org.onosproject.core.CoreServiceAdapter;
import org.onosproject.core.DefaultApplicationId;
import org.onosproject.net.Link;
import org.onosproject.net.config.InvalidConfigException;
import org.onosproject.net.config.NetworkConfigEvent;
import org.onosproject.net.config.basics.BasicDeviceConfig;
import org.onosproject.store.service.ConsistentMap;
import org.onosproject.store.service.ConsistentMapAdapter;
import org.onosproject.store.service.ConsistentMapBuilder;
import org.onosproject.store.service.ConsistentMapException;
import org.onosproject.store.service.StorageService;
import org.onosproject.store.service.TestConsistentMap;
import org.onosproject.store.service.TestStorageService;
import org.onosproject.store.service.Versioned;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.onosdmm.core.onos.config.FakeNetwork.port;

/** The configuration as it comes in through ONOS, and the network that it needs. */
class DomainHolderTest {
    private static final ApplicationId APP = new DefaultApplicationId(7, "org.onosdmm");
    private static final JsonNode GOOD = Documents.sample();
    private static final JsonNode BETTER = Documents.with(GOOD, "/timers/drain", "2000");
    private static final JsonNode BAD = Documents.with(GOOD, "/anchors/0/uplink/nextHop", "'192.0.2.99'");
    private static final String BAD_FIELD = "anchors[0].uplink.nextHop";
    private static final String BAD_REASON = "'192.0.2.99' is not on the link 192.0.2.0/29";
    private static final JsonNode ELSEWHERE = Documents.with(GOOD, "/anchors/1/device", "'of:0000000000000003'");
    private static final String UNKNOWN = "'of:0000000000000003' is not a device that ONOS knows";
    private static final String LAST_GOOD = "; the last good configuration stays in force";
    private static final String NONE = "; no configuration is in force";

    private final FakeRegistry registry = new FakeRegistry(APP);
    private final FakeNetwork network = new FakeNetwork();
    private final ConsistentMap<String, String> map = storedMap();
    private final QueueExecutor executor = new QueueExecutor();
    private final DomainHolder holder = new DomainHolder(executor);
    private final List<Optional<Domain>> heard = new ArrayList<>();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final PrintStream usualLog = System.err;

    @BeforeEach
    void captureTheLog() {
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void releaseTheLog() {
        System.setErr(usualLog);
    }

    @Test
    void readsWhatIsConfiguredAlready() {
        registry.preset(GOOD);
        startWithNetwork();
        assertInForce(GOOD);
        assertEquals(List.of(), holder.findings());
        assertEquals(List.of(Optional.of(domain(GOOD))), heard);
    }

    @Test
    void hasNothingWhereNothingIsConfigured() {
        startWithNetwork();
        assertEquals(Optional.empty(), holder.domain());
        assertEquals(List.of(), holder.findings());
        assertEquals(List.of(), heard);
    }

    @Test
    void takesAGoodDocument() {
        startWithNetwork();
        post(GOOD);
        assertInForce(GOOD);
        post(BETTER);
        assertInForce(BETTER);
        assertEquals(List.of(Optional.of(domain(GOOD)), Optional.of(domain(BETTER))), heard);
    }

    @Test
    void handsADocumentToOnosThatItIsGiven() {
        startWithNetwork();
        holder.apply(GOOD.toString());
        executor.runAll();
        assertInForce(GOOD);
        holder.apply("{\"apps\":{\"org.onosdmm\":{\"dmm\":" + BETTER + "}}}");
        executor.runAll();
        assertInForce(BETTER);
        DmmException refusal = assertThrows(DmmException.class, () -> holder.apply(BAD.toString()));
        assertEquals(BAD_FIELD, refusal.field());
        assertEquals("document", assertThrows(DmmException.class, () -> holder.apply("{")).field());
        executor.runAll();
        assertInForce(BETTER);
        assertEquals(List.of(), holder.findings());
    }

    @Test
    void tellsNobodyWhatTheyKnow() {
        startWithNetwork();
        post(GOOD);
        post(GOOD);
        assertEquals(1, heard.size());
    }

    @Test
    void onlyEnqueuesInListeners() {
        startWithNetwork();
        registry.post(GOOD);
        assertEquals(Optional.empty(), holder.domain());
        executor.runAll();
        assertInForce(GOOD);
        network.removeDevice(2);
        registry.delete();
        assertEquals(List.of(), holder.findings());
        assertInForce(GOOD);
    }

    @Test
    void refusesABadDocumentAndKeepsTheLastGoodOne() {
        startWithNetwork();
        post(GOOD);
        InvalidConfigException refusal = assertThrows(InvalidConfigException.class, () -> registry.post(BAD));
        assertTrue(refusal.getMessage().endsWith("Field \"" + BAD_FIELD + "\" is invalid: " + BAD_REASON));
        executor.runAll();
        assertInForce(GOOD);
        assertEquals(List.of(Finding.error(BAD_FIELD, BAD_REASON + LAST_GOOD)), holder.findings());
        assertEquals(1, warnings());
        assertTrue(log().contains("Configuration: " + BAD_FIELD + ": " + BAD_REASON + LAST_GOOD));
    }

    @Test
    void refusesABadDocumentBeforeThereIsAGoodOne() {
        startWithNetwork();
        assertThrows(InvalidConfigException.class, () -> registry.post(BAD));
        executor.runAll();
        assertEquals(Optional.empty(), holder.domain());
        assertEquals(List.of(Finding.error(BAD_FIELD, BAD_REASON + NONE)), holder.findings());
    }

    @Test
    void aRefusalIsToldUntilAGoodDocumentComes() {
        startWithNetwork();
        post(GOOD);
        assertThrows(InvalidConfigException.class, () -> registry.post(BAD));
        network.addPort(1, 11);
        executor.runAll();
        assertEquals(1, holder.findings().size());
        post(GOOD);
        assertEquals(List.of(), holder.findings());
    }

    @Test
    void aDocumentThatWasStoredButIsNoneIsRefused() {
        registry.preset(BAD);
        startWithNetwork();
        assertEquals(Optional.empty(), holder.domain());
        assertEquals(List.of(Finding.error(BAD_FIELD, BAD_REASON + NONE)), holder.findings());
    }

    @Test
    void waitsForADevice() {
        startWithNetwork();
        post(ELSEWHERE);
        assertEquals(Optional.empty(), holder.domain());
        assertEquals(List.of(Finding.error("anchors[1].device", UNKNOWN + NONE)), holder.findings());
        network.connect(3, 10);
        executor.runAll();
        assertInForce(ELSEWHERE);
        assertEquals(List.of(), holder.findings());
    }

    @Test
    void keepsTheLastGoodOneWhileItWaits() {
        startWithNetwork();
        post(GOOD);
        post(ELSEWHERE);
        assertInForce(GOOD);
        assertEquals(List.of(Finding.error("anchors[1].device", UNKNOWN + LAST_GOOD)), holder.findings());
        network.connect(3);
        executor.runAll();
        assertEquals("anchors[1].uplink.port", holder.findings().get(0).subject());
        network.addPort(3, 10);
        executor.runAll();
        assertInForce(ELSEWHERE);
    }

    @Test
    void saysOnceWhatItWaitsFor() {
        startWithNetwork();
        post(ELSEWHERE);
        network.addPort(1, 11);
        executor.runAll();
        network.addPort(1, 12);
        executor.runAll();
        assertEquals(1, warnings());
    }

    @Test
    void anUplinkMustNotLeadToASwitch() {
        startWithNetwork();
        Link link = network.link(port(1, 10), port(9, 1), Link.Type.DIRECT);
        post(GOOD);
        assertEquals(Optional.empty(), holder.domain());
        assertEquals("anchors[0].uplink.port", holder.findings().get(0).subject());
        network.unlink(link);
        executor.runAll();
        assertInForce(GOOD);
    }

    @Test
    void uplinksMayMeetOutside() {
        startWithNetwork();
        network.link(port(1, 10), port(2, 10), Link.Type.INDIRECT);
        post(GOOD);
        assertInForce(GOOD);
    }

    @Test
    void failuresOfTheNetworkPutNothingOutOfForce() {
        startWithNetwork();
        post(GOOD);
        network.removeDevice(2);
        executor.runAll();
        assertInForce(GOOD);
        assertEquals(List.of(Finding.warning("anchors[1].device", "'of:0000000000000002' is not a device that ONOS "
                + "knows; the configuration is in force all the same")), holder.findings());
        network.connect(2, 10);
        executor.runAll();
        assertEquals(List.of(), holder.findings());
    }

    @Test
    void withoutConfigurationNoDomain() {
        startWithNetwork();
        post(GOOD);
        assertThrows(InvalidConfigException.class, () -> registry.post(BAD));
        registry.delete();
        executor.runAll();
        assertEquals(Optional.empty(), holder.domain());
        assertEquals(List.of(), holder.findings());
        assertEquals(List.of(Optional.of(domain(GOOD)), Optional.empty()), heard);
        assertTrue(map.isEmpty());
    }

    @Test
    void afterARestartTheSameDocumentIsInForceAtOnce() {
        map.put("document", GOOD.toString());
        registry.preset(GOOD);
        start();
        assertInForce(GOOD);
        assertEquals(Finding.Severity.WARNING, holder.findings().get(0).severity());
    }

    @Test
    void afterARestartTheLastGoodOneIsInForceWhileAnotherWaits() {
        startWithNetwork();
        map.put("document", GOOD.toString());
        post(ELSEWHERE);
        assertInForce(GOOD);
        assertEquals(List.of(Finding.error("anchors[1].device", UNKNOWN + LAST_GOOD)), holder.findings());
        assertEquals(GOOD.toString(), map.get("document").value());
    }

    @Test
    void remembersWhatIsInForce() {
        startWithNetwork();
        post(GOOD);
        post(ELSEWHERE);
        assertEquals(GOOD.toString(), map.get("document").value());
        network.connect(3, 10);
        executor.runAll();
        assertEquals(ELSEWHERE.toString(), map.get("document").value());
    }

    @Test
    void doesNotRememberWhatIsNotConfigured() {
        map.put("document", GOOD.toString());
        startWithNetwork();
        assertEquals(Optional.empty(), holder.domain());
    }

    @Test
    void whatItRemembersMayBeNoneAnyMore() {
        map.put("document", BAD.toString());
        startWithNetwork();
        post(ELSEWHERE);
        assertEquals(Optional.empty(), holder.domain());
        map.put("document", "{");
        post(ELSEWHERE);
        assertEquals(Optional.empty(), holder.domain());
    }

    @Test
    void needsNoMemory() {
        network.connect(1, 10).connect(2, 10);
        start(new TestStorageService() {
            @Override
            public <K, V> ConsistentMapBuilder<K, V> consistentMapBuilder() {
                return builder(new ConsistentMapAdapter<K, V>() {
                    @Override
                    public Versioned<V> get(K key) {
                        throw new ConsistentMapException.Timeout();
                    }

                    @Override
                    public Versioned<V> put(K key, V value) {
                        throw new ConsistentMapException.Timeout();
                    }

                    @Override
                    public Versioned<V> remove(K key) {
                        throw new ConsistentMapException.Timeout();
                    }
                });
            }
        });
        post(GOOD);
        assertInForce(GOOD);
        registry.delete();
        executor.runAll();
        assertEquals(Optional.empty(), holder.domain());
    }

    @Test
    void manyEventsAreOneReview() {
        startWithNetwork();
        for (int port = 100; port < 200; port++) {
            network.addPort(1, port);
        }
        assertEquals(1, executor.queued());
        executor.runAll();
        network.addPort(1, 200);
        assertEquals(1, executor.queued());
    }

    @Test
    void statisticsAreNoNews() {
        startWithNetwork();
        network.portStatistics(1);
        assertEquals(0, executor.queued());
    }

    @Test
    void otherConfigurationIsNoNews() {
        startWithNetwork();
        registry.tell(new NetworkConfigEvent(NetworkConfigEvent.Type.CONFIG_REMOVED, APP, BasicDeviceConfig.class));
        registry.tell(new NetworkConfigEvent(NetworkConfigEvent.Type.CONFIG_REMOVED,
                new DefaultApplicationId(8, "org.other"), DmmConfig.class));
        assertEquals(0, executor.queued());
    }

    @Test
    void aListenerThatFailsHarmsNobody() {
        List<Optional<Domain>> second = new ArrayList<>();
        holder.addListener(domain -> {
            throw new IllegalStateException("on purpose");
        });
        holder.addListener(second::add);
        startWithNetwork();
        post(GOOD);
        post(BETTER);
        assertEquals(2, second.size());
    }

    @Test
    void aListenerThatLeftHearsNothing() {
        List<Optional<Domain>> second = new ArrayList<>();
        Consumer<Optional<Domain>> listener = second::add;
        holder.addListener(listener);
        startWithNetwork();
        post(GOOD);
        holder.removeListener(listener);
        post(BETTER);
        assertEquals(1, second.size());
    }

    @Test
    void leavesNothingBehind() {
        startWithNetwork();
        post(GOOD);
        registry.post(BETTER);
        assertFalse(network.isUnwatched());
        holder.deactivate();
        assertTrue(network.isUnwatched());
        assertTrue(registry.isUnused());
        assertTrue(executor.isShutdown());
        assertEquals(0, executor.queued());
    }

    @Test
    void anEventThatComesTooLateDoesNoHarm() {
        startWithNetwork();
        executor.shutdown();
        network.addPort(1, 11);
        assertEquals(0, executor.queued());
    }

    private void startWithNetwork() {
        network.connect(1, 10).connect(2, 10);
        start();
    }

    private void start() {
        start(new TestStorageService() {
            @Override
            @SuppressWarnings("unchecked")
            public <K, V> ConsistentMapBuilder<K, V> consistentMapBuilder() {
                return builder((ConsistentMap<K, V>) map);
            }
        });
    }

    private void start(StorageService storage) {
        holder.addListener(heard::add);
        holder.coreService = new CoreServiceAdapter() {
            @Override
            public ApplicationId registerApplication(String name) {
                return name.equals(APP.name()) ? APP : null;
            }
        };
        holder.configRegistry = registry;
        holder.deviceService = network.deviceService();
        holder.linkService = network.linkService();
        holder.storageService = storage;
        holder.activate();
        executor.runAll();
    }

    private void post(JsonNode document) {
        registry.post(document);
        executor.runAll();
    }

    private void assertInForce(JsonNode document) {
        assertEquals(Optional.of(domain(document)), holder.domain());
    }

    private String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    private long warnings() {
        return log().lines().filter(line -> line.contains("WARN")).count();
    }

    private static Domain domain(JsonNode document) {
        return new DomainParser(Strategies.builtIn().ids()).parse(document);
    }

    private static ConsistentMap<String, String> storedMap() {
        return new TestConsistentMap.Builder<String, String>().build();
    }

    private static <K, V> ConsistentMapBuilder<K, V> builder(ConsistentMap<K, V> map) {
        return new TestConsistentMap.Builder<K, V>() {
            @Override
            public ConsistentMap<K, V> build() {
                return map;
            }
        };
    }
}
