/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.explain;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.onlab.packet.MacAddress;
import org.onosdmm.core.model.PathGroup;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.instructions.Instruction;
import org.onosproject.net.flow.instructions.Instructions;
import org.onosproject.net.flow.instructions.L2ModificationInstruction;
import org.onosproject.net.flow.instructions.L3ModificationInstruction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sends a packet through switches as these would: table by table, the highest priority that matches, what a rule says
 * in its order; then over the link to the next one. Where a group chooses among ports by a hash, each choice is a way.
 */
final class Walker {

    /** More switches than any way has that is not a circle. */
    private static final int MOST_PASSES = 32;
    /** More ways than anybody wants to read. */
    private static final int MOST_WALKS = 16;

    private final Tables tables;
    private final ImmutableMap<ConnectPoint, ConnectPoint> links;
    private final ImmutableList.Builder<Walk> walks = ImmutableList.builder();
    private int found;

    private Walker(Tables tables, ImmutableMap<ConnectPoint, ConnectPoint> links) {
        this.tables = tables;
        this.links = links;
    }

    /** The ways that a packet takes which comes in by a port, the likely one first. */
    static ImmutableList<Walk> walk(Tables tables, ImmutableMap<ConnectPoint, ConnectPoint> links, ConnectPoint in,
                                    Packet packet) {
        Walker walker = new Walker(tables, links);
        walker.receive(ImmutableList.of(), in, packet, false);
        return walker.walks.build();
    }

    private void receive(ImmutableList<Walk.Pass> before, ConnectPoint in, Packet packet, boolean copy) {
        if (before.size() == MOST_PASSES) {
            end(before, Walk.End.LOOPED, packet, copy);
        } else if (found < MOST_WALKS) {
            new Visit(before, in, packet, copy).pass();
        }
    }

    private void end(Iterable<Walk.Pass> passes, Walk.End end, Packet packet, boolean copy) {
        walks.add(Walk.of(passes, end, packet, copy));
        found++;
    }

    /** What was sent out of a switch: a copy of the packet, and the rules that it had met by then. */
    private static final class Sent {
        private final ImmutableList<PortNumber> ports;
        private final ImmutableList<Walk.Rule> rules;
        private final Packet packet;

        private Sent(ImmutableList<PortNumber> ports, List<Walk.Rule> rules, Packet packet) {
            this.ports = ports;
            this.rules = ImmutableList.copyOf(rules);
            this.packet = packet;
        }
    }

    /** One packet in one switch. */
    private final class Visit {
        private final ImmutableList<Walk.Pass> before;
        private final ConnectPoint in;
        private final boolean copy;
        private final List<Walk.Rule> rules = new ArrayList<>();
        private final List<Sent> sent = new ArrayList<>();
        private Packet packet;
        private boolean punted;

        private Visit(ImmutableList<Walk.Pass> before, ConnectPoint in, Packet packet, boolean copy) {
            this.before = before;
            this.in = in;
            this.packet = packet;
            this.copy = copy;
        }

        private void pass() {
            boolean matched = true;
            for (Optional<Integer> table = Optional.of(0); table.isPresent() && matched;) {
                Optional<Walk.Rule> rule = tables.match(in.deviceId(), table.get(), in.port(), packet);
                matched = rule.isPresent();
                rule.ifPresent(this::perform);
                table = rule.flatMap(r -> Optional.ofNullable(r.treatment().tableTransition()))
                        .map(Instructions.TableTypeTransition::tableId);
            }
            if (sent.isEmpty()) {
                stop(punted ? Walk.End.CONTROLLER : matched ? Walk.End.DROPPED : Walk.End.MISSED);
            }
            for (int i = 0; i < sent.size(); i++) {
                leave(sent.get(i), copy || i > 0);
            }
        }

        private void stop(Walk.End end) {
            end(with(Optional.empty(), rules), end, packet, copy);
        }

        private ImmutableList<Walk.Pass> with(Optional<PortNumber> out, List<Walk.Rule> met) {
            return ImmutableList.<Walk.Pass>builder().addAll(before)
                    .add(Walk.Pass.of(in, out, ImmutableList.copyOf(met))).build();
        }

        private void perform(Walk.Rule rule) {
            rules.add(rule);
            rule.treatment().immediate().forEach(this::perform);
        }

        private void perform(Instruction instruction) {
            switch (instruction.type()) {
                case OUTPUT:
                    output(((Instructions.OutputInstruction) instruction).port());
                    break;
                case GROUP:
                    int id = ((Instructions.GroupInstruction) instruction).groupId().id();
                    sent.add(new Sent(tables.group(in.deviceId(), id).map(this::choices)
                            .orElse(ImmutableList.of()), rules, packet));
                    break;
                case L2MODIFICATION:
                    modify((L2ModificationInstruction) instruction);
                    break;
                case L3MODIFICATION:
                    modify((L3ModificationInstruction) instruction);
                    break;
                default:
                    // nothing else touches a packet of IP here
                    break;
            }
        }

        private void output(PortNumber port) {
            if (port.equals(PortNumber.CONTROLLER)) {
                punted = true;
            } else {
                sent.add(new Sent(ImmutableList.of(port), rules, packet));
            }
        }

        private ImmutableList<PortNumber> choices(PathGroup group) {
            return group.members().isEmpty() ? ImmutableList.of(firstAlive(group))
                    : group.members().stream().map(this::firstAlive).distinct()
                            .collect(ImmutableList.toImmutableList());
        }

        private PortNumber firstAlive(PathGroup group) {
            PortNumber port = group.ports().stream().filter(p -> links.containsKey(at(in.deviceId(), p))).findFirst()
                    .orElse(group.ports().get(0));
            return group.back().filter(port::equals).isPresent() ? PortNumber.IN_PORT : port;
        }

        private void modify(L2ModificationInstruction instruction) {
            if (instruction instanceof L2ModificationInstruction.ModEtherInstruction) {
                MacAddress mac = ((L2ModificationInstruction.ModEtherInstruction) instruction).mac();
                packet = (instruction.subtype() == L2ModificationInstruction.L2SubType.ETH_DST
                        ? packet.toBuilder().ethDst(mac) : packet.toBuilder().ethSrc(mac)).build();
            }
        }

        private void modify(L3ModificationInstruction instruction) {
            switch (instruction.subtype()) {
                case IPV4_SRC:
                case IPV6_SRC:
                    packet = packet.toBuilder().source(((L3ModificationInstruction.ModIPInstruction) instruction).ip())
                            .build();
                    break;
                case IPV4_DST:
                case IPV6_DST:
                    packet = packet.toBuilder()
                            .destination(((L3ModificationInstruction.ModIPInstruction) instruction).ip()).build();
                    break;
                default:
                    break;
            }
        }

        private void leave(Sent one, boolean isCopy) {
            if (one.ports.isEmpty()) {
                end(with(Optional.empty(), one.rules), Walk.End.MISSED, one.packet, isCopy);
            }
            for (PortNumber wanted : one.ports) {
                PortNumber port = wanted.equals(PortNumber.IN_PORT) ? in.port() : wanted;
                if (wanted.equals(in.port())) {
                    end(with(Optional.empty(), one.rules), Walk.End.TURNED, one.packet, isCopy);
                    continue;
                }
                ImmutableList<Walk.Pass> passes = with(Optional.of(port), one.rules);
                ConnectPoint next = links.get(at(in.deviceId(), port));
                if (next == null) {
                    end(passes, Walk.End.LEFT, one.packet, isCopy);
                } else {
                    receive(passes, next, one.packet, isCopy);
                }
            }
        }
    }

    private static ConnectPoint at(DeviceId device, PortNumber port) {
        return new ConnectPoint(device, port);
    }
}
