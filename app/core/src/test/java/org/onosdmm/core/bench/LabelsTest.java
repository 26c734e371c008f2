/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.core.bench;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What labels of captures count as; the reasons are in docs/classification-truth.md. */
class LabelsTest {
    private final Labels labels = Labels.read();

    @ParameterizedTest
    @CsvSource({
        "91.189/TLS.Zoom, Video, multimedia-conferencing",
        "189/Zoom, Video, multimedia-conferencing",
        "5.189/DNS.Zoom, Network, standard",
        "7.63/HTTP.OCSP, Network, standard",
        "GTP:91.275/TLS.Crashlytics, DataTransfer, high-throughput-data",
        "78/STUN, Network, multimedia-conferencing",
        "78.30/STUN.DTLS, Network, multimedia-conferencing",
        "30/DTLS, Web, standard",
        "7/HTTP, Web, standard",
        "7/HTTP, Download, high-throughput-data",
        "100/SIP, VoIP, telephony",
        "188.124/QUIC.YouTube, Media, multimedia-streaming",
        "188.136/QUIC.YouTubeUpload, Media, high-throughput-data",
        "87/RTP, Media, telephony",
        "999/NoSuchGame, Game, real-time-interactive",
        "91.999/TLS.NoSuchShop, Shopping, standard",
        "0/Unknown, '', standard"})
    void countsAs(String label, String category, String applicationClass) {
        assertEquals(applicationClass, labels.classOf(label, Optional.of(category)));
    }

    @Test
    void aLabelWithoutCategoryThatIsNotInTheTableIsStandard() {
        assertEquals("standard", labels.classOf("999/NoSuchGame", Optional.empty()));
    }

    @Test
    void whatALabelSaysBeyondCarriers() {
        assertEquals(Optional.of("zoom"), labels.application("91.189/TLS.Zoom"));
        assertEquals(Optional.empty(), labels.application("91.265/TLS.AmazonAWS"));
    }
}
