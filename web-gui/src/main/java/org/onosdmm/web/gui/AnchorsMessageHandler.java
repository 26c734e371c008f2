/*
 * Copyright 2026-present The onos-dmm authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.onosdmm.web.gui;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableSet;
import org.onlab.osgi.ServiceNotFoundException;
import org.onosdmm.api.DmmException;
import org.onosdmm.api.MobilityService;
import org.onosdmm.view.MobilityView;
import org.onosdmm.web.gui.model.AnchorDetails;
import org.onosdmm.web.gui.model.AnchorTable;
import org.onosproject.ui.RequestHandler;
import org.onosproject.ui.UiMessageHandler;
import org.onosproject.ui.table.TableModel;
import org.onosproject.ui.table.TableRequestHandler;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * What the view of the anchors asks for. It stays open while the app is stopped, so services are looked for each time.
 */
final class AnchorsMessageHandler extends UiMessageHandler {

    static final String ROWS = "dmmAnchorDataRequest";
    static final String DETAILS = "dmmAnchorDetailsRequest";

    private static final String THESE = "dmmAnchors";
    private static final String ROWS_ANSWER = "dmmAnchorDataResponse";
    private static final String DETAILS_ANSWER = "dmmAnchorDetailsResponse";
    private static final List<String> SORTED_BY = Arrays.asList("firstCol", "secondCol");

    @Override
    protected Collection<RequestHandler> createRequestHandlers() {
        return ImmutableSet.of(new Rows(), new Details());
    }

    private static final class Rows extends TableRequestHandler {

        private boolean active;

        private Rows() {
            super(ROWS, ROWS_ANSWER, THESE);
        }

        @Override
        public void process(ObjectNode payload) {
            // ONOS throws at a column that there is not.
            SORTED_BY.stream().filter(field -> !Arrays.asList(getColumnIds()).contains(payload.path(field).asText()))
                    .forEach(payload::remove);
            super.process(payload);
        }

        @Override
        protected String[] getColumnIds() {
            return AnchorTable.columns();
        }

        /** As everywhere else. */
        @Override
        protected String defaultColumnId() {
            return "number";
        }

        @Override
        protected String noRowsMessage(ObjectNode payload) {
            return active ? "No anchors: no configuration is in force." : "The app org.onosdmm is not active.";
        }

        @Override
        protected void populateTable(TableModel table, ObjectNode payload) {
            active = true;
            try {
                AnchorTable.fill(table, get(MobilityService.class).anchors());
            } catch (ServiceNotFoundException e) {
                active = false;
            }
        }
    }

    private static final class Details extends RequestHandler {

        private Details() {
            super(DETAILS);
        }

        @Override
        public void process(ObjectNode payload) {
            ObjectNode answer = MAPPER.createObjectNode();
            try {
                MobilityService mobility = get(MobilityService.class);
                MobilityView view = MobilityView.of(mobility);
                answer.set("details", AnchorDetails.of(view.anchor(string(payload, "id", "")), mobility.flows(),
                                                       view.nodeSummaries()));
            } catch (DmmException | ServiceNotFoundException e) {
                answer.put("gone", true);
            }
            sendMessage(DETAILS_ANSWER, answer);
        }
    }
}
