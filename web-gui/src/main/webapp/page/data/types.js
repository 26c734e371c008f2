// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

/**
 * What REST answers with, as far as the page uses it. Times are ms since 1970 by the controller's clock.
 *
 * @typedef {{desired: number, installed: number}} Rules
 *
 * @typedef {{id: string, number: number, device: string, available: boolean, prefixes: string[], uplink: string,
 *            fault: ?string, backup: ?string, standIn: ?string, poolSize: number, leased: number, nodes: number,
 *            flows: number, capacity: ?number, draining: boolean, rules: Rules}} Anchor
 *
 * @typedef {{sequence: number, edge: string, port: string, locator: string, since: number, trigger: string}} Attachment
 *
 * @typedef {{node: string, addresses: string[], home: string, sequence: number, phase: string, lastSeen: number,
 *            absentSince: ?number, attachments: Attachment[], rules: Rules}} Node
 *
 * @typedef {{id: ?string, node: string, serving: string, protocol: number, local: string, localPort: number,
 *            remote: string, remotePort: number, origin: string, class: string, continuity: string, anchor: string,
 *            outside: string, step: string, evidence: string, strategy: string, reason: string, since: number,
 *            status: string, packets: number, rules: Rules}} Flow
 *
 * @typedef {{id: ?string, node: string, sequence: number, from: Attachment, to: Attachment, trigger: string,
 *            phase: string, detectedAt: number, preparedAt: ?number, bouncedAt: ?number, switchedAt: ?number,
 *            cleanedAt: ?number, flowMods: number, switches: string[], packetsHeld: number,
 *            packetsRescued: number}} Handover
 *
 * @typedef {{device: string, port: number}} End
 * @typedef {{switches: {id: string, name: string, available: boolean}[], links: {one: End, other: End}[]}} Topology
 *
 * @typedef {{severity: string, subject: string, message: string}} Finding
 */
export {};
