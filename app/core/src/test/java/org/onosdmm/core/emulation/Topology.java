/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.emulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.onlab.packet.MacAddress;
import org.onosdmm.core.config.DomainParser;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.strategy.Strategies;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Edges and two core switches with a link between them, every edge on both. Ports of an edge: 1 and 2 to the cores, 3
 * and 4 access, 10 uplink; of a core: N to edge N, the last one to the other core. As in {@code topologies/plan.py}.
 */
public final class Topology {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String CAMPUS = "test-topologies/topologies/campus.json";
    private static final String CAMPUS_DHCP = "test-topologies/topologies/campus-dhcp.json";
    private static final int CAMPUS_EDGES = 4;
    private static final int FIRST_CORE = 0x11;
    private static final int CORES = 2;
    private static final int AP = 3;
    private static final int SECOND = 4;

    private final ImmutableList<DeviceId> edges;
    private final ImmutableList<DeviceId> cores;
    private final ImmutableMap<ConnectPoint, ConnectPoint> links;
    private final JsonNode document;

    private Topology(int count, int firstCore, JsonNode document) {
        this.document = document;
        this.edges = IntStream.rangeClosed(1, count).mapToObj(Topology::device)
                .collect(ImmutableList.toImmutableList());
        this.cores = IntStream.range(firstCore, firstCore + CORES).mapToObj(Topology::device)
                .collect(ImmutableList.toImmutableList());
        ImmutableMap.Builder<ConnectPoint, ConnectPoint> ends = ImmutableMap.builder();
        for (int edge = 1; edge <= count; edge++) {
            for (int core = 0; core < CORES; core++) {
                put(ends, port(edges.get(edge - 1), core + 1), port(cores.get(core), edge));
            }
        }
        put(ends, port(cores.get(0), count + 1), port(cores.get(1), count + 1));
        this.links = ends.build();
    }

    private static void put(ImmutableMap.Builder<ConnectPoint, ConnectPoint> ends, ConnectPoint a, ConnectPoint b) {
        ends.put(a, b).put(b, a);
    }

    /** The network {@code campus}, configured by the file that users read. */
    public static Topology campus() {
        return new Topology(CAMPUS_EDGES, FIRST_CORE, read(CAMPUS).at("/apps/org.onosdmm/dmm"));
    }

    /** The network {@code campus} with addresses to lend in IPv6, too: pools 2001:db8:e:N::/120. */
    public static Topology lending() {
        Topology campus = campus();
        ObjectNode document = campus.document();
        for (int n = 1; n <= CAMPUS_EDGES; n++) {
            ObjectNode uplink = (ObjectNode) document.at("/anchors/" + (n - 1) + "/uplink/ipv6");
            uplink.putArray("pool").add("2001:db8:e:" + n + "::/120");
            ArrayNode reach = uplink.putArray("reach");
            reach.addObject().put("prefix", "::/0").put("cost", 10);
            if (n == 3) {
                reach.addObject().put("prefix", "2001:db8:cafe::20/128").put("cost", 1);
            }
        }
        return campus.configured(document);
    }

    /** The network {@code campus} with DHCP as in {@code campus-dhcp}: every rule for all nodes. */
    public static Topology everything() {
        ObjectNode document = campus().document();
        document.putObject("dhcp").putArray("ranges").add("10.1.0.100-10.1.0.199");
        document.putObject("multicast").putArray("groups").add("224.0.0.251").add("ff02::fb");
        return campus().configured(document);
    }

    /** The network {@code campus-dhcp}, configured by the file that users read. */
    public static Topology campusDhcp() {
        return campus().configured(read(CAMPUS_DHCP).at("/apps/org.onosdmm/dmm"));
    }

    /** The same shape with this many edges, 200 at most; home prefixes 10.N.0.0/16, pools 100.N.0.0/16. */
    public static Topology of(int count) {
        ObjectNode document = campus().document.deepCopy();
        ArrayNode anchors = document.putArray("anchors");
        for (int n = 1; n <= count; n++) {
            ObjectNode anchor = anchors.addObject();
            anchor.put("name", "edge" + n).put("device", device(n).toString()).put("number", n);
            anchor.putArray("prefixes").add("10." + n + ".0.0/16");
            anchor.putArray("gateways").add("10." + n + ".0.1");
            ObjectNode uplink = anchor.putObject("uplink");
            uplink.put("port", 10).put("address", "192.0." + n + ".2/30").put("nextHop", "192.0." + n + ".1");
            uplink.putArray("pool").add("100." + n + ".0.0/16");
            uplink.putArray("reach").addObject().put("prefix", "0.0.0.0/0").put("cost", 10);
        }
        return new Topology(count, count + 1, document);
    }

    /** The same network, configured otherwise. */
    public Topology configured(JsonNode other) {
        return new Topology(edges.size(), (int) Long.parseLong(cores.get(0).uri().getSchemeSpecificPart(), 16), other);
    }

    private static JsonNode read(String file) {
        Path folder = Paths.get("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve(file))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("no " + file + " above " + Paths.get("").toAbsolutePath());
        }
        try {
            return MAPPER.readTree(folder.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The configuration document. */
    public ObjectNode document() {
        return document.deepCopy();
    }

    /** The configuration, parsed. */
    public Domain domain() {
        return new DomainParser(Strategies.builtIn().ids()).parse(document);
    }

    /** The edge switches. */
    public ImmutableList<DeviceId> edges() {
        return edges;
    }

    /** The core switches. */
    public ImmutableList<DeviceId> cores() {
        return cores;
    }

    /** The links, each end to the other. */
    public Map<ConnectPoint, ConnectPoint> links() {
        return links;
    }

    /** The switch of an edge. */
    public DeviceId edge(int number) {
        return edges.get(number - 1);
    }

    /** The anchor with this number. */
    public static Anchor anchor(Domain domain, int number) {
        return domain.anchors().values().stream().filter(a -> a.number() == number).findFirst().get();
    }

    /** The access point of an edge. */
    public ConnectPoint access(int number) {
        return port(edge(number), AP);
    }

    /** The second access port of an edge. */
    public ConnectPoint second(int number) {
        return port(edge(number), SECOND);
    }

    /** All access ports of an edge. */
    public ImmutableList<ConnectPoint> accessPorts(DeviceId edge) {
        return ImmutableList.of(port(edge, AP), port(edge, SECOND));
    }

    /** The uplink of an edge. */
    public ConnectPoint uplink(int number) {
        return port(edge(number), 10);
    }

    /** The port of an edge towards a core, 1 or 2. */
    public ConnectPoint fabric(int number, int core) {
        return port(edge(number), core);
    }

    /** A port of a switch. */
    public static ConnectPoint port(DeviceId device, int number) {
        return new ConnectPoint(device, PortNumber.portNumber(number));
    }

    /** The router behind the uplink of an edge. */
    public static MacAddress router(int number) {
        return MacAddress.valueOf(0x0200_0000_ff00L | number);
    }

    private static DeviceId device(int number) {
        return DeviceId.deviceId(String.format("of:%016x", number));
    }
}
