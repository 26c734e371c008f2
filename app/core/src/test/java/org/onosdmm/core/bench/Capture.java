/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.bench;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * Reads a capture of any form that libpcap knows, pcapng too: tcpdump brings it into the classic form, in which each
 * frame has a header of 16 octets.
 */
final class Capture {
    private static final int FILE_HEADER = 24;
    private static final int MAGIC = 0xa1b2c3d4;
    private static final int LONGEST = 1 << 20;

    private Capture() {
    }

    /** What is done with each frame. */
    interface Frames {
        /** A frame, its link type and its time, ms. */
        void frame(int linkType, ByteBuffer bytes, long millis);
    }

    /** Goes through the frames in the order of the file; a file that breaks off ends there. */
    static void read(Path file, Frames frames) throws IOException {
        Process tcpdump = new ProcessBuilder("tcpdump", "-r", "-", "-w", "-")
                .redirectInput(file.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (InputStream out = tcpdump.getInputStream()) {
            classic(file, new DataInputStream(new BufferedInputStream(out)), frames);
        } finally {
            tcpdump.destroy();
        }
    }

    private static void classic(Path file, DataInputStream in, Frames frames) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(FILE_HEADER);
        try {
            in.readFully(header.array());
        } catch (EOFException e) {
            throw new IOException("tcpdump cannot read " + file.getFileName(), e);
        }
        ByteOrder order = header.getInt(0) == MAGIC ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        int linkType = header.order(order).getInt(20) & 0xffff;
        ByteBuffer record = ByteBuffer.allocate(16).order(order);
        while (true) {
            try {
                in.readFully(record.array());
                byte[] frame = new byte[Math.min(record.getInt(8), LONGEST)];
                in.readFully(frame);
                frames.frame(linkType, ByteBuffer.wrap(frame), record.getInt(0) * 1_000L + record.getInt(4) / 1_000);
            } catch (EOFException e) {
                return;
            }
        }
    }
}
