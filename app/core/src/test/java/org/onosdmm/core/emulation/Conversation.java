/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.emulation;

import org.onlab.packet.IpAddress;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * UDP between a host and a correspondent outside, both ways at a steady rate. The correspondent answers to the address
 * and port that it has seen last, as a call does.
 */
public final class Conversation {
    private final Emulation net;
    private final Station station;
    private final IpAddress local;
    private final int localPort;
    private final IpAddress remote;
    private final int remotePort;
    private final String name;
    private final Direction up = new Direction("up");
    private final Direction down = new Direction("down");
    private final List<String> outsideAddresses = new ArrayList<>();
    private IpAddress seen;
    private boolean running;

    Conversation(Emulation net, Station station, int localPort, IpAddress remote, int remotePort) {
        this.net = net;
        this.station = station;
        this.local = station.address();
        this.localPort = localPort;
        this.remote = remote;
        this.remotePort = remotePort;
        this.name = station + ":" + localPort + "-" + remotePort;
        net.onHeard(this::hear);
    }

    /** From now on both sides send a packet in every period, us. */
    public Conversation start(long period) {
        running = true;
        sendUp(period);
        net.clock().after(period / 2, () -> sendDown(period));
        return this;
    }

    /** Nobody sends any more. */
    public void stop() {
        running = false;
    }

    /** The host sends one packet. */
    public void sendUp() {
        boolean somewhere = station.location().isPresent();
        String text = up.next(name, net.clock().micros(), somewhere);
        station.send(station.udp(remote, localPort, remotePort, text).ip(local, remote).build());
    }

    /** The correspondent sends one packet, to the address it has seen last. */
    public void sendDown() {
        if (seen != null) {
            net.outside().say(remote, remotePort, seen, localPort, down.next(name, net.clock().micros(), true));
        }
    }

    private void sendUp(long period) {
        if (running) {
            sendUp();
            net.clock().after(period, () -> sendUp(period));
        }
    }

    private void sendDown(long period) {
        if (running) {
            sendDown();
            net.clock().after(period, () -> sendDown(period));
        }
    }

    private void hear(Heard heard) {
        String text = heard.text();
        if (text.startsWith(name + " up ") && heard.to().equals(remote)) {
            if (!heard.from().equals(seen)) {
                seen = heard.from();
                outsideAddresses.add(seen + " by edge " + heard.edge());
            }
            up.heard(text, heard.time());
        } else if (text.startsWith(name + " down ") && heard.to().equals(local)) {
            down.heard(text, heard.time());
        }
    }

    /** The host's own address, the same from the first packet on. */
    public IpAddress local() {
        return local;
    }

    /** From the host to the correspondent. */
    public Direction up() {
        return up;
    }

    /** From the correspondent to the host. */
    public Direction down() {
        return down;
    }

    /** The outside addresses that the correspondent has seen, one after the other, with the edges they came out of. */
    public List<String> outsideAddresses() {
        return outsideAddresses;
    }

    /** One direction. */
    public static final class Direction {
        private final String label;
        private final List<Long> sent = new ArrayList<>();
        private final Map<Integer, Integer> heard = new TreeMap<>();
        private final List<Integer> order = new ArrayList<>();
        private final List<Integer> unsent = new ArrayList<>();

        private Direction(String label) {
            this.label = label;
        }

        private String next(String name, long time, boolean somewhere) {
            sent.add(time);
            if (!somewhere) {
                unsent.add(sent.size() - 1);
            }
            return name + " " + label + " " + (sent.size() - 1);
        }

        private void heard(String text, long time) {
            int number = Integer.parseInt(text.substring(text.lastIndexOf(' ') + 1));
            heard.merge(number, 1, Integer::sum);
            order.add(number);
        }

        /** How many packets were sent. */
        public int sent() {
            return sent.size();
        }

        /** How many different packets have arrived. */
        public int arrived() {
            return heard.size();
        }

        /** The packets that have not arrived, without those that a host sent while it was nowhere. */
        public List<Integer> lost() {
            return lostBetween(0, Long.MAX_VALUE);
        }

        /** Those that were sent in a span of time, us. */
        public List<Integer> lostBetween(long from, long to) {
            List<Integer> lost = new ArrayList<>();
            for (int number = 0; number < sent.size(); number++) {
                boolean within = sent.get(number) >= from && sent.get(number) < to;
                if (within && !heard.containsKey(number) && !unsent.contains(number)) {
                    lost.add(number);
                }
            }
            return lost;
        }

        /** The packets that have arrived more than once. */
        public List<Integer> duplicated() {
            return heard.entrySet().stream().filter(e -> e.getValue() > 1).map(Map.Entry::getKey)
                    .collect(Collectors.toList());
        }

        /** How many packets arrived behind one that was sent later. */
        public int reordered() {
            int count = 0;
            int latest = -1;
            for (int number : order) {
                count += number < latest ? 1 : 0;
                latest = Math.max(latest, number);
            }
            return count;
        }

        @Override
        public String toString() {
            return label + " " + sent.size() + " sent, lost " + lost() + ", duplicated " + duplicated();
        }
    }
}
