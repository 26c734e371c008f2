/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.onos.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.Finding;
import org.onosdmm.core.config.DomainParser;
import org.onosdmm.core.config.OfferedDocument;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.onos.AppId;
import org.onosdmm.core.strategy.Extensions;
import org.onosproject.core.ApplicationId;
import org.onosproject.core.CoreService;
import org.onosproject.net.config.NetworkConfigEvent;
import org.onosproject.net.config.NetworkConfigListener;
import org.onosproject.net.config.NetworkConfigRegistry;
import org.onosproject.net.device.DeviceEvent;
import org.onosproject.net.device.DeviceListener;
import org.onosproject.net.device.DeviceService;
import org.onosproject.net.link.LinkListener;
import org.onosproject.net.link.LinkService;
import org.onosproject.store.service.StorageService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import static org.onlab.util.Tools.groupedThreads;

/**
 * Follows the configuration in ONOS and the network that it speaks of. Listeners only enqueue; all judging is done on
 * one thread of its own.
 */
@Component(immediate = true, service = DomainService.class)
public class DomainHolder implements DomainService {

    @Reference
    protected CoreService coreService;

    @Reference
    protected NetworkConfigRegistry configRegistry;

    @Reference
    protected DeviceService deviceService;

    @Reference
    protected LinkService linkService;

    @Reference
    protected StorageService storageService;

    @Reference
    protected ExtensionService extensions = new ExtensionRegistry();

    @Reference
    protected Drains drains = Drains.NONE;

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final List<Consumer<Optional<Domain>>> listeners = new CopyOnWriteArrayList<>();
    private final NetworkConfigListener configListener = new ConfigListener();
    private final DeviceListener deviceListener = new PortListener();
    private final LinkListener linkListener = event -> networkChanged();
    private final AtomicBoolean reviewDue = new AtomicBoolean();
    private final DomainParser parser = new DomainParser(() -> extensions.strategies().ids(), () -> extensions.steps());
    private final Runnable extensionListener = this::networkChanged;
    private final Runnable drainListener = () -> enqueue(() -> changed(domain()));
    private final DmmConfigFactory factory = new DmmConfigFactory(parser, this::validated);
    private final ExecutorService executor;

    private ApplicationId appId;
    private Judge judge;

    /** A holder with a thread of its own. */
    public DomainHolder() {
        this(Executors.newSingleThreadExecutor(groupedThreads("onos/dmm", "config-%d")));
    }

    DomainHolder(ExecutorService executor) {
        this.executor = executor;
    }

    /** Starts: what is configured already is read once. */
    @Activate
    public void activate() {
        appId = coreService.registerApplication(AppId.NAME);
        judge = new Judge(parser, new NetworkFactsReader(deviceService, linkService)::about,
                new LastGood(storageService), this::changed);
        deviceService.addListener(deviceListener);
        linkService.addListener(linkListener);
        configRegistry.addListener(configListener);
        configRegistry.registerConfigFactory(factory);
        extensions.addListener(extensionListener);
        drains.addListener(drainListener);
        enqueue(this::read);
    }

    /** Stops. The document stays with ONOS. */
    @Deactivate
    public void deactivate() {
        extensions.removeListener(extensionListener);
        drains.removeListener(drainListener);
        configRegistry.removeListener(configListener);
        configRegistry.unregisterConfigFactory(factory);
        linkService.removeListener(linkListener);
        deviceService.removeListener(deviceListener);
        listeners.clear();
        executor.shutdownNow();
    }

    @Override
    public Optional<Domain> domain() {
        return judge.domain().map(drains::applied);
    }

    @Override
    public Extensions extensions() {
        return extensions;
    }

    @Override
    public Domain parse(String document) {
        return drains.applied(parser.parse(OfferedDocument.read(document)));
    }

    @Override
    public Optional<String> document() {
        return Optional.ofNullable(configRegistry.getConfig(appId, DmmConfig.class))
                .map(config -> config.node().toString());
    }

    /** What ONOS itself would refuse is refused before, with the field's name. */
    @Override
    public Domain apply(String document) {
        JsonNode ours = OfferedDocument.read(document);
        Domain offered = drains.applied(parser.parse(ours));
        configRegistry.applyConfig(appId, DmmConfig.class, ours);
        return offered;
    }

    @Override
    public ImmutableList<Finding> findings() {
        return ImmutableList.<Finding>builder().addAll(judge.findings())
                .addAll(judge.domain().map(new PacketSorting(configRegistry)::findings).orElse(ImmutableList.of()))
                .build();
    }

    @Override
    public void addListener(Consumer<Optional<Domain>> listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Consumer<Optional<Domain>> listener) {
        listeners.remove(listener);
    }

    private void read() {
        DmmConfig config = configRegistry.getConfig(appId, DmmConfig.class);
        if (config != null) {
            judge.offer(config.node());
        }
    }

    private void validated(Optional<DmmException> outcome) {
        enqueue(() -> judge.validated(outcome));
    }

    /** Of many events in a row only one leads to a review. */
    private void networkChanged() {
        if (reviewDue.compareAndSet(false, true)) {
            enqueue(() -> {
                reviewDue.set(false);
                judge.review();
            });
        }
    }

    private void changed(Optional<Domain> configured) {
        Optional<Domain> domain = configured.map(drains::applied);
        for (Consumer<Optional<Domain>> listener : listeners) {
            try {
                listener.accept(domain);
            } catch (RuntimeException e) {
                log.error("A listener failed to take the configuration", e);
            }
        }
    }

    private void enqueue(Runnable task) {
        try {
            executor.execute(() -> {
                try {
                    task.run();
                } catch (RuntimeException e) {
                    log.error("The configuration could not be judged", e);
                }
            });
        } catch (RejectedExecutionException e) {
            log.debug("Stopped: an event came too late", e);
        }
    }

    private final class ConfigListener implements NetworkConfigListener {
        @Override
        public boolean isRelevant(NetworkConfigEvent event) {
            return event.configClass().equals(DmmConfig.class) && event.subject().equals(appId);
        }

        @Override
        public void event(NetworkConfigEvent event) {
            switch (event.type()) {
                case CONFIG_ADDED:
                case CONFIG_UPDATED:
                    event.config().ifPresent(config -> enqueue(() -> judge.offer(config.node())));
                    break;
                case CONFIG_REMOVED:
                    enqueue(judge::withdraw);
                    break;
                default:
                    break;
            }
        }
    }

    private final class PortListener implements DeviceListener {
        @Override
        public boolean isRelevant(DeviceEvent event) {
            return event.type() != DeviceEvent.Type.PORT_STATS_UPDATED;
        }

        @Override
        public void event(DeviceEvent event) {
            networkChanged();
        }
    }
}
