/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.engine;

import org.junit.jupiter.api.Test;
import org.onlab.packet.IpAddress;
import org.onosdmm.core.emulation.Conversation;
import org.onosdmm.core.emulation.Emulation;
import org.onosdmm.core.emulation.Outside;
import org.onosdmm.core.emulation.Station;
import org.onosdmm.dataplane.FlowMod;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;
import org.onosproject.net.host.HostEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A dozen of things go wrong at once, by lot, while nodes move and talk; once it is over, and without a person, the
 * rules are right and everybody is heard. A failure names its seed; {@code -Ddmm.seed=N} plays one again,
 * {@code -Ddmm.rounds=N} takes more of them.
 */
class ChaosTest {
    private static final IpAddress SIP = Outside.address(10);
    private static final int CALL = 16384;
    private static final int ROUNDS = Integer.getInteger("dmm.rounds", 40);
    private static final int STEPS = 60;

    private Random random;
    private Emulation net;
    private final List<Station> stations = new ArrayList<>();
    private final List<Conversation> calls = new ArrayList<>();
    private final List<DeviceId> away = new ArrayList<>();

    @Test
    void itEndsWell() {
        Long only = Long.getLong("dmm.seed");
        long first = only == null ? 1 : only;
        long last = only == null ? ROUNDS : only;
        for (long seed = first; seed <= last; seed++) {
            try {
                round(seed);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        System.out.println("chaos: seeds " + first + " to " + last + " end well");
    }

    private void round(long seed) {
        random = new Random(seed);
        begin();
        for (int step = 0; step < STEPS; step++) {
            somethingHappens();
            net.runMicros(random.nextInt(4) == 0 ? random.nextInt(3_000_000) : random.nextInt(5_000));
        }
        allIsRepaired();
        net.assertExact();
        everybodyIsHeard();
        calls.forEach(call -> assertEquals(List.of(), call.up().duplicated(), call::toString));
        calls.forEach(call -> assertEquals(List.of(), call.down().duplicated(), call::toString));
    }

    private void begin() {
        net = Emulation.campus();
        stations.clear();
        calls.clear();
        away.clear();
        for (int i = 1; i <= 3; i++) {
            Station station = net.station("n" + i, i, "10." + i + ".0.10");
            stations.add(station);
            calls.add(net.converse(station, CALL, SIP, CALL + i).start(7_000));
        }
        net.run(100);
        net.clock().disturb(random);
        net.control().shuffle(random);
        net.control().channel(device -> 50 + random.nextInt(1_500));
    }

    private void somethingHappens() {
        switch (random.nextInt(16)) {
            case 0:
                away();
                break;
            case 1:
                back();
                break;
            case 2:
                net.restart();
                break;
            case 3:
                int table = random.nextInt(4);
                boolean adding = random.nextBoolean();
                net.wires().live().faults().rejectIf(mod -> (mod.command() == FlowMod.Command.ADD) == adding
                        && mod.rule().table().toString().equals(String.valueOf(table)));
                break;
            case 4:
                net.wires().live().faults().rejectNothing();
                break;
            case 5:
                net.stores().failing(random.nextInt(3) == 0);
                break;
            case 6:
                net.beginAudit();
                break;
            case 7:
                stations.get(random.nextInt(3)).say(stations.get(random.nextInt(3)).address(), 1, 2, "psst");
                break;
            case 8:
                forgedOrLost();
                break;
            case 9:
                net.upkeep().age();
                break;
            case 10:
                net.setUplink(1 + random.nextInt(4), random.nextInt(3) == 0);
                break;
            case 11:
                net.outside().setSilent(1 + random.nextInt(4), random.nextBoolean());
                break;
            default:
                move(stations.get(random.nextInt(3)));
        }
    }

    private void away() {
        List<DeviceId> devices = new ArrayList<>(net.topology().edges());
        devices.addAll(net.topology().cores());
        devices.removeAll(away);
        if (away.size() < 2) {
            DeviceId device = devices.get(random.nextInt(devices.size()));
            away.add(device);
            if (random.nextBoolean()) {
                net.setConnected(device, false);
            } else {
                net.setPower(device, false);
            }
        }
    }

    private void back() {
        if (!away.isEmpty()) {
            back(away.remove(0));
        }
    }

    private void back(DeviceId device) {
        net.setPower(device, true);
        net.setConnected(device, true);
    }

    private void move(Station station) {
        int edge = 1 + random.nextInt(4);
        ConnectPoint old = station.location().orElse(null);
        ConnectPoint place = random.nextBoolean() ? net.topology().access(edge) : net.topology().second(edge);
        if (old != null && random.nextInt(3) == 0) {
            station.leave();
            net.hostSeen(HostEvent.Type.HOST_REMOVED, station, old, net.clock().millis());
            net.runMicros(random.nextInt(100_000));
        }
        station.at(place);
        if (random.nextBoolean()) {
            station.announce();
        }
    }

    private void forgedOrLost() {
        boolean lossy = random.nextBoolean();
        net.losePackets(punt -> lossy && random.nextInt(4) == 0);
    }

    /** Whatever was broken works again; nobody does anything about what it has left behind. */
    private void allIsRepaired() {
        new ArrayList<>(away).forEach(this::back);
        for (int edge = 1; edge <= net.topology().edges().size(); edge++) {
            net.setUplink(edge, true);
            net.outside().setSilent(edge, false);
        }
        net.wires().live().faults().rejectNothing();
        net.stores().failing(false);
        net.losePackets(punt -> false);
        stations.stream().filter(s -> !s.location().isPresent()).forEach(s -> s.at(net.topology().access(1)));
        net.run(20_000);
        net.audit();
        net.run(70_000);
    }

    private void everybodyIsHeard() {
        long now = net.clock().micros();
        net.run(500);
        calls.forEach(Conversation::stop);
        net.run(100);
        for (Conversation call : calls) {
            assertTrue(call.up().sent() > 0);
            assertEquals(List.of(), call.up().lostBetween(now, Long.MAX_VALUE), call::toString);
            assertEquals(List.of(), call.down().lostBetween(now, Long.MAX_VALUE), call::toString);
        }
        for (Station station : stations) {
            assertEquals(station.location().get(), net.binding(station).current().poa());
        }
    }
}
