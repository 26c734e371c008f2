/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.config;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.onlab.packet.IPv4;
import org.onlab.packet.IPv6;
import org.onlab.packet.IpPrefix;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.core.model.ClassRule;
import org.onosdmm.core.model.PortRange;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the rules that give flows their classes.
 */
final class RuleReader {

    /** Each rule takes a priority of its own on the switches. */
    private static final int MOST_RULES = 1_000;
    private static final int PROTOCOL_SCTP = 132;
    private static final int MAX_PROTOCOL = 255;
    private static final int MAX_PORT = 65_535;
    private static final int MAX_DSCP = 63;
    private static final ImmutableMap<String, Integer> PROTOCOLS = ImmutableMap.of(
            "tcp", (int) IPv4.PROTOCOL_TCP, "udp", (int) IPv4.PROTOCOL_UDP, "sctp", PROTOCOL_SCTP,
            "icmp", (int) IPv4.PROTOCOL_ICMP, "icmpv6", (int) IPv6.PROTOCOL_ICMP6);
    private static final Pattern PORTS = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");

    private final Map<String, ApplicationClass> classes;

    RuleReader(Map<String, ApplicationClass> classes) {
        this.classes = classes;
    }

    /** The rules in the order of the document. */
    ImmutableList<ClassRule> read(Optional<Field> list) {
        ImmutableList<Field> items = list.map(Field::items).orElse(ImmutableList.of());
        if (items.size() > MOST_RULES) {
            throw list.get().invalid("has more than " + MOST_RULES + " rules");
        }
        ImmutableList.Builder<ClassRule> rules = ImmutableList.builder();
        Map<ClassRule, String> seen = new HashMap<>();
        for (Field item : items) {
            ClassRule rule = rule(item);
            String other = seen.putIfAbsent(conditions(rule), item.path());
            if (other != null) {
                throw item.invalid("has the same conditions as " + other + ", so it is never reached");
            }
            rules.add(rule);
        }
        return rules.build();
    }

    private ClassRule rule(Field item) {
        item.object("class", "protocol", "ports", "dscp", "prefix");
        Optional<Integer> protocol = item.optional("protocol").map(RuleReader::protocol);
        ClassRule rule = ClassRule.builder(ClassReader.named(item.required("class"), classes).name())
                .protocol(protocol)
                .ports(item.optional("ports").map(f -> ports(f, protocol)))
                .dscp(item.optional("dscp").map(f -> f.integer(0, MAX_DSCP)))
                .prefix(item.optional("prefix").map(f -> prefix(f, protocol)))
                .build();
        if (rule.equals(ClassRule.builder(rule.applicationClass()).build())) {
            throw item.invalid("has no condition; the class of flows under no rule is defaultClass");
        }
        return rule;
    }

    private static ClassRule conditions(ClassRule rule) {
        return ClassRule.builder("").protocol(rule.protocol()).ports(rule.ports()).dscp(rule.dscp())
                .prefix(rule.prefix()).build();
    }

    private static int protocol(Field field) {
        if (field.isInteger()) {
            return field.integer(0, MAX_PROTOCOL);
        }
        Integer number = PROTOCOLS.get(field.text());
        if (number == null) {
            throw field.invalid("is not a protocol: " + String.join(", ", PROTOCOLS.keySet()) + ", or a number");
        }
        return number;
    }

    private static PortRange ports(Field field, Optional<Integer> protocol) {
        if (!protocol.filter(p -> p == IPv4.PROTOCOL_TCP || p == IPv4.PROTOCOL_UDP).isPresent()) {
            throw field.invalid("needs the protocol to be tcp or udp");
        }
        if (field.isInteger()) {
            int port = field.integer(1, MAX_PORT);
            return PortRange.of(port, port);
        }
        Matcher matcher = PORTS.matcher(field.text());
        if (!matcher.matches()) {
            throw field.invalid("is neither a port nor a range of ports, such as 16384-16389");
        }
        int first = Integer.parseInt(matcher.group(1));
        int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
        if (first < 1 || first > MAX_PORT || last < 1 || last > MAX_PORT) {
            throw field.invalid("is not in 1 to " + MAX_PORT);
        }
        if (first > last) {
            throw field.invalid("is a range that ends before it begins");
        }
        return PortRange.of(first, last);
    }

    private static IpPrefix prefix(Field field, Optional<Integer> protocol) {
        IpPrefix prefix = Addresses.prefix(field);
        if (prefix.prefixLength() == 0) {
            throw field.invalid("contains every address, so it is no condition");
        }
        int foreign = prefix.isIp4() ? IPv6.PROTOCOL_ICMP6 : IPv4.PROTOCOL_ICMP;
        if (protocol.filter(p -> p == foreign).isPresent()) {
            throw field.invalid("is of another family than the protocol");
        }
        return prefix;
    }
}
