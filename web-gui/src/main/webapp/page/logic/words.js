// Copyright 2026-present The onos-dmm authors
// SPDX-License-Identifier: Apache-2.0

/** Values in words and figures, short and of the same width where they stand below each other. */

const PROTOCOLS = {1: 'icmp', 6: 'tcp', 17: 'udp', 58: 'icmpv6', 132: 'sctp'};
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A time that passes between two events, with three figures that mean something. @param {?number} ms */
export function duration(ms) {
    if (ms === null || ms === undefined || Number.isNaN(ms)) {
        return '–';
    }
    if (ms < 100) {
        return `${ms.toFixed(1)} ms`;
    }
    return ms < 10 * SECOND ? `${ms.toFixed(0)} ms` : `${(ms / SECOND).toFixed(1)} s`;
}

/** How long something has been so, in one unit. @param {number} ms */
export function age(ms) {
    if (ms < MINUTE) {
        return `${Math.max(0, Math.floor(ms / SECOND))} s`;
    }
    if (ms < HOUR) {
        return `${Math.floor(ms / MINUTE)} min`;
    }
    return ms < 2 * DAY ? `${Math.floor(ms / HOUR)} h` : `${Math.floor(ms / DAY)} days`;
}

/** Time of day. @param {number} ms since 1970 @param {boolean} [millis] whether with milliseconds */
export function clock(ms, millis = false) {
    const two = number => String(number).padStart(2, '0');
    const time = new Date(ms);
    const text = [time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join(':');
    return millis ? `${text}.${String(time.getMilliseconds()).padStart(3, '0')}` : text;
}

/** A whole number with thin spaces between thousands. @param {number} number */
export function count(number) {
    return String(number).replace(/\B(?=(\d{3})+$)/g, ' ');
}

/** A noun for several things. @param {string} noun */
export function plural(noun) {
    return /(s|ch|x)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

/** A number of things. @param {number} number @param {string} noun */
export function some(number, noun) {
    return `${count(number)} ${number === 1 ? noun : plural(noun)}`;
}

/** @param {number} protocol number of the IP protocol */
export function protocol(protocol) {
    return PROTOCOLS[protocol] ?? `protocol ${protocol}`;
}

/** An address and a port; ports of protocols without any are 0 and not shown. */
export function endpoint(address, port) {
    if (!port) {
        return address;
    }
    return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}

/** An enumeration's constant as a word: `SESSION_LASTING` is `session lasting`. @param {?string} constant */
export function plain(constant) {
    return (constant ?? '').toLowerCase().replaceAll('_', ' ');
}

/** The last part of a switch's id, enough to tell it from others: `of:0000000000000011` is `…11`. */
export function shortDevice(id) {
    const digits = id.replace(/^of:0*/, '');
    return digits === id ? id : `…${digits.padStart(2, '0')}`;
}

/** The port at the end of a point of attachment. @param {string} place such as of:0000000000000001/3 */
export function portOf(place) {
    return place.slice(place.lastIndexOf('/') + 1);
}
