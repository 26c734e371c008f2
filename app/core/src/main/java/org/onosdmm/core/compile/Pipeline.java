/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.compile;

/**
 * The pipeline that every switch runs: four tables (OpenFlow 1.3.5, section 5.1) and the priorities in them.
 *
 * <p>A rule that names a node's present locator is never modified in place: its successor gets a priority of its own,
 * by the sequence of the attachment that it steers to. So a move only adds rules until the break, and a statistics
 * reply that is older than a move cannot make ONOS take the successor for drift.
 */
public final class Pipeline {

    /** Who may come in: source guard at access ports, filters at uplinks, locators from the fabric. */
    public static final int ADMIT = 0;
    /** Chooses the anchor or the node: sets the locator. */
    public static final int STEER = 1;
    /** One exact locator of this edge: deliver, bounce or exit. */
    public static final int ATTACH = 2;
    /** Towards the edge that the locator names. */
    public static final int TRANSIT = 3;

    /** Number of successive priorities for rules that name a node's present locator. */
    public static final int GENERATIONS = 1024;

    static final int ADMIT_SPOOFED = 50_000;
    static final int ADMIT_UPLINK_ARP_PROBE = 46_005;
    static final int ADMIT_UPLINK_ARP_ANSWER = 46_004;
    static final int ADMIT_UPLINK_ARP = 46_003;
    static final int ADMIT_ARP_PROBE = 46_002;
    /** Above 40000, with which ONOS's host provider asks for all ARP packets. */
    static final int ADMIT_ARP_ANSWER = 46_001;
    static final int ADMIT_DISCOVERY = 46_000;
    static final int ADMIT_INBOUND_FLOW = 45_000;
    static final int ADMIT_DHCP = 44_500;
    static final int ADMIT_GROUP = 44_400;
    static final int ADMIT_NODE = 44_000;
    static final int ADMIT_LOOKUP = 42_000;
    static final int ADMIT_LOCATOR = 41_000;
    static final int ADMIT_FRAGMENT = 36_001;
    static final int ADMIT_ERROR = 36_000;
    static final int ADMIT_LEASED = 35_000;
    static final int ADMIT_INBOUND = 34_000;
    static final int ADMIT_PORT_REST = 20_000;
    static final int ADMIT_LINK_LOCAL = 5_001;
    static final int ADMIT_ACCESS = 5_000;

    static final int STEER_FLOW = 60_000;
    static final int STEER_FRAGMENTS = 58_000;
    static final int STEER_DECIDED_ELSEWHERE = 57_001;
    static final int STEER_DECIDED = 57_000;
    static final int STEER_NODE = 50_000;
    static final int STEER_UPLINK_SEARCH = 49_003;
    static final int STEER_LOOKUP_MISS = 49_002;
    static final int STEER_UPLINK_MISS = 49_001;
    static final int STEER_NOT_ROUTED = 49_000;
    static final int STEER_GATEWAY = 45_000;
    static final int STEER_PREFIX_TAKEN_OVER = 40_001;
    static final int STEER_PREFIX = 40_000;
    static final int STEER_ERROR = 35_000;
    static final int STEER_REQUESTED_ELSEWHERE = 34_001;
    static final int STEER_REQUESTED = 34_000;
    static final int STEER_CROWDED_ELSEWHERE = 33_001;
    static final int STEER_CROWDED = 33_000;
    static final int STEER_CLASS_ELSEWHERE = 32_000;
    static final int STEER_CLASS = 30_000;
    static final int STEER_NAMED = 28_000;
    static final int STEER_CROWDED_UDP_ELSEWHERE = 27_001;
    static final int STEER_CROWDED_UDP = 27_000;
    static final int STEER_PORT_ELSEWHERE = 26_001;
    static final int STEER_PORT = 26_000;
    static final int STEER_UNSEEN_ELSEWHERE = 26_501;
    static final int STEER_UNSEEN = 26_500;
    static final int STEER_NETWORK_ELSEWHERE = 25_501;
    static final int STEER_NETWORK = 25_500;
    static final int STEER_UDP = 25_000;
    static final int STEER_DEFAULT_ELSEWHERE = 10_001;
    static final int STEER_DEFAULT = 10_000;

    static final int ATTACH_BOUNCE = 50_000;
    static final int ATTACH_RESCUE = 47_000;
    static final int ATTACH_MIRROR = 46_500;
    static final int ATTACH_BICAST = 46_000;
    static final int ATTACH_DETOUR = 45_000;
    static final int ATTACH_FRAGMENT = 44_000;
    static final int ATTACH_CONTROL = 43_000;
    static final int ATTACH_NAMES = 42_000;
    static final int ATTACH_LENT_AT_HOME = 40_004;
    static final int ATTACH_ELSEWHERE = 40_002;
    static final int ATTACH_SAME_PORT = 40_001;
    static final int ATTACH_LOCATOR = 40_000;
    static final int ATTACH_RESERVED_MISS = 20_001;
    static final int ATTACH_MISS = 20_000;
    static final int ATTACH_FOREIGN = 10_000;

    static final int TRANSIT_PROTECTED_IN_PORT = 43_000;
    static final int TRANSIT_PROTECTED = 41_000;
    static final int TRANSIT_SAME_PORT = 40_001;
    static final int TRANSIT_EDGE = 40_000;

    private Pipeline() {
    }

    /** The priority of a rule that names the locator of the attachment with this sequence. */
    static int generation(int base, long sequence) {
        return base + (int) (sequence % GENERATIONS);
    }
}
