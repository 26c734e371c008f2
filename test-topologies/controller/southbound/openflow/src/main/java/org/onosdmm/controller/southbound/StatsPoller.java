/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.controller.southbound;

import org.onlab.util.Tools;
import org.onosproject.openflow.controller.Dpid;
import org.onosproject.openflow.controller.OpenFlowSwitch;
import org.onosproject.openflow.controller.RoleState;
import org.projectfloodlight.openflow.protocol.OFMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Asks each switch that we are master of for one kind of statistics, again and again. */
public final class StatsPoller {

    /** System property: how often to poll, in seconds; as often as a stock ONOS unless it says otherwise. */
    public static final String PERIOD = "org.onosdmm.controller.pollSeconds";

    private static final int STOCK_PERIOD_SECONDS = 5;

    private static final int FIRST_POLL_SECONDS = 1;
    private static final Logger LOG = LoggerFactory.getLogger(StatsPoller.class);

    private final Function<OpenFlowSwitch, OFMessage> request;
    private final ScheduledExecutorService timer;
    private final long patience;
    private final LongSupplier clock;
    private final Map<Dpid, Poll> polls = new ConcurrentHashMap<>();
    /** When a switch was asked whose answer has not been dealt with, ns. */
    private final Map<Dpid, Long> asked = new ConcurrentHashMap<>();

    /**
     * Creates a poller that does nothing yet, and asks whether or not it has been answered.
     *
     * @param name what is polled, for the name of the thread
     * @param request makes a fresh request for a switch
     */
    public StatsPoller(String name, Function<OpenFlowSwitch, OFMessage> request) {
        this(name, request, Duration.ZERO, System::nanoTime);
    }

    /**
     * Creates a poller that does nothing yet. It does not ask a switch again before {@link #answered} was told that the
     * last answer has been dealt with: of a switch with tens of thousands of rules that may take longer than a period,
     * and answers that wait would fill the memory.
     *
     * @param name what is polled, for the name of the thread
     * @param request makes a fresh request for a switch
     * @param patience after that long an answer is no longer expected
     * @param clock tells the time, ns
     */
    public StatsPoller(String name, Function<OpenFlowSwitch, OFMessage> request, Duration patience,
                       LongSupplier clock) {
        this.request = request;
        this.patience = patience.toNanos();
        this.clock = clock;
        ScheduledThreadPoolExecutor executor =
                new ScheduledThreadPoolExecutor(1, Tools.groupedThreads("onos/of", name + "-poll-%d", LOG));
        executor.setRemoveOnCancelPolicy(true);
        this.timer = executor;
    }

    /** Starts to poll a switch; replaces an earlier connection of the same datapath. */
    public void start(Dpid dpid, OpenFlowSwitch sw) {
        polls.compute(dpid, (id, earlier) -> {
            end(id, earlier);
            return new Poll(sw, timer.scheduleAtFixedRate(() -> poll(sw),
                    FIRST_POLL_SECONDS, Integer.getInteger(PERIOD, STOCK_PERIOD_SECONDS), TimeUnit.SECONDS));
        });
    }

    /**
     * Stops to poll a switch whose connection has ended. That may be told after a new connection has begun, on another
     * thread: a poll of the switch that is there goes on.
     *
     * @param present finds the switch that is connected now, or null
     */
    public void stop(Dpid dpid, Function<Dpid, OpenFlowSwitch> present) {
        polls.computeIfPresent(dpid, (id, poll) -> poll.sw == present.apply(id) ? poll : end(id, poll));
    }

    private Poll end(Dpid dpid, Poll poll) {
        if (poll != null) {
            poll.timer.cancel(false);
        }
        asked.remove(dpid);
        return null;
    }

    /** The answer of a switch has been dealt with. */
    public void answered(Dpid dpid) {
        asked.remove(dpid);
    }

    /** Stops for good. */
    public void shutdown() {
        timer.shutdownNow();
        polls.clear();
    }

    /** Asks the switch once, if it is connected and ours. */
    void poll(OpenFlowSwitch sw) {
        try {
            if (sw.isConnected() && sw.getRole() == RoleState.MASTER && !isBusy(sw.getDpid())) {
                asked.put(sw.getDpid(), clock.getAsLong());
                sw.sendMsg(request.apply(sw));
            }
        } catch (RuntimeException e) { // a poll that throws would be the last one of this switch
            LOG.warn("Polling {} failed: {}", sw.getStringId(), e.toString());
        }
    }

    /** Whether a switch is polled. */
    boolean isPolled(Dpid dpid) {
        return polls.containsKey(dpid);
    }

    private boolean isBusy(Dpid dpid) {
        Long since = asked.get(dpid);
        return since != null && clock.getAsLong() - since < patience;
    }

    /** One connection of a switch, and what polls it. */
    private static final class Poll {

        private final OpenFlowSwitch sw;
        private final ScheduledFuture<?> timer;

        private Poll(OpenFlowSwitch sw, ScheduledFuture<?> timer) {
            this.sw = sw;
            this.timer = timer;
        }
    }
}
