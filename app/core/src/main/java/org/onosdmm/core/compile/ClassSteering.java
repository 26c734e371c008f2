/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.onlab.packet.IPv4;
import org.onlab.packet.IPv6;
import org.onlab.packet.IpAddress;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.core.classify.NameStep;
import org.onosdmm.core.classify.NetworkStep;
import org.onosdmm.core.classify.PayloadStep;
import org.onosdmm.core.classify.PortStep;
import org.onosdmm.core.classify.RequestStep;
import org.onosdmm.core.classify.RulesStep;
import org.onosdmm.core.classify.names.NetworkTable;
import org.onosdmm.core.classify.port.PortTable;
import org.onosdmm.core.classify.port.UnseenPorts;
import org.onosdmm.core.classify.signalling.ControlFlows;
import org.onosdmm.core.model.Anchor;
import org.onosdmm.core.model.ClassRule;
import org.onosdmm.core.model.Domain;
import org.onosdmm.core.model.Policy;
import org.onosdmm.core.model.PortRange;
import org.onosdmm.core.model.RuleKey;
import org.onosdmm.core.model.RuleSet;
import org.onosproject.net.flow.TrafficTreatment;

import java.util.function.BiConsumer;

import static org.onlab.packet.IpAddress.Version.INET;

/**
 * What becomes of a flow towards the outside that nobody knows yet: its first packet is shown to the controller, or it
 * leaves. Operator rules come first, then well-known ports, then UDP, of which every flow is shown; TCP is not, unless
 * rule, port or name ask for it.
 */
final class ClassSteering {

    private static final PortTable PORTS = PortTable.builtIn();
    private static final NetworkTable NETWORKS = NetworkTable.builtIn();
    /** Steps that the rules of a switch take as well; the others have to see a packet. */
    private static final ImmutableSet<String> FROM_HEADERS =
            ImmutableSet.of(RequestStep.ID, RulesStep.ID, PortStep.ID, NetworkStep.ID);

    private final Domain domain;
    private final Policy policy;
    private final Anchor self;
    private final IpAddress.Version family;
    private final RuleSet.Collector rules;

    private ClassSteering(Domain domain, Anchor self, IpAddress.Version family, RuleSet.Collector rules) {
        this.domain = domain;
        this.policy = domain.policy();
        this.self = self;
        this.family = family;
        this.rules = rules;
    }

    /** The rules of one edge and family. */
    static void collect(Domain domain, Anchor self, IpAddress.Version family, RuleSet.Collector rules) {
        ClassSteering steering = new ClassSteering(domain, self, family, rules);
        steering.operatorRules();
        steering.unseen();
        steering.ports();
        steering.networks();
        if (showsUdp(domain, family)) {
            steering.rule(Pipeline.STEER_UDP, Match.any().ip(family).protocol(IPv4.PROTOCOL_UDP), Act.punt());
        }
        Unpinned unknown = Unpinned.of(domain, self, domain.policy().defaultClass());
        steering.rule(unknown.priority(Pipeline.STEER_DEFAULT, Pipeline.STEER_DEFAULT_ELSEWHERE),
                Match.any().ip(family), unknown.act());
    }

    /** Whether flows of a class have to be known one by one: to keep their anchor, or to be rescued. */
    static boolean isKept(Domain domain, ApplicationClass applicationClass, IpAddress.Version family) {
        return applicationClass.continuity().pinned() && (domain.rewrites(family) || applicationClass.rescue()
                || applicationClass.name().equals(ControlFlows.CLASS) && copiesControl(domain));
    }

    /**
     * Whether the first packets of all UDP flows are looked at. Where every address is its own anchor there is too
     * little to be won by it.
     */
    static boolean showsUdp(Domain domain, IpAddress.Version family) {
        Policy policy = domain.policy();
        boolean looked = !FROM_HEADERS.containsAll(policy.steps());
        return looked && domain.rewrites(family)
                && policy.classes().values().stream().anyMatch(c -> isKept(domain, c, family));
    }

    /** Whether answers of the DNS are looked at. */
    static boolean showsNames(Domain domain, IpAddress.Version family) {
        return domain.policy().uses(NameStep.ID)
                && domain.policy().classes().values().stream().anyMatch(c -> isKept(domain, c, family));
    }

    /** Whether control flows are looked at throughout. */
    static boolean copiesControl(Domain domain) {
        return domain.policy().uses(PayloadStep.ID);
    }

    /** The first rule wins. */
    private void operatorRules() {
        int number = 0;
        for (ClassRule rule : policy.rules()) {
            ApplicationClass applicationClass = policy.classOf(rule);
            boolean shown = isKept(domain, applicationClass, family);
            Unpinned unpinned = Unpinned.of(domain, self, applicationClass);
            int base = self.leftElsewhere() || !shown && !unpinned.usual() ? Pipeline.STEER_CLASS_ELSEWHERE
                    : Pipeline.STEER_CLASS;
            if (appliesTo(rule)) {
                for (Match match : selectors(rule)) {
                    rule(base - number, match, shown ? Act.punt() : unpinned.act());
                }
            }
            number++;
        }
    }

    /** What every host says all the time, and what is over with the answer. */
    private void unseen() {
        if (!showsUdp(domain, family)) {
            return;
        }
        Unpinned unpinned = Unpinned.of(domain, self, policy.defaultClass());
        for (int port : UnseenPorts.UDP) {
            ports(IPv4.PROTOCOL_UDP, PortRange.of(port, port), unpinned.priority(Pipeline.STEER_UNSEEN,
                    Pipeline.STEER_UNSEEN_ELSEWHERE), unpinned.act());
        }
    }

    /** Of UDP everything is shown. */
    private void networks() {
        if (!policy.uses(NetworkStep.ID)) {
            return;
        }
        for (NetworkTable.Entry entry : NETWORKS.entries()) {
            if (entry.prefix().version() == family) {
                told(entry.applicationClass(), Pipeline.STEER_NETWORK, Pipeline.STEER_NETWORK_ELSEWHERE,
                        (priority, act) -> rule(priority, Match.any().destination(entry.prefix())
                                .protocol(IPv4.PROTOCOL_TCP), act));
            }
        }
    }

    /** Of UDP everything is shown. */
    private void ports() {
        if (!policy.uses(PortStep.ID)) {
            return;
        }
        for (PortTable.Entry entry : PORTS.entries()) {
            if (entry.protocol() != IPv4.PROTOCOL_UDP || !showsUdp(domain, family)) {
                told(entry.applicationClass(), Pipeline.STEER_PORT, Pipeline.STEER_PORT_ELSEWHERE,
                        (priority, act) -> ports(entry.protocol(), entry.ports(), priority, act));
            }
        }
    }

    /** What is kept is shown; what is not, and has an anchor for all of its class, goes there unseen. */
    private void told(String name, int usual, int unusual, BiConsumer<Integer, TrafficTreatment> rules) {
        ApplicationClass told = policy.classes().get(name);
        if (told != null && isKept(domain, told, family)) {
            rules.accept(usual, Act.punt());
        } else if (told != null && told.anchor().isPresent() && !told.continuity().pinned()) {
            Unpinned unpinned = Unpinned.of(domain, self, told);
            rules.accept(unpinned.priority(usual, unusual), unpinned.act());
        }
    }

    private void ports(int protocol, PortRange range, int priority, TrafficTreatment treatment) {
        for (PortRange.Masked ports : range.masked()) {
            rule(priority, Match.any().ip(family).protocol(protocol).destinationPorts(protocol, ports), treatment);
        }
    }

    private boolean appliesTo(ClassRule rule) {
        int foreign = family == INET ? IPv6.PROTOCOL_ICMP6 : IPv4.PROTOCOL_ICMP;
        return rule.prefix().map(p -> p.version() == family).orElse(true)
                && rule.protocol().map(p -> p != foreign).orElse(true);
    }

    private ImmutableList<Match> selectors(ClassRule rule) {
        if (!rule.ports().isPresent()) {
            return ImmutableList.of(conditions(rule));
        }
        return rule.ports().get().masked().stream()
                .map(ports -> conditions(rule).destinationPorts(rule.protocol().get(), ports))
                .collect(ImmutableList.toImmutableList());
    }

    private Match conditions(ClassRule rule) {
        Match match = Match.any().ip(family);
        rule.prefix().ifPresent(match::destination);
        rule.protocol().ifPresent(match::protocol);
        rule.dscp().ifPresent(match::dscp);
        return match;
    }

    private void rule(int priority, Match match, TrafficTreatment treatment) {
        rules.add(RuleKey.of(self.device(), Pipeline.STEER, priority, match.build()), treatment);
    }
}
