/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.cli;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;
import org.onosdmm.api.AnchorInfo;
import org.onosdmm.api.Finding;
import org.onosdmm.api.FlowInfo;
import org.onosdmm.api.RuleStatus;
import org.onosdmm.view.example.Example;
import org.onosdmm.view.example.ExampleService;

import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What a person sees.
 */
class CommandsTest {

    private final ExampleService service = new ExampleService();
    private final Shell shell = new Shell(service);

    @Test
    void anchors() {
        assertEquals(text(
            "Anchor  No  Switch               State  Uplink       Next hop           Leased  Nodes  Flows  Rules"
                + "  Prefixes",
            "edge1    1  of:0000000000000001  up     up, port 10  02:00:00:00:00:0A    1/64      0      3  31/31"
                + "  10.1.0.0/24",
            "edge2    2  of:0000000000000002  down   none         -                     0/0      1      0  27/28"
                + "  10.2.0.0/24,",
            "                                                                                                   "
                + "  2001:db8:2::/64"),
            shell.run(new AnchorsCommand()));
    }

    @Test
    void bindings() {
        assertEquals(text(
            "Node               Addresses             PoA      Locator            Seq  Home   Phase     "
                + "State          Flows  Rules",
            "00:00:00:00:01:01  10.1.0.10             edge2/3  0A:00:00:02:00:11    4  edge1  SWITCHED  "
                + "attached 12 s      3  12/14",
            "00:00:00:00:01:02  10.1.0.11, 10.1.0.12  edge1/2  0A:00:00:01:00:12    1  edge1  CLEANED   "
                + "absent 5 s         0    6/6"),
            shell.run(new BindingsCommand()));
    }

    @Test
    void oneBinding() {
        assertEquals(text(
            "Node       00:00:00:00:01:01",
            "Addresses  10.1.0.10",
            "Home       edge1",
            "State      attached 12 s, last seen 1 s ago",
            "Phase      SWITCHED",
            "Rules      12/14 on the switches",
            "",
            "Attachment  Edge   PoA                    Locator            Trigger     Since",
            "         3  edge1  of:0000000000000001/1  0A:00:00:01:00:10  HOST_EVENT  5 min ago",
            "         4  edge2  of:0000000000000002/3  0A:00:00:02:00:11  ARP         12 s ago",
            "",
            "Lease at  Own address  Outside address  Use",
            "edge1     10.1.0.10    198.51.100.1     in use",
            "edge2     10.1.0.10    198.51.100.65    unused 1 min",
            "",
            shell.run(new FlowsCommand())),
            shell.run(new BindingsCommand(), "00:00:00:00:01:01"));
    }

    @Test
    void bindingWithoutLeasesAndFlows() {
        assertEquals(text(
            "Node       00:00:00:00:01:02",
            "Addresses  10.1.0.11, 10.1.0.12",
            "Home       edge1",
            "State      absent 5 s, last seen 5 s ago",
            "Phase      CLEANED",
            "Rules      6/6 on the switches",
            "",
            "Attachment  Edge   PoA                    Locator            Trigger      Since",
            "         1  edge1  of:0000000000000001/2  0A:00:00:01:00:12  DATA_PACKET  15 min ago"),
            shell.run(new BindingsCommand(), "00:00:00:00:01:02"));
    }

    @Test
    void flows() {
        assertEquals(text(
            "Flow                            Class                    Continuity       Anchor  Outside       "
                + "Age    Packets  Rules",
            "Node 00:00:00:00:01:01, address 10.1.0.10, serving edge edge2",
            "udp 40000 - 203.0.113.10:16384  telephony                SESSION_LASTING  edge1   198.51.100.1  "
                + "1 min     6120    2/2",
            "udp 40002 - 203.0.113.20:3478   multimedia-conferencing  SESSION_LASTING  edge1   198.51.100.1  "
                + "59 s     24031    1/2",
            "tcp 22 - 203.0.113.30:51000     oam                      FIXED            edge1   10.1.0.10     "
                + "2 h          7    1/1"),
            shell.run(new FlowsCommand()));
    }

    @Test
    void flowsOfAnAnchorWhoseUplinkIsDead() {
        service.flows = ImmutableList.of(
                FlowInfo.of(Example.NODE, Example.CALL, Example.EDGE2, FlowInfo.Status.BACKUP, RuleStatus.of(1, 1), 7),
                FlowInfo.of(Example.NODE, Example.SESSION, Example.EDGE2, FlowInfo.Status.ANCHOR_DOWN,
                        RuleStatus.of(1, 1), 8));
        String shown = shell.run(new FlowsCommand());
        assertTrue(shown.contains("  edge1, backup       198.51.100.1  "), shown);
        assertTrue(shown.contains("  edge1, anchor-down  10.1.0.10     "), shown);
    }

    @Test
    void anchorsWhoseUplinkIsDead() {
        AnchorInfo anchor = service.anchors.get(0);
        service.anchors = ImmutableList.of(AnchorInfo.builder().id(anchor.id()).number(1).device(anchor.device())
                .available(true).prefixes(anchor.prefixes()).uplink(AnchorInfo.Uplink.DOWN)
                .fault(Optional.of(AnchorInfo.Fault.PORT_DOWN)).backup(Optional.of(Example.EDGE2))
                .standIn(Optional.of(Example.EDGE2)).uplinkPort(anchor.uplinkPort()).nextHop(Optional.empty())
                .poolSize(64).leased(1).nodes(0).flows(3).rules(RuleStatus.of(31, 31)).build());
        String shown = shell.run(new AnchorsCommand());
        assertTrue(shown.contains("  port down, port 10, by edge2  "), shown);
    }

    @Test
    void flowsOfOneClass() {
        assertEquals(text(
            "Flow                            Class      Continuity       Anchor  Outside       Age    Packets  Rules",
            "Node 00:00:00:00:01:01, address 10.1.0.10, serving edge edge2",
            "udp 40000 - 203.0.113.10:16384  telephony  SESSION_LASTING  edge1   198.51.100.1  1 min     6120    2/2"),
            shell.run(new FlowsCommand(), "--class", "telephony", "--anchor", "edge1",
                      "--node", "00:00:00:00:01:01"));
    }

    @Test
    void grants() {
        assertEquals(text(
            "Address    Node               Name    Asked at               State    Since       Ends",
            "10.1.0.10  00:00:00:00:01:01  laptop  of:0000000000000001/1  GRANTED  10 min ago  in 30 min",
            "10.1.0.11  00:00:00:00:01:02  -       of:0000000000000002/3  EXPIRED  1 min ago   1 min ago"),
            shell.run(new GrantsCommand()));
        assertEquals(2, shell.run(new GrantsCommand(), "--node", "00:00:00:00:01:02").split("\n").length);
    }

    @Test
    void handovers() {
        assertEquals(text(
            "Node               Seq  Move               Trigger     Phase        Age       Make   Switch    Break  "
                + "Flow-mods  Kept",
            "00:00:00:00:01:01    3  edge2/3 > edge1/1  HOST_EVENT  CLEANED      5 min  0.84 ms  1.20 ms  1512 ms  "
                + "17 on 2     0/0",
            "00:00:00:00:01:02    4  edge1/1 > edge2/3  ARP         ROLLED_BACK  1 min        -        -        -  "
                + "4 on 1      0/0",
            "00:00:00:00:01:01    4  edge1/1 > edge2/3  ARP         SWITCHED     12 s   12.3 ms  0.70 ms        -  "
                + "14 on 2    2/20"),
            shell.run(new HandoversCommand()));
    }

    @Test
    void lastHandover() {
        String[] lines = shell.run(new HandoversCommand(), "--last", "1").split("\n");
        assertEquals(2, lines.length);
        assertEquals("00:00:00:00:01:01    4  edge1/1 > edge2/3  ARP      SWITCHED  12 s  12.3 ms  0.70 ms      -  "
                         + "14 on 2    2/20", lines[1]);
    }

    @Test
    void classes() {
        assertEquals(text(
            "Class                    Continuity       Strategy  Pinned  Rescue",
            "telephony                SESSION_LASTING  nearest   yes     yes",
            "multimedia-conferencing  SESSION_LASTING  nearest   yes     no",
            "standard                 NON_PERSISTENT   serving   no      no",
            "oam                      FIXED            home      yes     no"),
            shell.run(new ClassesCommand()));
    }

    @Test
    void nothingThere() {
        Shell empty = new Shell(ExampleService.empty());
        assertEquals("No anchors: no configuration is in force, see dmm-check.", empty.run(new AnchorsCommand()));
        assertEquals("No mobile nodes.", empty.run(new BindingsCommand()));
        assertEquals("No flows that are known one by one.", empty.run(new FlowsCommand()));
        assertEquals("No addresses were given by DHCP.", empty.run(new GrantsCommand()));
        assertEquals("No handovers.", empty.run(new HandoversCommand()));
        assertEquals("No application classes: no configuration is in force, see dmm-check.",
                     empty.run(new ClassesCommand()));
        assertEquals(0, empty.status());
    }

    @Test
    void checkFindsNothing() {
        assertEquals("Verdict: OK (0 errors, 0 warnings)", shell.run(new CheckCommand()));
        assertEquals(0, shell.status());
    }

    @Test
    void checkWithWarning() {
        service.findings = ImmutableList.of(Finding.warning("org.onosproject.fwd", "competes for every packet"));
        assertEquals(text("Severity  Subject              Message",
                          "WARNING   org.onosproject.fwd  competes for every packet",
                          "Verdict: WARNING (0 errors, 1 warning)"),
                     shell.run(new CheckCommand()));
        assertEquals(0, shell.status(), "a warning does not fail a script");
    }

    @Test
    void checkWithErrors() {
        service.findings = ImmutableList.of(
            Finding.error("anchors[1].uplink.port", "'10' does not exist on of:0000000000000002; the configuration "
                + "was refused whole, and the one before it stays in force"),
            Finding.warning("org.onosproject.fwd", "competes for every packet"),
            Finding.error("edge2", "1 of 28 rules is missing"));
        assertEquals(text("Severity  Subject                 Message",
                          "ERROR     anchors[1].uplink.port  '10' does not exist on of:0000000000000002; the "
                              + "configuration was refused whole, and",
                          "                                  the one before it stays in force",
                          "WARNING   org.onosproject.fwd     competes for every packet",
                          "ERROR     edge2                   1 of 28 rules is missing",
                          "Verdict: ERROR (2 errors, 1 warning)"),
                     shell.run(new CheckCommand()));
        assertEquals(1, shell.status());
    }

    private static String text(String... lines) {
        return String.join("\n", lines);
    }
}
