/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onlab.packet.IpAddress;
import org.onlab.packet.IpPrefix;
import org.onlab.packet.MacAddress;
import org.onosdmm.api.AnchorId;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.Continuity;
import org.onosdmm.api.DmmException;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.ClassRule;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.PortRange;
import org.onosdmm.core.model.Reach;
import org.onosdmm.core.model.Timers;
import org.onosdmm.core.model.Uplink;
import org.onosdmm.core.strategy.Strategies;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;

import java.io.File;
import java.io.IOException;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** What the parser makes of a document, and what it refuses. */
class DomainParserTest {
    private final DomainParser parser = new DomainParser(Strategies.builtIn().ids());

    @ParameterizedTest
    @EnumSource(BadInput.class)
    void refusesMistakesByFieldAndValue(BadInput input) {
        DmmException refusal = assertThrows(DmmException.class, () -> parser.parse(input.document()));
        assertEquals(input.message(), refusal.getMessage());
        assertEquals(DmmException.Kind.INVALID, refusal.kind());
        assertEquals(input.message().substring(0, input.message().indexOf(": ")), refusal.field());
    }

    @Test
    void refusesADefaultNumberThatIsTaken() {
        JsonNode document = Documents.without(
                Documents.with(Documents.sample(), "/anchors/0/number", "2"), "/anchors/1/number");
        DmmException refusal = assertThrows(DmmException.class, () -> parser.parse(document));
        assertEquals("anchors[1].number: '2' is also the number of anchors[0]; without one, an anchor's number is its "
                + "position", refusal.getMessage());
    }

    @Test
    void refusesABuiltInDefaultThatWasRedefined() {
        JsonNode document = Documents.with(Documents.least(), "/classes",
                "[{ 'name': 'standard', 'continuity': 'SESSION_LASTING' }]");
        assertEquals("defaultClass", assertThrows(DmmException.class, () -> parser.parse(document)).field());
    }

    @Test
    void showsLongValuesInPart() {
        JsonNode document = Documents.with(Documents.sample(), "/anchors/0/name", "'" + "x".repeat(64) + "'");
        DmmException refusal = assertThrows(DmmException.class, () -> parser.parse(document));
        assertEquals("anchors[0].name: '" + "x".repeat(57) + "...' is not a name: up to 63 letters, digits, '.', '_' "
                + "and '-', the first one a letter or digit", refusal.getMessage());
    }

    @Test
    void readsAnchors() {
        Domain domain = parser.parse(Documents.sample());
        assertEquals(MacAddress.valueOf("02:00:5e:00:00:02"), domain.gatewayMac());
        assertEquals(ImmutableList.of(AnchorId.of("edge1"), AnchorId.of("edge2")), domain.anchors().keySet().asList());
        Anchor expected = Anchor.builder()
                .id(AnchorId.of("edge1"))
                .device(DeviceId.deviceId("of:0000000000000001"))
                .number(7)
                .prefixes(ImmutableList.of(prefix("10.1.0.0/24"), prefix("10.1.1.0/24")))
                .gateways(ImmutableList.of(address("10.1.0.254"), address("10.1.1.1")))
                .capacity(Optional.of(5_000)).draining(true)
                .uplink(Optional.of(Uplink.builder()
                        .port(PortNumber.portNumber(10))
                        .address(address("192.0.2.2"))
                        .link(prefix("192.0.2.0/29"))
                        .nextHop(address("192.0.2.1"))
                        .pool(ImmutableList.of(prefix("198.51.100.0/26"), prefix("198.51.100.64/32")))
                        .reach(ImmutableList.of(Reach.of(prefix("0.0.0.0/0"), 10),
                                Reach.of(prefix("203.0.113.20/32"), 1)))
                        .backup(Optional.of(AnchorId.of("edge2")))
                        .build()))
                .uplink6(Optional.of(Uplink.builder()
                        .port(PortNumber.portNumber(10))
                        .address(address("2001:db8:f:1::2"))
                        .link(prefix("2001:db8:f:1::/64"))
                        .nextHop(address("fe80::1"))
                        .pool(ImmutableList.of(prefix("2001:db8:e::/120")))
                        .reach(ImmutableList.of(Reach.of(prefix("::/0"), 4)))
                        .build()))
                .build();
        assertEquals(expected, domain.anchor(AnchorId.of("edge1")));
    }

    @Test
    void readsPrefixesOfBothFamilies() {
        Domain domain = parser.parse(Documents.with(Documents.least(), "/anchors/0/prefixes",
                "['10.1.0.0/24', '2001:db8:1::/64', '2001:db8:2::/60']"));
        Anchor anchor = domain.anchor(AnchorId.of("edge1"));
        assertEquals(ImmutableSet.of(address("10.1.0.1"), address("2001:db8:1::1"), address("2001:db8:2::1")),
                anchor.gateways());
        assertEquals(ImmutableList.of(prefix("2001:db8:1::/64")), anchor.announced());
    }

    @Test
    void anUplinkMayBeIpv6Alone() {
        Domain domain = parser.parse(Documents.with(Documents.least(), "/anchors/0/uplink",
                "{ 'port': 10, 'address': '2001:db8:f::2/64', 'nextHop': '2001:db8:f::1' }"));
        Anchor anchor = domain.anchor(AnchorId.of("edge1"));
        assertEquals(anchor.uplink(), anchor.uplink(IpAddress.Version.INET6));
        assertEquals(Optional.empty(), anchor.uplink(IpAddress.Version.INET));
        assertEquals(ImmutableList.of(Reach.of(prefix("::/0"), 10)), anchor.uplink().get().reach());
        assertEquals(ImmutableList.of(), anchor.uplink().get().pool());
        JsonNode twice = Documents.with(Documents.with(Documents.least(), "/anchors/0/uplink",
                "{ 'port': 10, 'address': '2001:db8:f::2/64', 'nextHop': '2001:db8:f::1' }"),
                "/anchors/0/uplink/ipv6", "{ 'nextHop': '2001:db8:f::1' }");
        assertEquals("anchors[0].uplink.ipv6: '{\"nextHop\":\"2001:db8:f::1\"}' is given twice: the uplink's address "
                + "is IPv6", assertThrows(DmmException.class, () -> parser.parse(twice)).getMessage());
    }

    @Test
    void readsClasses() {
        Domain domain = parser.parse(Documents.sample());
        assertEquals(ImmutableList.of("telephony", "games", "web", "inbound", "signaling",
                "multimedia-conferencing", "real-time-interactive", "multimedia-streaming", "broadcast-video",
                "low-latency-data", "high-throughput-data",
                "standard", "low-priority-data", "oam"), domain.policy().classes().keySet().asList());
        assertEquals(ApplicationClass.of("telephony", Continuity.SESSION_LASTING, "central").toBuilder().rescue(true)
                        .anchor(Optional.of(AnchorId.of("edge2"))).dscp(ImmutableSet.of(46)).priority(3)
                        .idle(Optional.of(60_001L)).build(),
                domain.policy().classes().get("telephony"));
        assertEquals(ApplicationClass.of("web", Continuity.NON_PERSISTENT, "serving"),
                domain.policy().defaultClass());
        assertEquals(ApplicationClass.of("inbound", Continuity.FIXED, "home"), domain.policy().inboundClass());
    }

    @Test
    void readsRules() {
        assertEquals(ImmutableList.of(
                ClassRule.builder("telephony").protocol(Optional.of(17)).ports(Optional.of(PortRange.of(16384, 16389)))
                        .dscp(Optional.of(46)).prefix(Optional.of(prefix("203.0.113.0/24"))).build(),
                ClassRule.builder("games").protocol(Optional.of(6)).ports(Optional.of(PortRange.of(5000, 5000)))
                        .build(),
                ClassRule.builder("web").dscp(Optional.of(0)).build()),
                parser.parse(Documents.sample()).policy().rules());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp 6", "udp 17", "sctp 132", "icmp 1"})
    void readsProtocolsByName(String nameAndNumber) {
        String[] parts = nameAndNumber.split(" ");
        JsonNode document = Documents.with(Documents.least(), "/rules",
                "[{ 'class': 'telephony', 'protocol': '" + parts[0] + "' }]");
        assertEquals(Optional.of(Integer.valueOf(parts[1])), parser.parse(document).policy().rules().get(0).protocol());
    }

    private static JsonNode allBackedByTheFirst(int others) {
        StringBuilder anchors = new StringBuilder("[");
        for (int n = 1; n <= others + 1; n++) {
            anchors.append(n == 1 ? "" : ",").append("{ 'name': 'e").append(n)
                    .append(String.format("', 'device': 'of:%016x', 'prefixes': ['10.%d.0.0/24'],", n, n))
                    .append("'uplink': { 'port': 10, 'address': '192.0.").append(n).append(".2/30', 'nextHop': '192.0.")
                    .append(n).append(".1', 'pool': ['100.").append(n).append(".0.0/24']")
                    .append(n == 1 ? "" : ", 'backup': 'e1'").append("} }");
        }
        return Documents.with(Documents.least(), "/anchors", anchors + "]");
    }

    @Test
    void anAnchorIsTheBackupOfAsManyAsThereAreLocatorsFor() {
        assertEquals(7, parser.parse(allBackedByTheFirst(6)).anchors().size());
        assertEquals("anchors[7].uplink.backup: 'e1' is the backup of 6 others already, and of no more at most",
                assertThrows(DmmException.class, () -> parser.parse(allBackedByTheFirst(7))).getMessage());
    }

    @Test
    void anchorsMayBeEachOthersBackup() {
        JsonNode document = Documents.with(Documents.sample(), "/anchors/1/uplink/backup", "'edge1'");
        assertEquals(Optional.of(AnchorId.of("edge1")),
                parser.parse(document).anchor(AnchorId.of("edge2")).uplink().get().backup());
    }

    @Test
    void readsTimers() {
        assertEquals(Timers.builder().drain(1001).probe(1002).leaseLinger(120_003).pinIdle(300_004)
                .unpinnedIdle(60_005).overlap(60_006).bindingLifetime(3_600_005).addressHold(10_007)
                .preferredLifetime(600_006).validLifetime(1_800_006).router(1_006).build(),
                parser.parse(Documents.sample()).timers());
    }

    @Test
    void usesDefaultsForWhatIsNotSaid() {
        Domain domain = parser.parse(Documents.least());
        assertEquals(MacAddress.valueOf("02:00:5e:00:00:01"), domain.gatewayMac());
        Anchor anchor = domain.anchor(AnchorId.of("edge1"));
        assertEquals(1, anchor.number());
        assertEquals(ImmutableSet.of(address("10.1.0.1")), anchor.gateways());
        assertEquals(Optional.empty(), anchor.uplink());
        assertEquals(Timers.DEFAULTS, domain.timers());
        assertEquals(ImmutableList.of(), domain.policy().rules());
        isBuiltIn(domain.policy().defaultClass(), "standard", Continuity.NON_PERSISTENT, "serving", 0);
        isBuiltIn(domain.policy().inboundClass(), "oam", Continuity.FIXED, "home", 16);
        isBuiltIn(domain.policy().classes().get("multimedia-streaming"), "multimedia-streaming",
                Continuity.GRACEFUL_REPLACEMENT, "serving", 26);
        isBuiltIn(domain.policy().classes().get("real-time-interactive"), "real-time-interactive",
                Continuity.SESSION_LASTING, "nearest", 32);
    }

    private static void isBuiltIn(ApplicationClass found, String name, Continuity continuity, String strategy,
                                  int dscp) {
        assertEquals(name, found.name());
        assertEquals(continuity, found.continuity());
        assertEquals(strategy, found.strategy());
        assertEquals(dscp, found.dscp().iterator().next());
    }

    @Test
    void usesTheOtherTimersDefaults() {
        JsonNode document = Documents.with(Documents.least(), "/timers", "{ 'drain': 500 }");
        assertEquals(500, parser.parse(document).timers().drain());
        assertEquals(Timers.DEFAULTS.pinIdle(), parser.parse(document).timers().pinIdle());
    }

    @Test
    void anUplinkReachesEverythingUnlessSaidOtherwise() {
        JsonNode document = Documents.without(Documents.sample(), "/anchors/0/uplink/reach");
        assertEquals(ImmutableList.of(Reach.of(prefix("0.0.0.0/0"), 10)),
                parser.parse(document).anchor(AnchorId.of("edge1")).uplink().get().reach());
    }

    @Test
    void anchorsAreNumberedByPosition() {
        JsonNode document = Documents.without(
                Documents.without(Documents.sample(), "/anchors/0/number"), "/anchors/1/number");
        assertEquals(1, parser.parse(document).anchor(AnchorId.of("edge1")).number());
        assertEquals(2, parser.parse(document).anchor(AnchorId.of("edge2")).number());
    }

    @Test
    void aPrefixWithoutRoomForAGatewayHasNone() {
        JsonNode document = Documents.with(Documents.least(), "/anchors/0/prefixes",
                "['10.1.0.0/24', '10.1.1.1/32', '10.1.1.2/31', '10.1.1.4/30']");
        assertEquals(ImmutableSet.of(address("10.1.0.1"), address("10.1.1.5")),
                parser.parse(document).anchor(AnchorId.of("edge1")).gateways());
    }

    @Test
    void bothEndsOfAPointToPointLinkAreHosts() {
        JsonNode document = Documents.with(Documents.with(Documents.sample(),
                "/anchors/0/uplink/address", "'192.0.2.1/31'"), "/anchors/0/uplink/nextHop", "'192.0.2.0'");
        assertEquals(address("192.0.2.0"), parser.parse(document).anchor(AnchorId.of("edge1")).uplink().get()
                .nextHop());
    }

    @Test
    void everyAddressOfAPoolCounts() {
        JsonNode document = Documents.with(Documents.sample(), "/anchors/0/uplink/pool",
                "['198.51.100.0/32', '198.51.100.255/32']");
        assertEquals(2, parser.parse(document).anchor(AnchorId.of("edge1")).uplink().get().pool().size());
    }

    @Test
    void theStrategyFollowsFromTheContinuity() {
        JsonNode document = Documents.with(Documents.least(), "/classes", "["
                + "{ 'name': 'a', 'continuity': 'FIXED' }, { 'name': 'b', 'continuity': 'SESSION_LASTING' },"
                + "{ 'name': 'c', 'continuity': 'GRACEFUL_REPLACEMENT' }, { 'name': 'telephony' },"
                + "{ 'name': 'oam', 'continuity': 'NON_PERSISTENT' }, { 'name': 'standard', 'continuity': 'FIXED' }]");
        JsonNode swapped = Documents.with(Documents.with(document, "/defaultClass", "'oam'"),
                "/inboundClass", "'standard'");
        assertEquals(ImmutableList.of("home", "nearest", "serving", "nearest", "serving", "home"),
                parser.parse(swapped).policy().classes().values().asList().subList(0, 6).stream()
                        .map(ApplicationClass::strategy).collect(ImmutableList.toImmutableList()));
    }

    @Test
    void knowsTheStrategiesItIsGiven() {
        JsonNode document = Documents.with(Documents.least(), "/classes",
                "[{ 'name': 'telephony', 'strategy': 'least-loaded' }]");
        Domain domain = new DomainParser(ImmutableSet.of("least-loaded")).parse(document);
        assertEquals("least-loaded", domain.policy().classes().get("telephony").strategy());
    }

    @Test
    void readsTheCampus() throws IOException {
        JsonNode file = new ObjectMapper().readTree(
                new File("../../test-topologies/topologies/campus.json"));
        Domain domain = parser.parse(file.at("/apps/org.onosdmm/dmm"));
        assertEquals(4, domain.withUplink().size());
        assertEquals(4, domain.policy().rules().size());
    }

    private static IpAddress address(String text) {
        return IpAddress.valueOf(text);
    }

    private static IpPrefix prefix(String text) {
        return IpPrefix.valueOf(text);
    }
}
