/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.bench;

import org.onlab.packet.IpAddress;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Finds the TCP and UDP packets in a frame: the outermost first, then those inside of tunnels. */
final class Decapsulation {
    private static final int IPV4 = 0x0800;
    private static final int IPV6 = 0x86dd;
    private static final int MOST_LAYERS = 4;

    private final List<Segment> found = new ArrayList<>();

    private Decapsulation() {
    }

    /** The packets in a frame. */
    static List<Segment> of(int linkType, ByteBuffer frame) {
        Decapsulation decapsulation = new Decapsulation();
        try {
            decapsulation.link(linkType, frame.slice());
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return decapsulation.found;
        }
        return decapsulation.found;
    }

    private void link(int linkType, ByteBuffer in) {
        switch (linkType) {
            case 1:
                ethernet(in, 0);
                break;
            case 0:
            case 108:
                skip(in, 4);
                ip(in, 0);
                break;
            case 9:
            case 50:
            case 51:
            case 104:
                serial(in);
                break;
            case 113:
                skip(in, 14);
                etherType(u16(in), in, 0);
                break;
            case 276:
                int type = u16(in);
                skip(in, 18);
                etherType(type, in, 0);
                break;
            case 12:
            case 14:
            case 101:
            case 228:
            case 229:
                ip(in, 0);
                break;
            case 105:
            case 127:
            case 192:
                wireless(linkType, in);
                break;
            default:
        }
    }

    /** PPP (RFC 1662) or Cisco's HDLC. */
    private void serial(ByteBuffer in) {
        int first = u16(in);
        if (first == 0x0f00 || first == 0x8f00) {
            etherType(u16(in), in, 0);
        } else {
            ppp(first == 0xff03 ? u16(in) : first, in, 0);
        }
    }

    private void ppp(int protocol, ByteBuffer in, int layer) {
        if (protocol == 0x21 || protocol == 0x57) {
            ip(in, layer);
        }
    }

    private void wireless(int linkType, ByteBuffer in) {
        if (linkType != 105) {
            int length = Short.toUnsignedInt(Short.reverseBytes(in.getShort(in.position() + 2)));
            skip(in, length);
        }
        wlan(in, 0);
    }

    /** Controllers of access points exchange the two octets of the frame control. */
    private void wlan(ByteBuffer in, int layer) {
        boolean exchanged = (in.get(in.position()) >> 2 & 3) != 2 && (in.get(in.position() + 1) >> 2 & 3) == 2;
        int control = in.get(in.position() + (exchanged ? 1 : 0)) & 0xff;
        int flags = in.get(in.position() + (exchanged ? 0 : 1)) & 0xff;
        boolean data = (control >> 2 & 3) == 2;
        boolean quality = data && (control & 0x80) != 0;
        if (data) {
            skip(in, 24 + ((flags & 3) == 3 ? 6 : 0) + (quality ? 2 : 0));
            llc(in, layer);
        }
    }

    private void llc(ByteBuffer in, int layer) {
        if (u16(in) == 0xaaaa) {
            skip(in, 4);
            etherType(u16(in), in, layer);
        }
    }

    private void ethernet(ByteBuffer in, int layer) {
        skip(in, 12);
        int type = u16(in);
        if (type < 1536) {
            llc(in, layer);
        } else {
            etherType(type, in, layer);
        }
    }

    private void etherType(int type, ByteBuffer in, int layer) {
        switch (type) {
            case IPV4:
            case IPV6:
                ip(in, layer);
                break;
            case 0x8100:
            case 0x88a8:
            case 0x9100:
                skip(in, 2);
                etherType(u16(in), in, layer);
                break;
            case 0x8847:
            case 0x8848:
                while ((in.getInt() & 0x100) == 0) {
                    continue;
                }
                ip(in, layer);
                break;
            case 0x8864:
                skip(in, 6);
                ppp(u16(in), in, layer);
                break;
            case 0x6558:
                ethernet(in, layer);
                break;
            default:
        }
    }

    private void ip(ByteBuffer in, int layer) {
        int version = (in.get(in.position()) & 0xff) >> 4;
        if (layer >= MOST_LAYERS) {
            return;
        }
        if (version == 4) {
            ip4(in, layer);
        } else if (version == 6) {
            ip6(in, layer);
        }
    }

    private void ip4(ByteBuffer in, int layer) {
        int start = in.position();
        int header = (in.get(start) & 0xf) * 4;
        int length = Short.toUnsignedInt(in.getShort(start + 2));
        int offset = in.getShort(start + 6);
        if (length >= header && start + length < in.limit()) {
            in.limit(start + length);
        }
        boolean later = (offset & 0x1fff) != 0;
        IpAddress source = IpAddress.valueOf(in.getInt(start + 12));
        IpAddress destination = IpAddress.valueOf(in.getInt(start + 16));
        int protocol = in.get(start + 9) & 0xff;
        int dscp = (in.get(start + 1) & 0xff) >> 2;
        in.position(start + header);
        if (!later) {
            transport(protocol, source, destination, dscp, (offset & 0x2000) != 0, in, layer);
        }
    }

    private void ip6(ByteBuffer in, int layer) {
        int start = in.position();
        int dscp = (in.getShort(start) >> 6) & 0x3f;
        int length = Short.toUnsignedInt(in.getShort(start + 4));
        if (length > 0 && start + 40 + length < in.limit()) {
            in.limit(start + 40 + length);
        }
        int next = in.get(start + 6) & 0xff;
        byte[] octets = new byte[16];
        in.position(start + 8);
        in.get(octets);
        IpAddress source = IpAddress.valueOf(IpAddress.Version.INET6, octets);
        in.get(octets = new byte[16]);
        IpAddress destination = IpAddress.valueOf(IpAddress.Version.INET6, octets);
        boolean fragment = false;
        while (next == 0 || next == 43 || next == 60 || next == 44) {
            int current = next;
            next = in.get(in.position()) & 0xff;
            int units = current == 44 ? 0 : in.get(in.position() + 1) & 0xff;
            if (current == 44) {
                int offset = Short.toUnsignedInt(in.getShort(in.position() + 2));
                if (offset >> 3 != 0) {
                    return;
                }
                fragment = (offset & 1) != 0;
            }
            skip(in, 8 + units * 8);
        }
        transport(next, source, destination, dscp, fragment, in, layer);
    }

    private void transport(int protocol, IpAddress source, IpAddress destination, int dscp, boolean fragment,
                           ByteBuffer in, int layer) {
        int start = in.position();
        if (protocol == 6) {
            int header = ((in.get(start + 12) & 0xff) >> 4) * 4;
            int flags = in.get(start + 13) & 0xff;
            found.add(new Segment(protocol, source, u16(in), destination, u16(in), dscp, fragment,
                    rest(in, start + header), flags));
        } else if (protocol == 17) {
            int from = u16(in);
            int to = u16(in);
            ByteBuffer payload = rest(in, start + 8);
            found.add(new Segment(protocol, source, from, destination, to, dscp, fragment, payload, 0));
            tunnel(from, to, payload.slice(), layer + 1);
        } else if (protocol == 4 || protocol == 41) {
            ip(in, layer + 1);
        } else if (protocol == 47) {
            gre(in, layer + 1);
        }
    }

    private void gre(ByteBuffer in, int layer) {
        int flags = u16(in);
        int type = u16(in);
        skip(in, (flags & 0xc000) != 0 ? 4 : 0);
        skip(in, (flags & 0x2000) != 0 ? 4 : 0);
        skip(in, (flags & 0x1000) != 0 ? 4 : 0);
        if ((flags & 7) == 1) {
            skip(in, (flags & 0x80) != 0 ? 4 : 0);
            ppp(type == 0x880b ? u16(in) : 0, in, layer);
        } else {
            etherType(type, in, layer);
        }
    }

    private void tunnel(int from, int to, ByteBuffer in, int layer) {
        if (from == 2152 || to == 2152) {
            int flags = in.get() & 0xff;
            int type = in.get() & 0xff;
            skip(in, 6 + ((flags & 7) != 0 ? 4 : 0));
            if (type == 0xff && flags >> 5 == 1) {
                ip(in, layer);
            }
        } else if (from == 5247 || to == 5247) {
            int start = in.position();
            int header = (in.get(start + 1) & 0xff) >> 3;
            boolean wireless = (in.get(start + 2) & 1) != 0;
            skip(in, header * 4);
            if (wireless) {
                wlan(in, layer);
            } else {
                ethernet(in, layer);
            }
        } else if (from == 4789 || to == 4789) {
            skip(in, 8);
            ethernet(in, layer);
        } else if (from == 37008 || to == 37008) {
            skip(in, 5);
            ethernet(in, layer);
        } else if (in.hasRemaining() && (from == 3544 || to == 3544) && (in.get(0) & 0xf0) == 0x60) {
            ip(in, layer);
        }
    }

    /** The packets innermost first: what an analyser that opens tunnels takes a frame for. */
    static List<Segment> innermostFirst(int linkType, ByteBuffer frame) {
        List<Segment> all = of(linkType, frame);
        Collections.reverse(all);
        return all;
    }

    private static ByteBuffer rest(ByteBuffer in, int from) {
        ByteBuffer view = in.duplicate();
        view.position(Math.min(Math.max(from, 0), in.limit()));
        return view.slice();
    }

    private static int u16(ByteBuffer in) {
        return Short.toUnsignedInt(in.getShort());
    }

    private static void skip(ByteBuffer in, int octets) {
        in.position(in.position() + octets);
    }
}
