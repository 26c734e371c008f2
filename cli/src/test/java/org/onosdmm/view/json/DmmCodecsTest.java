/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.view.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.Test;
import org.onosdmm.api.AddressGrant;
import org.onosdmm.api.AnchorInfo;
import org.onosdmm.api.ApplicationClass;
import org.onosdmm.api.Finding;
import org.onosdmm.api.FlowInfo;
import org.onosdmm.api.Handover;
import org.onosdmm.api.NodeInfo;
import org.onosdmm.view.CheckReport;
import org.onosdmm.view.example.Example;
import org.onosdmm.view.example.ExampleCodecs;
import org.onosproject.codec.CodecContext;
import org.onosproject.codec.JsonCodec;

import java.io.IOException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/**
 * The JSON that programs rely on, letter by letter.
 */
class DmmCodecsTest {

    private static final String OLD = "{'sequence':3,'edge':'edge1','port':'of:0000000000000001/1',"
            + "'locator':'0A:00:00:01:00:10','since':1699999700000,'trigger':'HOST_EVENT'}";
    private static final String CURRENT = "{'sequence':4,'edge':'edge2','port':'of:0000000000000002/3',"
            + "'locator':'0A:00:00:02:00:11','since':1699999987600,'trigger':'ARP'}";
    private static final String SESSION = "'id':'tcp,10.1.0.10,22,203.0.113.30,51000','protocol':6,"
            + "'local':'10.1.0.10','localPort':22,'remote':'203.0.113.30',"
            + "'remotePort':51000,'origin':'OUTSIDE','class':'oam','continuity':'FIXED','anchor':'edge1',"
            + "'outside':'10.1.0.10','translated':false,'step':'','evidence':'','strategy':'',"
            + "'reason':'began outside; home','copied':false,'overlapEnds':null,'released':null,"
            + "'since':1699992800000";

    @Test
    void anchor() {
        assertJson("{'id':'edge1','number':1,'device':'of:0000000000000001','available':true,"
                       + "'prefixes':['10.1.0.0/24'],'uplink':'UP','fault':null,'backup':null,'standIn':null,"
                       + "'uplinkPort':10,'nextHop':'02:00:00:00:00:0A',"
                       + "'poolSize':64,'leased':1,'nodes':0,'flows':3,"
                       + "'capacity':null,'draining':false,'rules':{'desired':31,'installed':31}}",
                   Example.anchors().get(0), AnchorInfo.class);
    }

    @Test
    void anchorWithoutUplink() {
        assertJson("{'id':'edge2','number':2,'device':'of:0000000000000002','available':false,"
                       + "'prefixes':['10.2.0.0/24','2001:db8:2::/64'],'uplink':'NONE','fault':null,"
                       + "'backup':null,'standIn':null,'uplinkPort':null,"
                       + "'nextHop':null,'poolSize':0,'leased':0,'nodes':1,'flows':0,'capacity':null,'draining':false,"
                       + "'rules':{'desired':28,'installed':27}}",
                   Example.anchors().get(1), AnchorInfo.class);
    }

    @Test
    void node() {
        NodeInfo full = Example.node();
        NodeInfo node = NodeInfo.of(full.binding(), full.leases(), ImmutableList.of(Example.SESSION), full.rules());
        assertJson("{'id':'00:00:00:00:01:01','node':'00:00:00:00:01:01','addresses':['10.1.0.10'],"
                       + "'home':'edge1','sequence':4,"
                       + "'phase':'SWITCHED','lastSeen':1699999999000,'absentSince':null,"
                       + "'attachments':[" + OLD + "," + CURRENT + "],"
                       + "'leases':[{'anchor':'edge1','local':'10.1.0.10','outside':'198.51.100.1',"
                       + "'unusedSince':null},{'anchor':'edge2','local':'10.1.0.10','outside':'198.51.100.65',"
                       + "'unusedSince':1699999910000}],'flows':[{" + SESSION + "}],"
                       + "'rules':{'desired':14,'installed':12}}",
                   node, NodeInfo.class);
    }

    @Test
    void grant() {
        assertJson("{'address':'10.1.0.10','node':'00:00:00:00:01:01','name':'laptop',"
                       + "'port':'of:0000000000000001/1','state':'GRANTED','since':1699999400000,"
                       + "'until':1700001800000}",
                   Example.grants().get(0), AddressGrant.class);
    }

    @Test
    void absentNode() throws IOException {
        assertEquals(Example.NOW - 5000, new ObjectMapper().readTree(json(Example.absent(), NodeInfo.class))
                .at("/absentSince").asLong());
    }

    @Test
    void flow() {
        assertJson("{'node':'00:00:00:00:01:01','serving':'edge2'," + SESSION
                       + ",'status':'ACTIVE','packets':7,'rules':{'desired':1,'installed':1}}",
                   Example.flows().get(2), FlowInfo.class);
    }

    @Test
    void flowWithALeasedAddress() throws IOException {
        assertEquals(true, new ObjectMapper().readTree(json(Example.flows().get(0), FlowInfo.class))
                .at("/translated").asBoolean());
    }

    @Test
    void handoverTimesAreMillisecondsWithDecimals() {
        assertJson("{'id':'00:00:00:00:01:01@1699999987600007','node':'00:00:00:00:01:01','sequence':4,"
                       + "'from':" + OLD + ",'to':" + CURRENT + ","
                       + "'trigger':'ARP','phase':'SWITCHED','detectedAt':1699999987600.007,"
                       + "'preparedAt':1699999987612.307,'bouncedAt':null,"
                       + "'switchedAt':1699999987613.007,'cleanedAt':null,"
                       + "'flowMods':14,'switches':['of:0000000000000001','of:0000000000000002'],'packetsHeld':2,"
                       + "'packetsRescued':20}",
                   Example.handovers().get(2), Handover.class);
    }

    @Test
    void wholeMillisecondsAreNotWrittenWithAnExponent() throws IOException {
        Handover handover = Handover.detected(Example.NODE, Example.OLD, Example.CURRENT, 1_700_000_000_000_000L)
                .build();
        String json = json(handover, Handover.class);
        assertEquals(true, json.contains("\"detectedAt\":1700000000000.000,"), json);
        assertEquals(1.7e12, new ObjectMapper().readTree(json).at("/detectedAt").asDouble());
    }

    @Test
    void applicationClass() {
        assertJson("{'name':'standard','continuity':'NON_PERSISTENT','strategy':'serving','anchor':null,"
                       + "'priority':0,'idle':null,'rescue':false,'dscp':[]}",
                   Example.classes().get(2), ApplicationClass.class);
    }

    @Test
    void check() {
        assertJson("{'verdict':'WARNING','findings':[{'severity':'WARNING','subject':'fwd','message':'competes'}]}",
                   CheckReport.of(ImmutableList.of(Finding.warning("fwd", "competes"))), CheckReport.class);
    }

    @Test
    void deactivationTakesAllBack() {
        ExampleCodecs service = new ExampleCodecs();
        DmmCodecs codecs = new DmmCodecs(service);
        assertFalse(service.getCodecs().isEmpty());
        codecs.deactivate();
        assertEquals(ImmutableSet.of(), service.getCodecs());
    }

    private static <T> void assertJson(String expected, T value, Class<T> type) {
        assertEquals(expected.replace('\'', '"'), json(value, type));
    }

    // As REST writes it.
    private static <T> String json(T value, Class<T> type) {
        Context context = new Context();
        try {
            return context.mapper().writer().writeValueAsString(context.encode(value, type));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Context implements CodecContext {
        private final ObjectMapper mapper = new ObjectMapper();
        private final ExampleCodecs codecs = ExampleCodecs.registered();

        @Override
        public ObjectMapper mapper() {
            return mapper;
        }

        @Override
        public <T> JsonCodec<T> codec(Class<T> type) {
            return codecs.getCodec(type);
        }

        @Override
        public <T> T getService(Class<T> type) {
            throw new AssertionError("no codec needs " + type);
        }
    }
}
